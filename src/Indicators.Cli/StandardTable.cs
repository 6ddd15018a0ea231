using System.Collections.Immutable;

namespace Indicators.Cli;

/// <summary>A rule set as the tables of a regulation, before it is Markdown or HTML.</summary>
internal sealed record StandardTable(string Title, ImmutableArray<string> Head, ImmutableArray<DocumentTable> Tables)
{
    public static StandardTable Of(RuleSet set, Terminal terminal) => new(
        set.Name,
        [
            .. set.Authority.IsEmpty ? Array.Empty<string>() : [terminal.Say(Texts.DocsAuthority, terminal.List(set.Authority))],
            .. set.Note is null ? Array.Empty<string>() : [terminal.Say(Texts.DocsNote, set.Note)],
            terminal.Say(Texts.DocsGrades, terminal.List(set.Grades.Grades.Select(g => $"{g.Name} {g.Band}"))),
        ],
        [Indicators(set, terminal), .. Flags(set, terminal), .. Evidence(set, terminal)]);

    /// <summary>The first two columns run over all indicators of a dimension, of a criterion.</summary>
    private static DocumentTable Indicators(RuleSet set, Terminal terminal)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        foreach (var dimension in set.Root.Children)
        {
            var ofDimension = dimension.All.Count(n => n.Level == Level.Indicator);
            foreach (var (c, criterion) in dimension.Children.Index())
            {
                rows.AddRange(criterion.Children.Select((indicator, i) => (ImmutableArray<Cell>)
                [
                    new(terminal.Say(Texts.DocsNamed, dimension.Name, Points(dimension)), c + i == 0 ? ofDimension : 0),
                    new(criterion.Name, i == 0 ? criterion.Children.Length : 0),
                    new($"{indicator.Code} {indicator.Name}"),
                    new(Points(indicator)),
                    new([.. indicator.Children.Select(p => terminal.Say(Texts.DocsNamed, $"{p.Code[indicator.Code.Length..].TrimStart()} {p.Name}".Trim(), Points(p)))]),
                    new(Standard(indicator, terminal)),
                    new([.. indicator.Children.Prepend(indicator).Select(n => Basis(n, terminal)).Where(b => b.Length > 0)]),
                ]));
            }
        }

        return new(null, [.. Headings([Texts.DimensionHeading, Texts.CriterionHeading, Texts.IndicatorHeading, Texts.WeightHeading, Texts.PointsHeading, Texts.StandardHeading, Texts.BasisHeading], terminal)], rows.ToImmutable());
    }

    /// <summary>Of an indicator with points that score alike once, else point by point.</summary>
    private static ImmutableArray<string> Standard(Node indicator, Terminal terminal)
    {
        var said = indicator.Children.Select(p => p.Standard.In(terminal.Language)).ToList();
        return said.Count == 0 ? [indicator.Standard.In(terminal.Language)]
            : said.Distinct().Count() == 1 ? [said[0]]
            : [.. indicator.Children.Zip(said, (p, text) => $"{p.Code[indicator.Code.Length..]} {text}")];
    }

    private static string Basis(Node node, Terminal terminal) => node switch
    {
        { Reading: null } => terminal.List(node.Basis),
        { Basis.IsEmpty: true } => terminal.Say(Texts.DocsOnlyReading, node.Reading),
        _ => terminal.Say(Texts.DocsReading, terminal.List(node.Basis), node.Reading),
    };

    private static IEnumerable<DocumentTable> Flags(RuleSet set, Terminal terminal) => set.Flags.IsEmpty ? [] :
    [
        new(terminal.Say(Texts.DocsFlags), [.. Headings([Texts.CodeHeading, Texts.NameHeading, Texts.KindHeading, Texts.AboutHeading, Texts.WhenHeading, Texts.BasisHeading], terminal)],
            [.. set.Flags.Select(f => (ImmutableArray<Cell>)
            [
                new(f.Code), new(f.Name),
                new(terminal.Say(f.Kind == FlagKind.RedLine ? Texts.RedLine : Texts.Doubt) + (f.Cap is { } cap ? terminal.Say(Texts.FlagCaps, cap.Name) : "")),
                new(terminal.List(f.About)), new(f.When.Source.Text), new(terminal.List(f.Basis)),
            ])]),
    ];

    private static IEnumerable<DocumentTable> Evidence(RuleSet set, Terminal terminal)
    {
        var schema = set.Schema;
        yield return new(terminal.Say(Texts.DocsEvidence), [.. Headings([Texts.NameHeading, Texts.FieldKindHeading, Texts.ContentHeading], terminal)],
        [
            .. schema.Fields.Select(f => Row(f.Name, Texts.FieldWord, terminal.Say(f.Type.Feel.InWords))),
            .. schema.Tables.Select(t => Row(t.Name, Texts.TableWord, terminal.List([.. t.Columns.Select(c => c.Name), .. t.Computed.Select(c => $"{c.Name} = {c.Formula.Source.Text}")]))),
            .. schema.Computed.Select(c => Row(c.Name, Texts.ComputedWord, $"= {c.Formula.Source.Text}")),
        ]);

        ImmutableArray<Cell> Row(string name, Bilingual kind, string content) => [new(name), new(terminal.Say(kind)), new(content)];
    }

    private static string Points(Node node) => node.Weight.ToShortest(4);

    private static IEnumerable<string> Headings(IEnumerable<Bilingual> headings, Terminal terminal) => headings.Select(h => terminal.Say(h));
}

/// <summary>A table with its heading; the first has none, because it is what the document is about.</summary>
internal sealed record DocumentTable(string? Heading, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Cell>> Rows);

/// <summary>The lines of a cell, and over how many rows it runs; 0 where the cell above runs over this one.</summary>
internal sealed record Cell(ImmutableArray<string> Lines, int Rows = 1)
{
    public Cell(string line, int rows = 1)
        : this([line], rows)
    {
    }
}
