using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>Which way points go, as what is measured rises. Rising and falling include standing still.</summary>
internal enum Trend
{
    Flat,
    Rising,
    Falling,
}

/// <summary>
/// The points of a method as a function of what it measures, where nothing else decides: exact at every number, and between two
/// neighbouring bounds with one trend, so that a finite number of comparisons says how it goes as a whole.
/// </summary>
/// <param name="Bounds">Where the trend may change.</param>
/// <param name="Value">The points at a number.</param>
/// <param name="Trend">The trend around a number between two bounds.</param>
/// <param name="Limit">For a number between two bounds and one of these two: no value between lies beyond it in the direction of the trend.</param>
internal sealed record Curve(
    ImmutableArray<Fraction> Bounds,
    Func<Fraction, Fraction> Value,
    Func<Fraction, Trend> Trend,
    Func<Fraction, Fraction, Fraction> Limit)
{
    public static Curve Flat(Fraction points) => Of([], _ => points, _ => Analysis.Trend.Flat);

    /// <summary>A function whose trend between two bounds includes both.</summary>
    public static Curve Of(IEnumerable<Fraction> bounds, Func<Fraction, Fraction> value, Func<Fraction, Trend> trend) =>
        new([.. bounds], value, trend, (_, end) => value(end));

    /// <summary>The first part whose numbers hold the value decides; the last takes the rest.</summary>
    public static Curve FirstOf(ImmutableArray<(ImmutableArray<Interval> Numbers, Curve Curve)> parts)
    {
        var bounds = parts.SelectMany(p => p.Numbers.SelectMany(i => new[] { i.Low, i.High }).OfType<Fraction>().Concat(p.Curve.Bounds)).Distinct().Order();
        return new([.. bounds], x => At(x).Value(x), x => At(x).Trend(x), (inside, end) => At(inside).Limit(inside, end));

        Curve At(Fraction x) => parts.First(p => p.Numbers.Any(i => i.Contains(x))).Curve;
    }

    /// <summary>With other points where the tests pass; null where they are not constants.</summary>
    public Curve? Except(Tests? tests, Fraction points) => tests is null ? this
        : tests.Intervals is { } numbers ? FirstOf([(numbers, Flat(points)), ([Interval.Everything], this)])
        : null;

    /// <summary>Cut off at nothing and at all points.</summary>
    public Curve Within(Fraction weight)
    {
        return new(Bounds, x => Cut(Value(x)), Trend, (inside, end) => Cut(Limit(inside, end)));

        Fraction Cut(Fraction points) => Fraction.Clamp(points, Fraction.Zero, weight);
    }
}
