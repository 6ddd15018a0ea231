using Indicators.Feel;

namespace Indicators;

/// <summary>Checks a project's evidence against its rule set, wherever it came from: required fields, ranges, and findings.</summary>
public static class EvidenceCheck
{
    /// <param name="project">The evidence.</param>
    /// <param name="ruleSet">What it is to be scored by.</param>
    /// <param name="diagnostics">Takes all problems; without an error the project can be scored.</param>
    public static void Check(Project project, RuleSet ruleSet, Diagnostics diagnostics)
    {
        foreach (var field in ruleSet.Schema.Fields)
        {
            var cell = project.Fields.GetValueOrDefault(field.Name);
            CheckRequired(field, cell, new Place(project.Id), project, diagnostics);
            CheckRange(field, cell, diagnostics);
        }

        foreach (var table in ruleSet.Schema.Tables)
        {
            foreach (var row in project.Tables.GetValueOrDefault(table.Name, []))
            {
                CheckRow(row, table, project, diagnostics);
            }
        }

        foreach (var findings in project.Findings.GroupBy(f => f.Code))
        {
            FindingsCheck.Check([.. findings], ruleSet, diagnostics);
        }

        FindingsCheck.CheckWholes(project.Findings, ruleSet, diagnostics);
    }

    private static void CheckRow(Row row, TableDefinition table, Project project, Diagnostics diagnostics)
    {
        foreach (var column in table.Columns)
        {
            var cell = row.Cells.GetValueOrDefault(column.Name);
            if (table.Key.Contains(column.Name) && IsBlank(cell))
            {
                diagnostics.Report(Messages.TableKeyBlank, cell?.Place ?? row.Place, project.Id, table.Name, column.Name);
            }
            else
            {
                CheckRequired(column, cell, row.Place, project, diagnostics);
            }

            CheckRange(column, cell, diagnostics);
        }

        if (table.Survey is { } survey && row.Cells.GetValueOrDefault(survey.OptionColumn) is { Value: Value.Text { Content: var option } } answer && !survey.Options.ContainsKey(option))
        {
            diagnostics.Report(
                Messages.UnknownOption, answer.Place, option, DidYouMean.Hint(option, survey.Options.Keys),
                Words.Listed([.. survey.Options.OrderByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Key)]));
        }
    }

    private static void CheckRequired(FieldDefinition field, Cell? cell, Place place, Project project, Diagnostics diagnostics)
    {
        if (field.Required && IsBlank(cell))
        {
            diagnostics.Report(Messages.RequiredMissing, cell?.Place ?? place, project.Id, field.Name, Words.Listed([.. field.Aliases.Prepend(field.Name)]));
        }
    }

    private static bool IsBlank(Cell? cell) => cell is null or { Value: Value.Missing { State: MissingState.Blank } };

    private static void CheckRange(FieldDefinition field, Cell? cell, Diagnostics diagnostics)
    {
        if (field.Range is not null && cell is { Value: not Value.Missing } && !Passes(field.Range, cell.Value))
        {
            diagnostics.Report(Messages.OutOfRange, cell.Place, field.Name, Shown.Value(cell.Value, field.Type.Feel), field.Range.Source.Text);
        }
    }

    /// <summary>Whether a value is in a 范围.</summary>
    internal static bool Passes(Tests range, Value value) => range.Intervals is { } intervals && value is Value.Number { Amount: var amount }
        ? intervals.Any(i => i.Contains(amount))
        : range.Pass(value, new Scope()) != false;
}
