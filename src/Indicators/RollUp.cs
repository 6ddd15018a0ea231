using System.Collections.Immutable;

namespace Indicators;

/// <summary>Rolls one node up: its leaves are scored at their maximum, each indicator is rounded once, everything above is the sum of the rounded.</summary>
internal static class RollUp
{
    /// <param name="node">A node with children.</param>
    /// <param name="child">The score of a child that is rolled up already.</param>
    /// <param name="leaves">The results of the leaves.</param>
    /// <param name="shares">Their maxima.</param>
    public static Score Of(Node node, Func<Node, Score> child, IReadOnlyDictionary<string, LeafResult> leaves, WeightShares shares)
    {
        // Points are shown in the decimals of their indicator unless they have their own.
        var shown = node.Round ?? 2;
        return Group(node, [.. node.Children.Select(c => c.Method is null ? child(c) : Leaf(leaves[c.Code], shares.Maximum(c), c.Round ?? shown))]);
    }

    private static Score Leaf(LeafResult leaf, Fraction maximum, int places)
    {
        var node = leaf.Node;
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
            Next = leaf.Next is { } next && maximum != node.Weight && !maximum.IsZero ? new Phrase(Sentences.NextAtWeight, next, new Digits(node.Weight, 2)) : leaf.Next,
            Evidence = leaf.Evidence,
        };
    }

    private static Score Group(Node node, ImmutableArray<Score> children)
    {
        var counted = children.All(c => c.Node.Kind == DimensionKind.Counted) ? children : children.RemoveAll(c => c.Node.Kind != DimensionKind.Counted);
        var (full, exact, published, held, resting) = (Fraction.Zero, Fraction.Zero, Fraction.Zero, Fraction.Zero, default(StandingSplit));
        foreach (var child in counted)
        {
            full += child.Maximum;
            exact += child.Exact;
            published += node.Level == Level.Indicator && child.Node.Round is null ? child.Exact : child.Published;
            held += child.Held;
            resting += child.Resting;
        }

        full = node.Kind == DimensionKind.Counted ? full : node.Weight;
        var places = node.Places;
        published = node.Level == Level.Indicator ? published.Round(places) : published;
        var state = State(counted);
        exact = Outside(Fraction.Min(exact, full), children, c => c.Exact);
        published = Outside(Fraction.Min(published, full.Round(places)), children, c => c.Published);
        return new Score
        {
            Node = node,
            State = state,
            Missing = state == ScoreState.Scored ? null : counted.Max(c => c.Missing),
            Policy = state == ScoreState.Scored ? null : counted.Select(c => c.Policy).FirstOrDefault(p => p is not null),
            Maximum = full,
            Exact = exact,
            Published = published,
            Held = held,
            Resting = resting,
            Reasons = node.Level == Level.Indicator ? Explain(children, exact, published, held, places) : [],
            Children = children,
        };
    }

    /// <summary>加分 and 减分 come after the 100 points: they can lift the total above 100, and lower it to 0.</summary>
    private static Fraction Outside(Fraction points, ImmutableArray<Score> children, Func<Score, Fraction> of)
    {
        foreach (var child in children.Where(c => c.Node.Kind != DimensionKind.Counted))
        {
            points += child.Node.Kind == DimensionKind.Bonus ? of(child) : -of(child);
        }

        return Fraction.Max(points, Fraction.Zero);
    }

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
        var nominal = new Digits(leaf.Points ?? Fraction.Zero, places);
        var said = leaf.Policy switch
        {
            null => new Phrase(Sentences.Earned, leaf.Reason, nominal),
            MissingPolicy.Zero => new Phrase(Sentences.KeptZero, leaf.Reason, name),
            MissingPolicy.Keep => new Phrase(Sentences.KeptFull, leaf.Reason, name, nominal),
            MissingPolicy.Exclude => new Phrase(leaf.Node.Missing.ExcludeToTotal ? Sentences.ExcludedToTotal : Sentences.Excluded, leaf.Reason, name),
            _ => new Phrase(Sentences.Held, leaf.Reason, name, new Digits(maximum, 2)),
        };
        return maximum == weight || leaf.State is ScoreState.NotApplicable or ScoreState.Held
            ? [said]
            : [said, new Phrase(Sentences.Rescaled, new Digits(weight, 2), new Digits(maximum, 2), new Digits(exact, places))];
    }

    private static ImmutableArray<Phrase> Explain(ImmutableArray<Score> points, Fraction exact, Fraction published, Fraction held, int places)
    {
        var sum = new Phrase(Sentences.PointsSum, points.Length, exact == published ? new Digits(published, places) : $"{exact.ToShortest(6)}≈{published.ToFixed(places)}");
        return held.IsZero ? [sum] : [sum, new Phrase(Sentences.PointsHeld, new Digits(held, 2))];
    }
}
