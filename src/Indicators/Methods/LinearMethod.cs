using Indicators.Analysis;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>
/// 直线: points in proportion to how far the value lies on the way from 零分 to 满分, (v − zero) ÷ (full − zero), within 0 and
/// all of them. 满分 below 零分 turns the line round. Source of the gated form: 财预〔2021〕101号.
/// </summary>
public sealed class LinearMethod(Formula zero, Formula full) : Method
{
    protected override bool MeasuresNumber => true;

    public override IEnumerable<Formula> Formulas => [zero, full];

    internal Formula Zero => zero;

    internal Formula Full => full;

    protected override Phrase Standard => new(Standards.Linear, Standards.Written(zero), Standards.Written(full));

    internal override bool Follows => true;

    internal override Curve? Curve(Fraction weight, Fraction indicatorWeight) =>
        Interval.Constant(zero.Root) is not { } low || Interval.Constant(full.Root) is not { } high ? null
            : Analysis.Curve.Of([low, high], x => weight * (x - low) / (high - low), _ => low < high ? Trend.Rising : Trend.Falling).Within(weight);

    internal static Method? Read(MethodReader reader)
    {
        var zero = reader.Formula(Keys.Zero, FeelType.Bare, required: true);
        var full = reader.Formula(Keys.Full, FeelType.Bare, required: true);
        if (zero is null || full is null)
        {
            return null;
        }

        if (Interval.Constant(zero.Root) is { } low && low == Interval.Constant(full.Root))
        {
            reader.Report(Messages.LinearFlat, zero.Source.Text);
            return null;
        }

        return new LinearMethod(zero, full) { Place = reader.Place, Value = reader.Value };
    }

    protected internal override Outcome Apply(MethodInput input)
    {
        if (zero.Evaluate(input.Scope) is not Value.Number { Amount: var low } start)
        {
            return Unknown(zero, zero.Evaluate(input.Scope), input);
        }

        if (full.Evaluate(input.Scope) is not Value.Number { Amount: var high } end)
        {
            return Unknown(full, full.Evaluate(input.Scope), input);
        }

        var measured = input.Measured!;
        var (from, to) = (Shown.Value(start, measured.Type, zero.Type), Shown.Value(end, measured.Type, full.Type));
        if (low == high)
        {
            return new Outcome.Missing(MissingState.Blank, new Phrase(Reasons.LinearFlat, from));
        }

        var share = (measured.Number - low) / (high - low);
        var next = new Phrase(Reasons.NextReference, to, Reasons.Points(input.Weight));
        return share.Sign <= 0 ? new Outcome.Earned(Fraction.Zero, new Phrase(Reasons.LinearZero, measured.Arithmetic, from), next)
            : share >= Fraction.One ? new Outcome.Earned(input.Weight, new Phrase(Reasons.LinearFull, measured.Arithmetic, to))
            : new Outcome.Earned(share * input.Weight, new Phrase(Reasons.Linear, measured.Arithmetic, from, to, Shown.Percent(share), Reasons.Points(input.Weight)), next);
    }
}
