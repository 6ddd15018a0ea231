using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Years;

/// <summary>Evidence that was read for one rule set, as another takes it: what that one asks and the evidence does not have is blank (空白).</summary>
internal static class OtherRules
{
    /// <summary>Fields and tables under any of their names, where both mean the same kind of value; findings on codes that the other rules judge.</summary>
    /// <returns>Null where even so the evidence does not suit the other rules.</returns>
    public static Project? Under(this Project project, RuleSet own, RuleSet other)
    {
        if (own.Digest == other.Digest)
        {
            return project;
        }

        var taken = project.With(Fields(project, own, other), Tables(project, own, other), Findings(project, other));
        var problems = new Diagnostics();
        EvidenceCheck.Check(taken, other, problems);
        return problems.HasErrors ? null : taken;
    }

    private static ImmutableDictionary<string, Cell> Fields(Project project, RuleSet own, RuleSet other)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, Cell>();
        foreach (var field in other.Schema.Fields)
        {
            if (Same(own.Schema.Fields, field) is { } known && project.Fields.TryGetValue(known.Name, out var cell))
            {
                fields[field.Name] = cell;
            }
        }

        return fields.ToImmutable();
    }

    private static ImmutableDictionary<string, ImmutableArray<Row>> Tables(Project project, RuleSet own, RuleSet other)
    {
        var tables = ImmutableDictionary.CreateBuilder<string, ImmutableArray<Row>>();
        foreach (var table in other.Schema.Tables)
        {
            if (own.Schema.Table(table.Name) is { } known && project.Tables.TryGetValue(table.Name, out var rows))
            {
                tables[table.Name] = [.. rows.Select(r => r with { Cells = Cells(r, known, table) })];
            }
        }

        return tables.ToImmutable();
    }

    private static ImmutableDictionary<string, Cell> Cells(Row row, TableDefinition own, TableDefinition other)
    {
        var cells = ImmutableDictionary.CreateBuilder<string, Cell>();
        foreach (var column in other.Columns)
        {
            if (Same(own.Columns, column) is { } known && row.Cells.TryGetValue(known.Name, out var cell))
            {
                cells[column.Name] = cell;
            }
        }

        return cells.ToImmutable();
    }

    /// <summary>The field of the same kind and unit that goes by one of the names of another.</summary>
    private static FieldDefinition? Same(ImmutableArray<FieldDefinition> fields, FieldDefinition wanted) => fields.FirstOrDefault(f =>
        f.Type.Kind == wanted.Type.Kind && f.Type.Unit == wanted.Type.Unit
        && (f.Name == wanted.Name || f.Aliases.Contains(wanted.Name) || wanted.Aliases.Contains(f.Name)));

    /// <summary>Those on a code that the other rules have, where they suit its method.</summary>
    private static ImmutableArray<Finding> Findings(Project project, RuleSet other)
    {
        var suited = ImmutableArray.CreateBuilder<Finding>();
        foreach (var findings in project.Findings.Where(f => other.Find(f.Code) is not null).GroupBy(f => f.Code))
        {
            var problems = new Diagnostics();
            FindingsCheck.Check([.. findings], other, problems);
            if (!problems.HasErrors)
            {
                suited.AddRange(findings);
            }
        }

        return suited.ToImmutable();
    }
}
