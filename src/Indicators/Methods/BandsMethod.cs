using System.Collections.Immutable;
using Indicators.Analysis;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>
/// 分档: the first band that fits decides. With a 取值 the keys are unary tests of it (≥ 90%), without one they are
/// conditions (exceptions before the rule). A band gives an amount, or scores by a method of its own.
/// </summary>
public sealed class BandsMethod : Method
{
    public BandsMethod(ImmutableArray<Band> bands)
    {
        Bands = bands;
        Branches = [.. bands.Select((band, i) => new Branch(
            new($"{Keys.Bands.Zh} {band.Label.Zh}", $"{Keys.Bands.En} {band.Label.En}"),
            band.Place,
            input => Fits(band, input) != false,
            input => Fits(band, input) is null ? Undecided(band, input) : Take(band, i, input)))];
    }

    public ImmutableArray<Band> Bands { get; }

    /// <summary>The loader proves that some band fits every value.</summary>
    public override ImmutableArray<Branch> Branches { get; }

    public override IEnumerable<Formula> Formulas =>
        Bands.SelectMany(b => (b.Condition is null ? [] : new[] { b.Condition }).Concat(b.Method?.AllFormulas ?? []));

    public override IEnumerable<Tests> Tests =>
        Bands.SelectMany(b => (b.Test is null ? [] : new[] { b.Test }).Concat(b.Method?.Tests ?? []));

    protected override Phrase Standard => Standards.Join(Bands[0].InWords, Bands.Skip(1).Select(b => b.InWords));

    public override IEnumerable<Method> Nested => Bands.Select(b => b.Method).OfType<Method>();

    internal override bool TwoSided => Bands.Any(b => b.Method is { TwoSided: true }
        || b.Test?.All.Any(t => t is not Expression.Test { Operator: not (Operator.Equal or Operator.NotEqual) }) == true);

    /// <summary>Whether a higher value is meant to be better, as far as the tests say it: <c>≥ 90%</c> does, <c>≤ 5</c> the other way.</summary>
    internal bool MoreIsBetter => Bands.SelectMany(b => b.Test?.All ?? []).OfType<Expression.Test>().FirstOrDefault()
        is not { Operator: Operator.Less or Operator.LessOrEqual };

    internal override Curve? Curve(Fraction weight, Fraction indicatorWeight)
    {
        var parts = Bands.Select(b => (
            Numbers: b is { Test: null, Condition: null } ? [Interval.Everything] : b.Test?.Intervals,
            Curve: b.Method is null ? Analysis.Curve.Flat(b.Amount.Of(weight)) : b.Method.Value is null ? b.Method.Curve(weight, indicatorWeight) : null)).ToList();
        return parts.All(p => p is { Numbers: not null, Curve: not null })
            ? Analysis.Curve.FirstOf([.. parts.Select(p => (p.Numbers!.Value, p.Curve!))]).Within(weight)
            : null;
    }

    public override bool IsJudged => Bands.Any(b => b.Method is { IsJudged: true });

    public override IEnumerable<PeersMethod> Comparisons => Bands.SelectMany(b => b.Method?.Comparisons ?? []);

    public override ImmutableArray<EvaluationLevel> Levels => [.. Bands.SelectMany(b => b.Method?.Levels ?? [])];

    public override IEnumerable<(Amount Amount, Place Place)> Amounts =>
        Bands.SelectMany(b => b.Method is null ? [(b.Amount, b.Place)] : b.Method.Amounts);

    internal static Method? Read(MethodReader reader) =>
        BandsReader.Read(reader) is { } bands ? new BandsMethod(bands) { Place = reader.Place, Value = reader.Value } : null;

    private static bool? Fits(Band band, MethodInput input) =>
        band.Test is not null ? band.Test.Pass(input.Measured!.Value, input.Scope)
        : band.Condition is null ? true
        : Evaluator.Truth(band.Condition.Evaluate(input.Scope));

    private static Outcome.Missing Undecided(Band band, MethodInput input)
    {
        if (band.Condition is not null)
        {
            return Unknown(band.Condition, band.Condition.Evaluate(input.Scope), input);
        }

        var names = band.Test!.Names.Select(input.Scope.Lookup).OfType<Value.Missing>().ToList();
        return new(names.Count == 0 ? MissingState.Blank : Indicators.Feel.Value.Worst(names).State, new Phrase(Reasons.BandUnknown, band.Label));
    }

    private Outcome Take(Band band, int index, MethodInput input)
    {
        input.Scope.Coverage?.Reach(band, [.. Bands.Skip(index + 1).Where(b => b is not { Test: null, Condition: null } && Fits(b, input) == true)]);
        var why = input.Measured is { } measured && band.Condition is null
            ? new Phrase(Reasons.InBand, measured.Arithmetic, band.Label)
            : new Phrase(Reasons.ByCase, band.Label);
        if (band.Method is null)
        {
            var points = band.Amount.Of(input.Weight);
            return new Outcome.Earned(points, why, Better(index, points, input));
        }

        var outcome = band.Method.Score(input);
        var inherits = band.Method.Value is null && input.Measured is not null;
        return outcome is Outcome.Earned earned && !inherits
            ? earned with { Reason = new Phrase(Reasons.Nested, why, earned.Reason) }
            : outcome;
    }

    /// <summary>The nearest earlier band that pays more. A condition is no goal: a project does not choose its case.</summary>
    private Phrase? Better(int index, Fraction points, MethodInput input)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            var more = Bands[i].Method is null ? Bands[i].Amount.Of(input.Weight) : input.Weight;
            if (Bands[i].Test is not null && more > points)
            {
                return new Phrase(Bands[i].Method is null ? Reasons.NextBand : Reasons.NextBandUpTo, Bands[i].Label, Reasons.Points(more));
            }
        }

        return null;
    }
}

/// <summary>One band: a test of the value or a condition (neither for 其余), and an amount or a method.</summary>
/// <param name="Label">The key as written.</param>
public sealed record Band(Bilingual Label, Tests? Test, Formula? Condition, Amount Amount, Method? Method, Place Place)
{
    /// <summary>Such as <c>≥ 90% 得 100%</c>.</summary>
    internal Phrase InWords => Method is not null ? new Phrase(Standards.Nested, Case, Method.InWords)
        : Test is null && Condition is null ? new Phrase(Standards.OtherwiseGives, Standards.Said(Amount))
        : new Phrase(Standards.Gives, Case, Standards.Said(Amount));

    private object Case => Condition is null ? Label : Standards.Written(Condition);
}
