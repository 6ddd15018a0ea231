using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>What became of a leaf, an indicator or all of them, in numbers.</summary>
/// <param name="Exact">The points before rounding; of an indicator that the reference works out, the rounded ones.</param>
/// <param name="Published">The points that count.</param>
/// <param name="Held">The points that are held.</param>
/// <param name="State">3 scored, 2 missing, 1 held, 0 left out: the larger of two counts for what holds both.</param>
/// <param name="Missing">0, or one more than the missing state.</param>
internal sealed record LiftedScore(Lifted.Number Exact, Lifted.Number Published, Lifted.Number Held, int State, int Missing);

/// <summary>Lifts a leaf: its method, then the policy for what is missing.</summary>
internal sealed class LeafLifter(Emitter emitter, MethodLifter methods)
{
    public const int Scored = 3;
    public const int Settled = 2;
    public const int Held = 1;

    private readonly NumberLifter numbers = new(emitter);

    /// <param name="leaf">The leaf.</param>
    /// <param name="indicator">The indicator that it is, or is a point of.</param>
    /// <param name="places">To how many decimals its points are shown.</param>
    public LiftedScore Lift(Node leaf, Node indicator, int places)
    {
        var points = methods.Points(leaf.Method!, new MethodFrame(leaf, leaf.Weight, indicator.Weight));
        var present = emitter.Equal(points.Missing, emitter.Zero);
        var (keep, hold, exclude) = (By(MissingPolicy.Keep), By(MissingPolicy.Hold), By(MissingPolicy.Exclude));
        var (zero, whole) = (numbers.Constant(Fraction.Zero), numbers.Constant(leaf.Weight));
        var exact = numbers.Select(present, points with { Missing = emitter.Zero }, numbers.Select(keep, whole, zero));
        var state = emitter.Select(
            present,
            emitter.Constant(Scored),
            emitter.Select(exclude, emitter.Zero, emitter.Select(hold, emitter.Constant(Held), emitter.Constant(Settled))));
        return new LiftedScore(exact, numbers.Round(exact, places), numbers.Select(hold, whole, zero), state, points.Missing);

        int By(MissingPolicy policy) => Enum.GetValues<MissingState>().Where(s => leaf.Missing.For(s) == policy)
            .Aggregate(emitter.Never, (any, s) => emitter.Or(any, emitter.Equal(points.Missing, emitter.Constant((int)s + 1))));
    }
}
