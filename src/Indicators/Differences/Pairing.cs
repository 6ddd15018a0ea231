using System.Collections.Immutable;

namespace Indicators.Differences;

/// <summary>
/// Which node of one tree is which of the other: by code; a dimension or criterion with another name by the indicators that
/// it holds, an indicator with another code by its name, a point without a code by its text.
/// </summary>
internal sealed class Pairing
{
    private readonly Dictionary<WrittenNode, WrittenNode> after = [];
    private readonly HashSet<WrittenNode> taken = [];

    public Pairing(ImmutableArray<WrittenNode> before, ImmutableArray<WrittenNode> after)
    {
        foreach (var level in new[] { Level.Dimension, Level.Criterion, Level.Indicator })
        {
            var (olds, news) = (Of(before, level), Of(after, level));
            Match(olds, news, (o, n) => o.Code == n.Code);
            Match(olds, news, level == Level.Indicator ? (o, n) => o.Name == n.Name : SharesMost);
        }

        foreach (var (o, n) in this.after.Where(p => p.Key.Level == Level.Indicator).ToList())
        {
            Match(o.Children, n.Children, (a, b) => a.Name == b.Name);
            Match(o.Children, n.Children, (a, b) => a.Label == b.Label);
        }
    }

    /// <summary>The node that this one has become; null where it went.</summary>
    public WrittenNode? After(WrittenNode? before) => before is null ? null : after.GetValueOrDefault(before);

    public bool IsNew(WrittenNode node) => !taken.Contains(node);

    private void Match(IEnumerable<WrittenNode> olds, IReadOnlyCollection<WrittenNode> news, Func<WrittenNode, WrittenNode, bool> same)
    {
        foreach (var old in olds.Where(o => !after.ContainsKey(o)))
        {
            if (news.FirstOrDefault(n => !taken.Contains(n) && same(old, n)) is { } found)
            {
                after.Add(old, found);
                taken.Add(found);
            }
        }
    }

    /// <summary>More than half of the indicators of either.</summary>
    private static bool SharesMost(WrittenNode one, WrittenNode other) =>
        one.IndicatorCodes.Intersect(other.IndicatorCodes).Count() * 2 > Math.Max(one.IndicatorCodes.Count(), other.IndicatorCodes.Count());

    private static List<WrittenNode> Of(ImmutableArray<WrittenNode> dimensions, Level level) => [.. dimensions.SelectMany(d => d.All).Where(n => n.Level == level)];
}
