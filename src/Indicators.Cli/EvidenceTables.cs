using System.Collections.Immutable;

namespace Indicators.Cli;

/// <summary>The tables of the evidence that a rule set asks for: the fields of a project, the columns of each table, what is worked out, or 待定.</summary>
internal sealed class EvidenceTables(Terminal terminal, IReadOnlyCollection<string> open)
{
    private static readonly Bilingual[] Fields = [Texts.NameHeading, Texts.TypeHeading, Texts.RequiredHeading, Texts.RangeHeading, Texts.AliasesHeading];
    private static readonly Bilingual[] Computed = [Texts.NameHeading, Texts.FormulaHeading];

    public IEnumerable<DocumentTable> Of(EvidenceSchema schema)
    {
        if (!schema.Fields.IsEmpty)
        {
            yield return DocumentTable.Of(Texts.DocsEvidence, Fields, schema.Fields.Select(f => Row(f, f.Required)), terminal);
        }

        foreach (var table in schema.Tables)
        {
            var key = terminal.Say(Texts.DocsTable, table.Name, terminal.List(table.Key)) + Minimum(table.Survey);
            var columns = table.Columns.Select(c => Row(c, c.Required || table.Key.Contains(c.Name)));
            yield return DocumentTable.Of(Bilingual.Same(key), Fields, [.. columns, .. table.Computed.Select(Worked)], terminal);
            if (table.Survey is { } survey)
            {
                yield return DocumentTable.Of(
                    Bilingual.Same(terminal.Say(Texts.DocsOptions, table.Name, survey.OptionColumn)),
                    [Texts.OptionHeading, Texts.WorthHeading],
                    survey.Options.OrderByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).Select(o => Cells(o.Key, (o.Value * Fraction.Hundred).ToShortest(4) + "%")),
                    terminal);
            }
        }

        var worked = schema.Computed.Select(c => Cells(c.Name, $"= {c.Formula.Source.Text}"))
            .Concat(open.Select(name => Cells(name, terminal.Say(Texts.OpenWord)))).ToList();
        if (worked.Count > 0)
        {
            yield return DocumentTable.Of(Texts.DocsComputed, Computed, worked, terminal);
        }
    }

    private ImmutableArray<Cell> Row(FieldDefinition field, bool required) =>
        Cells(field.Name, Type(field.Type), required ? terminal.Say(Texts.YesWord) : "", field.Range?.Source.Text ?? "", terminal.List(field.Aliases));

    private static ImmutableArray<Cell> Worked(ComputedField column) => Cells(column.Name, $"= {column.Formula.Source.Text}", "", "", "");

    private string Type(FieldType type)
    {
        var kind = Words.FieldKinds[type.Kind];
        return type.UnitColumn is { } column ? terminal.Say(Texts.DocsUnitColumn, kind, column)
            : type.Unit is { } unit ? terminal.Say(Texts.DocsUnit, kind, unit)
            : terminal.Say(kind);
    }

    private string Minimum(Survey? survey) => survey is { Minimum: > 0 and var least } ? terminal.Say(Texts.DocsMinimum, least) : "";

    private static ImmutableArray<Cell> Cells(params string[] texts) => [.. texts.Select(t => new Cell(t))];
}
