namespace Indicators.Compiled;

/// <summary>The scores of one indicator of one project as the reference works them out, where nothing is left out.</summary>
internal sealed record ReferenceIndicator(Fraction Published, int State, int Missing, bool Excluded)
{
    public static ReferenceIndicator Of(Node indicator, Scoring scoring)
    {
        var places = indicator.Round ?? 2;
        var leaves = indicator.Leaves.Select(l => scoring.LeafOf(l)).ToList();
        var exact = Fraction.Sum(leaves.Select(l => l.Node != indicator && l.Node.Round is { } own ? (l.Points ?? Fraction.Zero).Round(own) : l.Points ?? Fraction.Zero));
        var published = exact.Round(places);
        return new(
            indicator.Method is null ? Fraction.Min(published, indicator.Weight.Round(places)) : published,
            leaves.Max(StateOf),
            leaves.Max(l => Lifted.Rank(l.Missing)),
            leaves.Any(l => l.State == ScoreState.NotApplicable));
    }

    /// <summary>The number of a state: see <see cref="LiftedScore"/>.</summary>
    public static int StateOf(LeafResult leaf) => leaf.State switch
    {
        ScoreState.Scored => LeafLifter.Scored,
        ScoreState.Missing => LeafLifter.Settled,
        ScoreState.Held => LeafLifter.Held,
        _ => 0,
    };
}
