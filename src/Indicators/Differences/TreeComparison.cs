using System.Collections.Immutable;
using Indicators.Loading;
using Indicators.Loading.Building;
using Indicators.Yaml;

namespace Indicators.Differences;

/// <summary>What came, went, moved and changed in the tree of indicators.</summary>
internal sealed class TreeComparison
{
    private static readonly Bilingual Worth = new("分值 {0}，{1}", "weight {0}; {1}");
    private static readonly Bilingual Children = new("下级", "children");

    private readonly ImmutableArray<WrittenNode> before;
    private readonly ImmutableArray<WrittenNode> after;
    private readonly NodeComparison nodes;
    private readonly Pairing pairs;

    public TreeComparison(WrittenRules one, WrittenRules other)
    {
        (before, after) = (Read(one), Read(other));
        nodes = new NodeComparison(one.Root, other.Root);
        pairs = new Pairing(before, after);
    }

    /// <summary>In the order of the new tree, what went after its dimension, dimensions that went at the end.</summary>
    public IEnumerable<Difference> All()
    {
        var olds = before.SelectMany(d => d.All).Where(n => pairs.After(n) is not null).ToLookup(n => pairs.After(n)!);
        foreach (var node in after.SelectMany(d => d.All))
        {
            var differences = olds[node].FirstOrDefault() is { } old ? Pair(old, node)
                : node is { Level: Level.Point, Parent: { } parent } && pairs.IsNew(parent) ? []
                : [new Difference(DifferenceKind.Came, About(node), Part(node), null, Said(node, nodes.After(node)), null, node.Place)];
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }

        foreach (var node in before.SelectMany(d => d.All).Where(n => pairs.After(n) is null && (n.Level != Level.Point || pairs.After(n.Parent) is not null)))
        {
            yield return new Difference(DifferenceKind.Went, About(pairs.After(node.Dimension) ?? node.Dimension, node), Part(node), Said(node, nodes.Before(node)), null, node.Place, null);
        }
    }

    private IEnumerable<Difference> Pair(WrittenNode old, WrittenNode node)
    {
        var about = About(node);
        if (pairs.After(old.Parent) != node.Parent)
        {
            yield return new Difference(DifferenceKind.Moved, about, Part(node), WrittenText.Same(old.Parent!.Path), WrittenText.Same(node.Parent!.Path), old.Place, node.Place);
        }

        if (node.Level == Level.Point && old.Label != node.Label)
        {
            yield return new Difference(DifferenceKind.Moved, about, Part(node), WrittenText.Same(old.Label), WrittenText.Same(node.Label), old.Place, node.Place);
        }

        foreach (var difference in nodes.Between(old, node, about))
        {
            yield return difference;
        }

        var kept = old.Children.Select(pairs.After).OfType<WrittenNode>().Where(n => n.Parent == node).ToList();
        var inOrder = node.Children.Where(kept.Contains).ToList();
        if (!kept.SequenceEqual(inOrder) && !old.Children.Any(c => c.Level == Level.Point && pairs.After(c) is { } now && now.Label != c.Label))
        {
            yield return new Difference(DifferenceKind.Order, about, Children, Listed(kept), Listed(inOrder), old.Place, node.Place);
        }
    }

    private static Phrase Listed(IEnumerable<WrittenNode> nodes) => WrittenText.Same(Words.Listed([.. nodes.Select(n => n.Label)]));

    /// <summary>Of an indicator or point its weight and its standard.</summary>
    private static Phrase Said(WrittenNode node, Node? read) => node.Level < Level.Indicator || read is null ? WrittenText.Same(node.Name)
        : (node.Own.Find(Keys.Weight) ?? node.Own.Find(Keys.Share))?.Value is YamlText weight ? new Phrase(Worth, weight.Content, read.Standard)
        : read.Standard;

    private static Bilingual Part(WrittenNode node) => node.Level switch
    {
        Level.Dimension => Keys.Dimension,
        Level.Criterion => Keys.Criteria,
        Level.Indicator => Keys.Indicators,
        _ => Keys.Points,
    };

    private static Subject About(WrittenNode node) => About(node.Dimension, node);

    private static Subject About(WrittenNode dimension, WrittenNode node) =>
        new(Bilingual.Same(dimension.Name), node.Level == Level.Dimension || node.Code == node.Name ? "" : node.Code, node.Level == Level.Dimension ? "" : node.Name);

    private static ImmutableArray<WrittenNode> Read(WrittenRules rules) =>
        [.. rules.Files.Dimensions.Select(d => Canonical.Of(d)).OfType<YamlMap>().Select(WrittenNode.Read)
            .OrderBy(d => d.IndicatorCodes.FirstOrDefault() ?? d.Code, NaturalOrder.Comparer)];
}
