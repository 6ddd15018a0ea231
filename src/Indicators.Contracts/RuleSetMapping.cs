namespace Indicators.Contracts;

/// <summary>A rule set as forms and lists need it.</summary>
public static class RuleSetMapping
{
    /// <summary>All but the versions, which a server knows.</summary>
    public static V1.RuleSet ToProto(this RuleSet ruleSet, Language language) => new()
    {
        Total = ToProto(ruleSet.Root, language),
        Grades = { ruleSet.Grades.Grades.Select(EvaluationMapping.ToProto) },
        Fields = { ruleSet.Schema.Fields.Select(f => ToProto(f, f.Required)) },
        Tables = { ruleSet.Schema.Tables.Select(ToProto) },
        Flags = { ruleSet.Flags.Select(EvaluationMapping.ToProto) },
        Note = ruleSet.Note ?? "",
        Consequences = { ruleSet.Consequences.Select(c => EvaluationMapping.ToProto(c, language)) },
    };

    /// <summary>What is wrong with a rule set, or worth a look.</summary>
    public static V1.Problem ToProto(this Diagnostic problem, Language language) => new()
    {
        Code = problem.Code,
        Severity = problem.Severity == Severity.Error ? V1.Severity.Error : V1.Severity.Warning,
        Text = problem.Text(language),
        Remedy = problem.Remedy(language),
        Place = problem.Place.ToProto(),
    };

    private static V1.Node ToProto(Node node, Language language) => new()
    {
        Code = node.Code,
        Name = node.Name,
        Level = (V1.Level)((int)node.Level + 1),
        Weight = node.Weight.ToProto(),
        Decimals = node.Places,
        Method = node.Method?.InWords.In(language) ?? "",
        Basis = { node.Basis },
        Reading = node.Reading ?? "",
        Children = { node.Children.Select(c => ToProto(c, language)) },
        DimensionKind = (V1.DimensionKind)((int)node.Kind + 1),
    };

    private static V1.FieldSchema ToProto(FieldDefinition field, bool required) => new()
    {
        Name = field.Name,
        Aliases = { field.Aliases },
        Type = field.Type.Kind switch
        {
            FieldKind.Money => V1.FieldType.Money,
            FieldKind.Percent => V1.FieldType.Percent,
            FieldKind.Number => V1.FieldType.Number,
            FieldKind.Date => V1.FieldType.Date,
            FieldKind.YesNo => V1.FieldType.YesNo,
            FieldKind.Target => V1.FieldType.Target,
            _ => V1.FieldType.Text,
        },
        Unit = field.Type.Unit ?? "",
        Required = required,
        Range = field.Range?.Source.Text ?? "",
    };

    private static V1.TableSchema ToProto(TableDefinition table) => new()
    {
        Name = table.Name,
        Columns = { table.Columns.Select(c => ToProto(c, c.Required || table.Key.Contains(c.Name))) },
        Key = { table.Key },
    };
}
