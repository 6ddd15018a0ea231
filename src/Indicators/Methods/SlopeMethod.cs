using System.Text.RegularExpressions;
using Indicators.Analysis;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>How a part of a step counts: 连续 in proportion, 满 not at all, 不足按整 as a whole step.</summary>
public enum StepMode
{
    Continuous,
    Whole,
    Started,
}

/// <summary>
/// 增减: from a base at a reference value, points are taken or added for each step below, above, or on either side.
/// 零分 and 满分 are tests of the value and come first.
/// </summary>
public sealed class SlopeMethod(Formula at, Amount gives, Slope? below, Slope? above, Tests? zero, Tests? full, StepMode mode) : Method
{
    protected override bool MeasuresNumber => true;

    public override IEnumerable<Formula> Formulas => [at];

    internal Formula At => at;

    internal Amount Gives => gives;

    internal Slope? Below => below;

    internal Slope? Above => above;

    internal Tests? Zero => zero;

    internal Tests? Full => full;

    internal StepMode Mode => mode;

    public override IEnumerable<Tests> Tests => new[] { zero, full }.OfType<Tests>();

    internal override bool Follows => zero is null && full is null && (TwoSided || Low == High || Low == Trend.Flat || High == Trend.Flat);

    internal override bool TwoSided => below is { Adds: false } && above is { Adds: false };

    internal override Curve? Curve(Fraction weight, Fraction indicatorWeight) => Interval.Constant(at.Root) is not { } basis ? null
        : Analysis.Curve.Of([basis], x => Points(x - basis, weight), x => x < basis ? Low : High).Within(weight).Except(full, weight)?.Except(zero, Fraction.Zero);

    protected override Phrase Standard
    {
        get
        {
            var steps = below is not null && below == above
                ? below.InWords(Standards.Either)
                : new Phrase(new("{0}", "{0}"), new[] { (Standards.Below, below), (Standards.Above, above) }
                    .Where(s => s.Item2 is not null).Select(s => s.Item2!.InWords(s.Item1)));
            var counted = mode switch { StepMode.Whole => Standards.Whole, StepMode.Started => Standards.Started, _ => Standards.Continuous };
            var earns = gives == Amount.Full ? Standards.Full : Standards.Said(gives);
            var ends = new[] { (Standards.Zero, zero), (Standards.FullAt, full) }
                .Where(e => e.Item2 is not null).Select(e => new Phrase(e.Item1, e.Item2!.Source.Text));
            return Standards.Join(new Phrase(Standards.Slope, Standards.Written(at), earns, steps, counted), ends);
        }
    }

    private Trend Low => below is null ? Trend.Flat : below.Adds ? Trend.Falling : Trend.Rising;

    private Trend High => above is null ? Trend.Flat : above.Adds ? Trend.Rising : Trend.Falling;

    internal override IEnumerable<(Tests Tests, (Interval Numbers, FeelType Type)? Given)> Thresholds => Tests.Select(t => (t, ((Interval, FeelType)?)null));

    public override IEnumerable<(Amount Amount, Place Place)> Amounts =>
        new[] { below, above }.OfType<Slope>().Select(s => (s.Amount, Place)).Prepend((gives, Place)).Distinct();

    internal static Method? Read(MethodReader reader)
    {
        var before = reader.Context.Diagnostics.Count;
        var at = reader.Formula(Keys.At, FeelType.Bare, required: true);
        var gives = reader.Amount(Keys.Gives, Amount.Full);
        var below = reader.Slope(Keys.Below);
        var above = reader.Slope(Keys.Above);
        var either = reader.Slope(Keys.Either);
        var zero = reader.Tests(Keys.Zero, reader.MeasuredType);
        var full = reader.Tests(Keys.Full, reader.MeasuredType);
        var mode = reader.StepMode();
        if (reader.Context.Diagnostics.Count > before)
        {
            return null;
        }

        if ((below ?? above ?? either) is null || (either is not null && (below ?? above) is not null))
        {
            reader.Report(Messages.SlopeNeedsSteps);
            return null;
        }

        return new SlopeMethod(at!, gives!.Value, below ?? either, above ?? either, zero, full, mode!.Value) { Place = reader.Place, Value = reader.Value };
    }

