using System.Collections.Immutable;

namespace Indicators.Years;

/// <summary>A dimension, criterion or indicator in two years; null in the year whose rules do not have it.</summary>
public sealed record NodePair(Node? Before, Node? After)
{
    public Node Any => After ?? Before!;

    public string Code => Any.Code;

    public string Name => Any.Name;

    public Level Level => Any.Level;

    /// <summary>The decimals that both years need.</summary>
    public int Places => Math.Max(Before?.Places ?? 0, After?.Places ?? 0);

    /// <summary>Whether both have it with another 分值: then rates are compared, not points.</summary>
    public bool WeightChanged => Before is not null && After is not null && Before.Weight != After.Weight;

    /// <summary>−1 for a dimension that takes points off (减分), and all in it.</summary>
    public required int Sign { get; init; }

    /// <summary>All of two rule sets, dimensions first where they begin: the tree of the later one, what went after its parent's others.</summary>
    public static ImmutableArray<NodePair> Of(RuleSet before, RuleSet after)
    {
        var pairs = ImmutableArray.CreateBuilder<NodePair>();
        Add(before.Root.Children, after.Root.Children, null);
        return pairs.ToImmutable();

        void Add(ImmutableArray<Node> old, ImmutableArray<Node> @new, int? sign)
        {
            foreach (var pair in Matched(old, @new).Where(p => p.Level <= Level.Indicator))
            {
                var own = sign ?? (pair.Any.Kind == DimensionKind.Penalty ? -1 : 1);
                pairs.Add(pair with { Sign = own });
                Add(pair.Before?.Children ?? [], pair.After?.Children ?? [], own);
            }
        }

        // An indicator that moved to another parent is itself, under the parent that it has now.
        IEnumerable<NodePair> Matched(ImmutableArray<Node> old, ImmutableArray<Node> @new) =>
            @new.Select(n => new NodePair(before.Find(n.Code), n) { Sign = 1 })
                .Concat(old.Where(n => after.Find(n.Code) is null).Select(n => new NodePair(n, null) { Sign = 1 }));
    }
}
