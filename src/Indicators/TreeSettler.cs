using System.Collections.Immutable;

namespace Indicators;

/// <summary>
/// Rolls the tree up: the weight of what is excluded goes to its siblings (or to the whole), each indicator is rounded
/// once, and everything above is the sum of the rounded.
/// </summary>
internal sealed class TreeSettler(IReadOnlyDictionary<string, LeafResult> leaves)
{
    public Score Settle(Node root)
    {
        var once = Settle(root, root.Weight, 2);
        // 剔除到总分 leaves a hole; the whole is scaled up to fill it.
        return once.Maximum == root.Weight || once.Maximum.IsZero ? once : Settle(root, root.Weight * root.Weight / once.Maximum, 2);
    }

    /// <param name="node">The node.</param>
    /// <param name="maximum">Its weight after exclusions.</param>
    /// <param name="places">The decimals of the node around it, in which it is shown unless it has its own.</param>
    private Score Settle(Node node, Fraction maximum, int places) => node.Method is null
        ? Group(node, maximum, node.Round ?? places)
        : Leaf(leaves[node.Code], maximum, node.Round ?? places);

    private static Score Leaf(LeafResult leaf, Fraction maximum, int places)
    {
        var node = leaf.Node;
        if (leaf.State == ScoreState.NotApplicable)
        {
            maximum = Fraction.Zero;
        }

        var exact = leaf.Points is { } points && !node.Weight.IsZero ? points * maximum / node.Weight : Fraction.Zero;
        return new Score
        {
            Node = node,
            State = leaf.State,
            Missing = leaf.Missing,
            Policy = leaf.Policy,
            Maximum = maximum,
            Exact = exact,
            Published = exact.Round(places),
            Held = leaf.State == ScoreState.Held ? maximum : Fraction.Zero,
            Resting = StandingSplit.Of(leaf.Standing, maximum),
            Reasons = Explain(leaf, maximum, exact, places),
            Next = leaf.Next is { } next && maximum != node.Weight && !maximum.IsZero ? new Phrase(Sentences.NextAtWeight, next, node.Weight.ToFixed(2)) : leaf.Next,
            Evidence = leaf.Evidence,
        };
    }

    private Score Group(Node node, Fraction maximum, int shown)
    {
        var present = Fraction.Sum(node.Children.Where(IsPresent).Select(c => c.Weight));
        var lost = Fraction.Sum(node.Children.Where(c => !IsPresent(c) && GoesToTotal(c)).Select(c => c.Weight));
        var factor = present.IsZero ? Fraction.Zero : maximum * (node.Weight - lost) / node.Weight / present;
        var children = node.Children.Select(c => Settle(c, c.Weight * factor, shown)).ToImmutableArray();
        var exact = Fraction.Sum(children.Select(c => c.Exact));
        var full = Fraction.Sum(children.Select(c => c.Maximum));
        var places = node.All.Where(n => n.Level == Level.Indicator).Max(n => n.Round) ?? 2;
        var published = node.Level == Level.Indicator
            ? Fraction.Sum(children.Select(c => c.Node.Round is null ? c.Exact : c.Published)).Round(places)
            : Fraction.Sum(children.Select(c => c.Published));
        published = Fraction.Min(published, full.Round(places));
        var held = Fraction.Sum(children.Select(c => c.Held));
        var state = State(children);
        return new Score
        {
            Node = node,
            State = state,
            Missing = state == ScoreState.Scored ? null : children.Max(c => c.Missing),
            Policy = state == ScoreState.Scored ? null : children.Select(c => c.Policy).FirstOrDefault(p => p is not null),
            Maximum = full,
            Exact = exact,
            Published = published,
            Held = held,
            Resting = children.Aggregate(default(StandingSplit), (sum, c) => sum + c.Resting),
            Reasons = node.Level == Level.Indicator ? Explain(children, exact, published, held, places) : [],
            Children = children,
        };
    }

    private bool IsPresent(Node node) => node.Leaves.Any(l => leaves[l.Code].State != ScoreState.NotApplicable);

    private static bool GoesToTotal(Node node) => node.Leaves.Any(l => l.Missing.ExcludeToTotal);

    private static ScoreState State(ImmutableArray<Score> children) =>
        children.Any(c => c.State == ScoreState.Scored) ? ScoreState.Scored
        : children.Any(c => c.State == ScoreState.Missing) ? ScoreState.Missing
        : children.Any(c => c.State == ScoreState.Held) ? ScoreState.Held
        : ScoreState.NotApplicable;

    /// <summary>The arithmetic of the method is at the nominal weight; a changed weight is a sentence of its own.</summary>
    private static ImmutableArray<Phrase> Explain(LeafResult leaf, Fraction maximum, Fraction exact, int places)
    {
        var weight = leaf.Node.Weight;
        var name = leaf.Missing is { } missing ? Words.MissingStates[missing] : new Bilingual("", "");
        var nominal = (leaf.Points ?? Fraction.Zero).ToFixed(places);
        var said = leaf.Policy switch
        {
            null => new Phrase(Sentences.Earned, leaf.Reason, nominal),
            MissingPolicy.Zero => new Phrase(Sentences.KeptZero, leaf.Reason, name),
            MissingPolicy.Keep => new Phrase(Sentences.KeptFull, leaf.Reason, name, nominal),
            MissingPolicy.Exclude => new Phrase(leaf.Node.Missing.ExcludeToTotal ? Sentences.ExcludedToTotal : Sentences.Excluded, leaf.Reason, name),
            _ => new Phrase(Sentences.Held, leaf.Reason, name, maximum.ToFixed(2)),
        };
        return maximum == weight || leaf.State is ScoreState.NotApplicable or ScoreState.Held
            ? [said]
            : [said, new Phrase(Sentences.Rescaled, weight.ToFixed(2), maximum.ToFixed(2), exact.ToFixed(places))];
    }

    private static ImmutableArray<Phrase> Explain(ImmutableArray<Score> points, Fraction exact, Fraction published, Fraction held, int places)
    {
        var sum = new Phrase(Sentences.PointsSum, points.Length, exact == published ? published.ToFixed(places) : $"{exact.ToShortest(6)}≈{published.ToFixed(places)}");
        return held.IsZero ? [sum] : [sum, new Phrase(Sentences.PointsHeld, held.ToFixed(2))];
    }
}