    protected internal override Outcome Apply(MethodInput input)
    {
        var reference = at.Evaluate(input.Scope);
        if (reference is not Value.Number { Amount: var basis })
        {
            return Unknown(at, reference, input);
        }

        var measured = input.Measured!;
        var shownBasis = Shown.Value(reference, measured.Type, at.Type);
        var start = gives.Of(input.Weight);
        var next = new Phrase(Reasons.NextReference, shownBasis, Reasons.Points(Fraction.Min(start, input.Weight)));
        if (zero?.Pass(measured.Value, input.Scope) == true)
        {
            return new Outcome.Earned(Fraction.Zero, new Phrase(Reasons.ZeroValue, measured.Arithmetic, zero.Source.Text), next);
        }

        if (full?.Pass(measured.Value, input.Scope) == true)
        {
            return new Outcome.Earned(input.Weight, new Phrase(Reasons.FullStandard, measured.Arithmetic, full.Source.Text));
        }

        var deviation = measured.Number - basis;
        var slope = deviation.Sign < 0 ? below : above;
        if (slope is null || deviation.IsZero)
        {
            return new Outcome.Earned(start, new Phrase(Reasons.AtReference, measured.Arithmetic, shownBasis));
        }

        var steps = Steps(deviation, slope);
        var change = slope.Change(steps, input.Weight);
        var points = start + change;
        var side = deviation.Sign < 0 ? Reasons.Low : Reasons.High;
        return new Outcome.Earned(
            points,
            new Phrase(Reasons.Sloped, measured.Arithmetic, side, shownBasis, steps.ToShortest(4), slope.Text, slope.Adds ? Reasons.Adds : Reasons.Takes, Reasons.Unrounded(Fraction.Abs(change))),
            points < start ? next : null);
    }

    /// <summary>The points of a value that lies so far above the reference, before they are cut off at nothing and at all.</summary>
    private Fraction Points(Fraction deviation, Fraction weight)
    {
        var slope = deviation.Sign < 0 ? below : above;
        return gives.Of(weight) + (slope is null ? Fraction.Zero : slope.Change(Steps(deviation, slope), weight));
    }

    private Fraction Steps(Fraction deviation, Slope slope) => Count(Fraction.Abs(deviation) / slope.Step);

    private Fraction Count(Fraction steps) => mode switch
    {
        StepMode.Whole => new Fraction(steps.Floor()),
        StepMode.Started => new Fraction(steps.Ceiling()),
        _ => steps,
    };
}

/// <summary>One slope such as <c>1%扣5%</c>: the step in units of the value, and the amount each step takes or adds.</summary>
/// <param name="Text">As written.</param>
/// <param name="StepText">The step as written, such as <c>1%</c>.</param>
/// <param name="Step">In the units of the value: 元, or a share for percentages.</param>
/// <param name="Unit">The unit of the step as written; empty for a bare number.</param>
/// <param name="Adds">Whether a step adds.</param>
/// <param name="Amount">What a step takes or adds.</param>
public sealed partial record Slope(string Text, string StepText, Fraction Step, string Unit, bool Adds, Amount Amount)
{
    /// <summary>Whether the step is in the unit of what is measured; a unit that is not known fits only a number without one.</summary>
    public bool Fits(FeelType measured) => (measured as FeelType.Number)?.Unit switch
    {
        null => MoneyUnits.Find(Unit) is null,
        FeelType.Percent => Unit.Length == 0 || Rates.ContainsKey(Unit),
        FeelType.Yuan => Unit.Length == 0 || MoneyUnits.Find(Unit) is not null,
        var counted => Unit.Length == 0 || Unit == counted,
    };

    private static readonly Dictionary<string, Fraction> Rates = new()
    {
        ["%"] = new Fraction(1, 100),
        ["个百分点"] = new Fraction(1, 100),
        ["百分点"] = new Fraction(1, 100),
        ["‰"] = new Fraction(1, 1000),
    };

    /// <summary>What so many steps add to the points of a node with this weight; negative where they take.</summary>
    internal Fraction Change(Fraction steps, Fraction weight) => steps * (Adds ? Amount.Of(weight) : -Amount.Of(weight));

    /// <summary>The same for a text in either language; the unit stays as written.</summary>
    /// <param name="side">每低, 每高 or 每偏.</param>
    internal Phrase InWords(Bilingual side) => new(side, StepText, Adds ? Standards.Adds : Standards.Takes, Standards.Said(Amount));

    /// <summary>Reads <c>1%扣5%</c>, <c>0.1%加0.05分</c>, <c>1天扣1分</c>, or in English <c>1% loses 5%</c>, <c>1 adds 0.5 points</c>.</summary>
    public static Slope? Parse(string text)
    {
        var match = Pattern().Match(Lexer.Ascii(text).Trim());
        if (!match.Success
            || !Fraction.TryParse(match.Groups["step"].Value, out var step) || step.IsZero
            || Methods.Amount.Parse(match.Groups["amount"].Value) is not { } amount)
        {
            return null;
        }

        var unit = match.Groups["unit"].Value.Trim();
        var scale = Rates.TryGetValue(unit, out var rate) ? rate : MoneyUnits.Find(unit) ?? Fraction.One;
        var adds = match.Groups["verb"].Value.ToLowerInvariant() is "加" or "adds";
        return new Slope(text, match.Groups["step"].Value + unit, step * scale, unit, adds, amount);
    }

    [GeneratedRegex(@"^(?<step>\d{1,10}(?:\.\d{1,10})?)(?<unit>%|[^\d\s扣加%]{0,4})\s*(?<verb>扣|加|loses|adds)\s*(?<amount>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
