using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>What became of a leaf, an indicator or all of them, in numbers.</summary>
/// <param name="Exact">The points before rounding; of an indicator that the reference works out, the rounded ones.</param>
/// <param name="Published">The points that count.</param>
/// <param name="State">3 scored, 2 missing, 1 held, 0 left out: the larger of two counts for what holds both.</param>
/// <param name="Missing">0, or one more than the missing state.</param>
/// <param name="Standing">What the points rest on, as the number of the <see cref="Indicators.Standing"/>.</param>
internal sealed record LiftedScore(Lifted.Number Exact, Lifted.Number Published, int State, int Missing, int Standing);

/// <summary>认定 of a leaf: two masks and the standing.</summary>
internal sealed record LiftedRuling(int Met, int NotMet, int Standing);

/// <summary>Lifts a leaf: its method, then the policy for what is missing.</summary>
internal sealed class LeafLifter(Emitter emitter, MethodLifter methods)
{
    public const int Scored = 3;
    public const int Settled = 2;
    public const int Held = 1;

    /// <summary>What a number of a leaf says, or the largest of several leaves of the node above them.</summary>
    public static ScoreState StateOf(int state) => state switch
    {
        Scored => ScoreState.Scored,
        Settled => ScoreState.Missing,
        Held => ScoreState.Held,
        _ => ScoreState.NotApplicable,
    };

    /// <summary>Of what is not there, or missing: it does not count among standings.</summary>
    public const int Unnamed = 3;

    private readonly NumberLifter numbers = new(emitter);

    /// <param name="leaf">The leaf.</param>
    /// <param name="indicator">The indicator that it is, or is a point of.</param>
    /// <param name="places">To how many decimals its points are shown.</param>
    /// <param name="resting">The weakest standing of what it names, or <see cref="Unnamed"/>.</param>
    /// <param name="declared">Where a finding says that it is missing, and how; that comes before anything measured.</param>
    /// <param name="ruling">认定, which overrides all of it.</param>
    public LiftedScore Lift(Node leaf, Node indicator, int places, int resting, int declared, LiftedRuling ruling)
    {
        var points = methods.Points(leaf.Method!, new MethodFrame(leaf, leaf.Weight, indicator.Weight));
        points = points with { Missing = emitter.Select(emitter.Equal(declared, emitter.Zero), points.Missing, declared) };
        var present = emitter.Equal(points.Missing, emitter.Zero);
        var (keep, hold, exclude) = (By(MissingPolicy.Keep), By(MissingPolicy.Hold), By(MissingPolicy.Exclude));
        var (zero, whole) = (numbers.Constant(Fraction.Zero), numbers.Constant(leaf.Weight));
        var exact = numbers.Select(present, points with { Missing = emitter.Zero }, numbers.Select(keep, whole, zero));
        var state = emitter.Select(
            present,
            emitter.Constant(Scored),
            emitter.Select(exclude, emitter.Zero, emitter.Select(hold, emitter.Constant(Held), emitter.Constant(Settled))));
        var standing = emitter.Select(emitter.AndNot(present, emitter.Equal(resting, emitter.Constant(Unnamed))), resting, emitter.Zero);
        var ruled = emitter.Or(ruling.Met, ruling.NotMet);
        exact = numbers.Select(ruling.Met, whole, numbers.Select(ruling.NotMet, zero, exact));
        return new LiftedScore(
            exact,
            numbers.Within(numbers.Round(exact, places), leaf.Weight.Round(places)),
            emitter.Select(ruled, emitter.Constant(Scored), state),
            emitter.Select(ruled, emitter.Zero, points.Missing),
            emitter.Select(ruled, ruling.Standing, standing));

        int By(MissingPolicy policy) => Enum.GetValues<MissingState>().Where(s => leaf.Missing.For(s) == policy)
            .Aggregate(emitter.Never, (any, s) => emitter.Or(any, emitter.Equal(points.Missing, emitter.Constant(Lifted.Rank(s)))));
    }
}
