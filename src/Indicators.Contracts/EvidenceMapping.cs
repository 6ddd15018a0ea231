using Indicators.Feel;

namespace Indicators.Contracts;

/// <summary>A project as it would have been sent: what <see cref="ProjectMapping"/> makes of it scores the same.</summary>
public static class EvidenceMapping
{
    public static V1.Project ToProto(this Project project, RuleSet ruleSet)
    {
        var sent = new V1.Project { Id = project.Id, Name = project.Name ?? "" };
        foreach (var field in ruleSet.Schema.Fields)
        {
            if (project.Fields.TryGetValue(field.Name, out var cell))
            {
                sent.Fields.Add(new V1.Field { Name = field.Name, Value = cell.Value.ToProto(field.Type), Source = cell.Source ?? "", EvidenceClass = Class(cell.Standing, cell.Source) });
            }
        }

        foreach (var table in ruleSet.Schema.Tables)
        {
            if (project.Tables.TryGetValue(table.Name, out var rows))
            {
                sent.Tables.Add(new V1.Table { Name = table.Name, Rows = { rows.Select(r => ToProto(r, table)) } });
            }
        }

        sent.Findings.Add(project.Findings.Select(ToProto));
        return sent;
    }

    /// <summary>A value in the unit in which it is held: money in 元, a percentage in %.</summary>
    public static V1.Value ToProto(this Value value, FieldType type) => value switch
    {
        Value.Number n when type.Kind == FieldKind.Percent => new() { Number = Digits(n.Amount * Fraction.Hundred), Unit = FeelType.Percent },
        Value.Number n => new() { Number = Digits(n.Amount), Unit = type.Kind == FieldKind.Money ? FeelType.Yuan : "" },
        Value.Truth t => new() { YesNo = t.Holds },
        Value.Date d => new() { Date = d.Day.ToString() },
        Value.Text t => new() { Text = t.Content },
        Value.Missing m => new() { Missing = (V1.MissingState)((int)m.State + 1) },
        _ when Target.Written(value) is { } written => new() { Text = written },
        _ => throw new InvalidOperationException($"{value} is no value of a field."),
    };

    public static V1.Finding ToProto(this Finding finding)
    {
        var sent = new V1.Finding
        {
            Code = finding.Code,
            Conclusion = (V1.Conclusion)((int)finding.Conclusion + 1),
            Reason = finding.Reason ?? "",
            Document = finding.Document ?? "",
            EvidenceClass = Class(finding.Standing, finding.Document),
            Evaluator = finding.Evaluator ?? "",
            Level = finding.Level ?? "",
        };
        if (finding is { Amount: { } share, AmountIsShare: false, Conclusion: Conclusion.Scored })
        {
            sent.Points = Digits(share);
        }
        else if (finding.Amount is { } part)
        {
            sent.Share = part.ToString();
        }

        return sent;
    }

    private static V1.Row ToProto(Row row, TableDefinition table)
    {
        var sent = new V1.Row { Source = row.Source ?? "", EvidenceClass = Class(row.Standing, row.Source) };
        foreach (var column in table.Columns)
        {
            if (row.Cells.TryGetValue(column.Name, out var cell))
            {
                sent.Cells[column.Name] = cell.Value.ToProto(column.Type);
            }
        }

        return sent;
    }

    /// <summary>A named document makes evidence unless its class says that it is only a claim.</summary>
    private static V1.EvidenceClass Class(Standing standing, string? source) =>
        standing == Standing.Claim && !string.IsNullOrEmpty(source) ? V1.EvidenceClass.Claim : V1.EvidenceClass.Unspecified;

    private static string Digits(Fraction number) => number.ToShortest(Limits.Digits);
}
