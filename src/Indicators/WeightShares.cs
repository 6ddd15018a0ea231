namespace Indicators;

/// <summary>
/// The maximum of every leaf once the weight of what is excluded is shared out: among its siblings, then among the
/// siblings of its parent; with 剔除到总分 over the whole.
/// </summary>
internal sealed class WeightShares
{
    private readonly IReadOnlyDictionary<string, LeafResult> leaves;
    private readonly Dictionary<string, Fraction> maxima = [];

    private WeightShares(IReadOnlyDictionary<string, LeafResult> leaves) => this.leaves = leaves;

    public static WeightShares Of(Node root, IReadOnlyDictionary<string, LeafResult> leaves)
    {
        var shares = new WeightShares(leaves);
        foreach (var leaf in root.Children.Where(c => c.Kind != DimensionKind.Counted).SelectMany(c => c.Leaves))
        {
            shares.maxima[leaf.Code] = leaf.Weight;
        }

        var left = shares.ShareOut(root, root.Weight);
        if (left != root.Weight && !left.IsZero)
        {
            // 剔除到总分 leaves a hole; the whole is scaled up to fill it.
            shares.ShareOut(root, root.Weight * root.Weight / left);
        }

        return shares;
    }

    public Fraction Maximum(Node leaf) => maxima[leaf.Code];

    /// <summary>Hands a weight down to the leaves, and returns how much of it arrived.</summary>
    private Fraction ShareOut(Node node, Fraction weight)
    {
        if (node.Method is not null)
        {
            return maxima[node.Code] = IsPresent(node) ? weight : Fraction.Zero;
        }

        var (present, lost) = (Fraction.Zero, Fraction.Zero);
        foreach (var child in node.Children.Where(c => c.Kind == DimensionKind.Counted))
        {
            var isPresent = IsPresent(child);
            present += isPresent ? child.Weight : Fraction.Zero;
            lost += !isPresent && GoesToTotal(child) ? child.Weight : Fraction.Zero;
        }

        var factor = present.IsZero ? Fraction.Zero : weight * (node.Weight - lost) / node.Weight / present;
        var arrived = Fraction.Zero;
        foreach (var child in node.Children.Where(c => c.Kind == DimensionKind.Counted))
        {
            arrived += ShareOut(child, child.Weight * factor);
        }

        return arrived;
    }

    private bool IsPresent(Node node)
    {
        foreach (var leaf in node.Leaves)
        {
            if (leaves[leaf.Code].State != ScoreState.NotApplicable)
            {
                return true;
            }
        }

        return false;
    }

    private static bool GoesToTotal(Node node) => node.Leaves.Any(l => l.Missing.ExcludeToTotal);
}
