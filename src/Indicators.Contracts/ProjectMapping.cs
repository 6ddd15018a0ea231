using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Indicators.Csv;
using Indicators.Feel;

namespace Indicators.Contracts;

/// <summary>
/// A project from the wire as the engine takes it. Every problem is reported with the path of its field, such as
/// <c>project.fields["预算资金"]</c>; without an error the project can be scored.
/// </summary>
public static partial class ProjectMapping
{
    public static Project ToProject(this V1.Project sent, RuleSet ruleSet, Diagnostics problems)
    {
        var project = new Project
        {
            Id = sent.Id,
            Name = sent.Name.Length > 0 ? sent.Name : null,
            Fields = Fields(sent, ruleSet, problems),
            Tables = Tables(sent, ruleSet, problems),
            Findings = [.. sent.Findings.Select((f, i) => Finding(f, new Place($"project.findings[{i}]"), problems)).OfType<Finding>()],
        };
        EvidenceCheck.Check(project, ruleSet, problems);
        return project;
    }

    /// <summary>The project as it is sent with other evidence in the place of its own, under any of the names that a field has.</summary>
    public static V1.Project With(this V1.Project sent, V1.OtherEvidence other, RuleSet ruleSet)
    {
        var fields = other.Fields.Select(f => Named(f.Name)).ToHashSet();
        var tables = other.Tables.Select(t => t.Name).ToHashSet();
        var codes = other.Findings.Select(f => f.Code).ToHashSet();
        return new V1.Project
        {
            Id = sent.Id,
            Name = sent.Name,
            Fields = { sent.Fields.Where(f => !fields.Contains(Named(f.Name))), other.Fields },
            Tables = { sent.Tables.Where(t => !tables.Contains(t.Name)), other.Tables },
            Findings = { sent.Findings.Where(f => !codes.Contains(f.Code)), other.Findings },
        };

        string Named(string name) => ruleSet.Schema.FieldCalled(name)?.Name ?? name;
    }

    private static ImmutableDictionary<string, Cell> Fields(V1.Project sent, RuleSet ruleSet, Diagnostics problems)
    {
        var cells = ImmutableDictionary.CreateBuilder<string, Cell>();
        foreach (var field in sent.Fields)
        {
            var place = new Place($"project.fields[\"{field.Name}\"]");
            if (ruleSet.Schema.FieldCalled(field.Name) is not { } definition)
            {
                problems.Report(Messages.UnknownField, place, field.Name, DidYouMean.Hint(field.Name, ruleSet.Schema.Fields.Select(f => f.Name)));
            }
            else if (cells.ContainsKey(definition.Name))
            {
                problems.Report(Messages.DuplicateValue, place, sent.Id, definition.Name, cells[definition.Name].Place.File);
            }
            else
            {
                CheckClass(field.EvidenceClass, place, problems);
                cells[definition.Name] = Cell(field.Value, definition, field.Source, field.EvidenceClass, place, problems);
            }
        }

        // So that what is required and was not sent has a place.
        foreach (var definition in ruleSet.Schema.Fields.Where(f => f.Required && !cells.ContainsKey(f.Name)))
        {
            cells[definition.Name] = new Cell(Value.Null, Indicators.Standing.Nothing, null, new Place($"project.fields[\"{definition.Name}\"]"));
        }

        return cells.ToImmutable();
    }

    private static ImmutableDictionary<string, ImmutableArray<Row>> Tables(V1.Project sent, RuleSet ruleSet, Diagnostics problems)
    {
        var tables = ImmutableDictionary.CreateBuilder<string, ImmutableArray<Row>>();
        foreach (var table in sent.Tables)
        {
            var place = new Place($"project.tables[\"{table.Name}\"]");
            if (ruleSet.Schema.Table(table.Name) is not { } definition)
            {
                problems.Report(Messages.UnknownTable, place, table.Name, DidYouMean.Hint(table.Name, ruleSet.Schema.Tables.Select(t => t.Name)));
            }
            else if (!tables.TryAdd(definition.Name, Rows(table, definition, place, problems)))
            {
                problems.Report(Messages.DuplicateValue, place, sent.Id, definition.Name, place.File);
            }
        }

        return tables.ToImmutable();
    }

    private static ImmutableArray<Row> Rows(V1.Table table, TableDefinition definition, Place place, Diagnostics problems)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        var keys = new Dictionary<string, Place>();
        foreach (var (i, row) in table.Rows.Index())
        {
            var at = place with { File = $"{place.File}.rows[{i}]" };
            CheckClass(row.EvidenceClass, at, problems);
            foreach (var unknown in row.Cells.Keys.Where(k => definition.Columns.All(c => c.Name != k)))
            {
                problems.Report(Messages.UnknownField, at, unknown, DidYouMean.Hint(unknown, definition.Columns.Select(c => c.Name)));
            }

            var cells = definition.Columns.Where(c => row.Cells.ContainsKey(c.Name)).ToImmutableDictionary(
                c => c.Name,
                c => Cell(InUnitOfRow(row, c), c, row.Source, row.EvidenceClass, at with { File = $"{at.File}.cells[\"{c.Name}\"]" }, problems));
            var key = string.Join(" / ", definition.Key.Select(k => cells.TryGetValue(k, out var cell) ? cell.Value.ToString() : ""));
            if (!definition.Key.IsEmpty && !keys.TryAdd(key, at))
            {
                problems.Report(Messages.DuplicateValue, at, table.Name, key, keys[key].File);
            }

            rows.Add(new Row(cells, Standing(row.Source, row.EvidenceClass), TextOrNull(row.Source), at));
        }

