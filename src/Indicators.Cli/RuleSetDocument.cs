using System.Collections.Immutable;

namespace Indicators.Cli;

/// <summary>A rule set as the tables of a regulation, before it is Markdown or HTML.</summary>
internal sealed record RuleSetDocument(string Title, ImmutableArray<string> Head, ImmutableArray<DocumentTable> Tables)
{
    /// <param name="set">The rules.</param>
    /// <param name="open">The names of what is 待定 in them.</param>
    /// <param name="terminal">The language.</param>
    public static RuleSetDocument Of(RuleSet set, IReadOnlyCollection<string> open, Terminal terminal) => new(
        set.Name,
        [.. HeadOf(set, open, terminal)],
        [new IndicatorTable(terminal, open).Of(set.Root), .. FlagTable.Of(set, terminal), .. new EvidenceTables(terminal, [.. open.Except(set.Root.All.Select(n => n.ToString()))]).Of(set.Schema)]);

    private static IEnumerable<string> HeadOf(RuleSet set, IReadOnlyCollection<string> open, Terminal terminal)
    {
        if (!set.Authority.IsEmpty)
        {
            yield return terminal.Say(Texts.DocsAuthority, terminal.List(set.Authority));
        }

        if (set.Year is { } year)
        {
            yield return terminal.Say(Texts.DocsYear, year);
        }

        if (set.Period is { } period)
        {
            yield return terminal.Say(Texts.DocsPeriod, period.From, period.To);
        }

        if (set.Note is { } note)
        {
            yield return terminal.Say(Texts.DocsNote, note);
        }

        if (open.Count > 0)
        {
            yield return terminal.Say(Texts.DocsFramework, open.Count);
        }

        yield return terminal.Say(Texts.DocsGrades, terminal.List(set.Grades.Grades.Select(g => $"{g.Name} {g.Band}")));
        yield return terminal.Say(Texts.DocsMissing, terminal.List(Words.MissingStates.OrderBy(s => s.Key)
            .Select(s => terminal.Say(Texts.DocsMissingState, s.Value, Words.MissingPolicies[set.Root.Missing.For(s.Key)]))));
    }
}

/// <summary>A table with its heading; the first has none, because it is what the document is about.</summary>
internal sealed record DocumentTable(string? Heading, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Cell>> Rows)
{
    public static DocumentTable Of(Bilingual? heading, IEnumerable<Bilingual> columns, IEnumerable<ImmutableArray<Cell>> rows, Terminal terminal) =>
        new(heading is null ? null : terminal.Say(heading), [.. columns.Select(c => terminal.Say(c))], [.. rows]);
}

/// <summary>The lines of a cell, and over how many rows it runs; 0 where the cell above runs over this one.</summary>
internal sealed record Cell(ImmutableArray<string> Lines, int Rows = 1)
{
    public Cell(string line, int rows = 1)
        : this([line], rows)
    {
    }
}
