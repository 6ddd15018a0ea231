using System.Collections.Immutable;

namespace Indicators.Cli;

/// <summary>The table of indicators with their standards; the first two columns run over all indicators of a dimension, of a criterion.</summary>
internal sealed class IndicatorTable(Terminal terminal, IReadOnlyCollection<string> open)
{
    private static readonly Bilingual[] Columns =
        [Texts.DimensionHeading, Texts.CriterionHeading, Texts.IndicatorHeading, Texts.WeightHeading, Texts.PointsHeading, Texts.StandardHeading, Texts.BasisHeading];

    public DocumentTable Of(Node root) => DocumentTable.Of(null, Columns, root.Children.SelectMany(Dimension), terminal);

    private IEnumerable<ImmutableArray<Cell>> Dimension(Node dimension)
    {
        var rows = dimension.All.Count(n => n.Level == Level.Indicator);
        return dimension.Children.Index().SelectMany(c => c.Item.Children.Select((indicator, i) => (ImmutableArray<Cell>)
        [
            new(IsOpen(dimension) ? dimension.Name : terminal.Say(Texts.DocsNamed, dimension.Name, Points(dimension)), c.Index + i == 0 ? rows : 0),
            new(c.Item.Name, i == 0 ? c.Item.Children.Length : 0),
            new($"{indicator.Code} {indicator.Name}"),
            new(IsOpen(indicator) ? terminal.Say(Texts.OpenWord) : Points(indicator)),
            new([.. indicator.Children.Select(p => Point(indicator, p))]),
            new(Standard(indicator)),
            new([.. indicator.Children.Prepend(indicator).Select(Basis).Where(b => b.Length > 0)]),
        ]));
    }

    private string Point(Node indicator, Node point)
    {
        var name = $"{Label(indicator, point)} {point.Name}".Trim();
        return IsOpen(indicator) ? name : terminal.Say(Texts.DocsNamed, name, Points(point));
    }

    /// <summary>Of an indicator with points that score alike once, else point by point.</summary>
    private ImmutableArray<string> Standard(Node indicator)
    {
        var said = indicator.Children.Select(p => p.Standard.In(terminal.Language)).ToList();
        return said.Count == 0 ? [indicator.Standard.In(terminal.Language)]
            : said.Distinct().Count() == 1 ? [said[0]]
            : [.. indicator.Children.Zip(said, (p, text) => $"{Label(indicator, p)} {text}")];
    }

    private string Basis(Node node) => node switch
    {
        { Reading: null } => terminal.List(node.Basis),
        { Basis.IsEmpty: true } => terminal.Say(Texts.DocsOnlyReading, node.Reading),
        _ => terminal.Say(Texts.DocsReading, terminal.List(node.Basis), node.Reading),
    };

    /// <summary>待定, or the sum of something that is.</summary>
    private bool IsOpen(Node node) => open.Contains(node.ToString()) || node.Children.Any(IsOpen);

    private static string Label(Node indicator, Node point) => point.Code[indicator.Code.Length..].TrimStart();

    private static string Points(Node node) => node.Weight.ToShortest(4);
}