        return rows.ToImmutable();
    }

    /// <summary>The value of a cell, in the unit that the row's 单位列 says unless it has its own.</summary>
    private static V1.Value InUnitOfRow(V1.Row row, FieldDefinition column)
    {
        var value = row.Cells[column.Name];
        if (column.Type.UnitColumn is not { } unit || value.Unit.Length > 0 || !row.Cells.TryGetValue(unit, out var written))
        {
            return value;
        }

        value = value.Clone();
        value.Unit = written.Text;
        return value;
    }

    private static Cell Cell(V1.Value? sent, FieldDefinition definition, string source, V1.EvidenceClass kind, Place place, Diagnostics problems)
    {
        var reading = Read(sent, definition.Type);
        if (reading.Problem is { } problem)
        {
            // The way out is here `unit`, not a column's header.
            var own = problem == Messages.MoneyWithoutUnit || problem == Messages.PercentWithoutSign ? Messages.UnitNotSent : problem;
            problems.Report(own, place, [definition.Name, .. reading.Arguments]);
            return Indicators.Cell.Unreadable(place);
        }

        return Indicators.Cell.Of(reading.Value!, Standing(source, kind), TextOrNull(source), place);
    }

    private static ValueReading Read(V1.Value? sent, FieldType type) => sent?.KindCase switch
    {
        V1.Value.KindOneofCase.Number when sent.Number.Length > Limits.Digits * 2 || !Plain().IsMatch(sent.Number) => new(null, Messages.NumberNotPlain, sent.Number),
        V1.Value.KindOneofCase.Number => type.Kind is FieldKind.Money or FieldKind.Percent or FieldKind.Number or FieldKind.Target
            ? ValueText.Read(sent.Number + (type.UnitColumn is null ? sent.Unit : ""), type, type.UnitColumn is null ? null : TextOrNull(sent.Unit))
            : new(null, Messages.WrongKind, sent.Number, type.Feel.InWords),
        V1.Value.KindOneofCase.Text => ValueText.Read(sent.Text, type, TextOrNull(sent.Unit)),
        V1.Value.KindOneofCase.YesNo => type.Kind == FieldKind.YesNo
            ? new(Value.Of(sent.YesNo), null)
            : new(null, Messages.WrongKind, sent.YesNo ? "true" : "false", type.Feel.InWords),
        V1.Value.KindOneofCase.Date => type.Kind == FieldKind.Date
            ? ValueText.Read(sent.Date, type, null)
            : new(null, Messages.WrongKind, sent.Date, type.Feel.InWords),
        V1.Value.KindOneofCase.Missing when !Enum.IsDefined(sent.Missing) => new(null, Messages.MissingStateUnknown, sent.Missing, Names("MissingState")),
        V1.Value.KindOneofCase.Missing when sent.Missing != V1.MissingState.Unspecified => new(new Value.Missing((MissingState)(sent.Missing - 1)), null),
        _ => new(Value.Null, null),
    };

    private static Finding? Finding(V1.Finding sent, Place place, Diagnostics problems)
    {
        if (sent.Conclusion == V1.Conclusion.Unspecified || !Enum.IsDefined(sent.Conclusion))
        {
            problems.Report(Messages.UnknownConclusion, place, sent.Conclusion, Names("Conclusion"));
            return null;
        }

        CheckClass(sent.EvidenceClass, place, problems);

        var isShare = sent.AmountCase == V1.Finding.AmountOneofCase.Share;
        var written = isShare ? sent.Share : sent.Points;
        Fraction? amount = null;
        if (written.Length > 0)
        {
            amount = written.Length > Limits.Digits * 2 ? null : isShare ? Methods.Amount.ParseShare(written) : Fraction.TryParse(written, out var points) ? points : null;
            if (amount is null)
            {
                problems.Report(Messages.BadShare, place, written);
                return null;
            }
        }

        return new Finding(sent.Code, (Conclusion)((int)sent.Conclusion - 1), place)
        {
            Amount = amount,
            AmountIsShare = isShare,
            Level = TextOrNull(sent.Level),
            Reason = TextOrNull(sent.Reason),
            Document = TextOrNull(sent.Document),
            Evaluator = TextOrNull(sent.Evaluator),
            Standing = Standing(sent.Document, sent.EvidenceClass),
        };
    }

    private static Standing Standing(string source, V1.EvidenceClass kind) => EvidenceWords.Standing(source, kind switch
    {
        V1.EvidenceClass.Claim => EvidenceWords.Claim.En,
        V1.EvidenceClass.WorkedBackwards => EvidenceWords.WorkedBackwards.En,
        _ => null,
    });

    /// <summary>A class of a newer contract could be a claim; it must not pass for evidence.</summary>
    private static void CheckClass(V1.EvidenceClass kind, Place place, Diagnostics problems)
    {
        if (!Enum.IsDefined(kind))
        {
            problems.Report(Messages.UnknownClass, place, kind, Names("EvidenceClass"));
        }
    }

    /// <summary>The names that an enum of the contract may have, UNSPECIFIED left out.</summary>
    private static string Names(string type) => string.Join(", ", V1.ProjectReflection.Descriptor
        .FindTypeByName<EnumDescriptor>(type).Values.Skip(1).Select(v => v.Name));

    private static string? TextOrNull(string text) => text.Length > 0 ? text : null;

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex Plain();
}
