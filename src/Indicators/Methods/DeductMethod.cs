using System.Collections.Immutable;
using Indicators.Analysis;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>
/// 扣分: starts from full points and takes off a fixed amount for each defect or object. Without 件数 the 缺陷 rows of
/// the node's findings are counted; 零分 tests the count.
/// </summary>
public sealed class DeductMethod(Amount per, Formula? count, bool ofIndicator, Tests? zero) : Method
{
    internal Amount Per => per;

    internal Formula? Count => count;

    internal bool OfIndicator => ofIndicator;

    internal Tests? Zero => zero;

    public override IEnumerable<Formula> Formulas => count is null ? [] : [count];

    public override IEnumerable<Tests> Tests => zero is null ? [] : [zero];

    internal static readonly Interval Counts = new(Fraction.Zero, true, null, false);

    internal override IEnumerable<(Tests Tests, (Interval Numbers, FeelType Type)? Given)> Thresholds =>
        Tests.Select(t => (t, ((Interval, FeelType)?)(Counts, FeelType.Bare)));

    protected override Phrase Standard
    {
        get
        {
            var takes = ofIndicator && per.IsShare ? new Phrase(Standards.OfIndicator, Standards.Said(per)) : new Phrase(new("{0}", "{0}"), Standards.Said(per));
            var rule = count is null ? new Phrase(Standards.Defects, takes) : new Phrase(Standards.Counted, Standards.Written(count), takes);
            return zero is null ? rule : Standards.Join(rule, new Phrase(Standards.ZeroCount, zero.Source.Text));
        }
    }

    /// <summary>Of the number of items.</summary>
    internal override Curve? Curve(Fraction weight, Fraction indicatorWeight) => Analysis.Curve
        .Of([Fraction.Zero], x => weight - per.Of(ofIndicator ? indicatorWeight : weight) * x, _ => Trend.Falling).Within(weight).Except(zero, Fraction.Zero);

    public override bool IsJudged => count is null;

    /// <summary>A single item cannot take more than there is; of a share of the indicator that is not known here.</summary>
    public override IEnumerable<(Amount Amount, Place Place)> Amounts => ofIndicator ? [] : [(per, Place)];

    public override ImmutableArray<Branch> Branches => [new Branch(Keys.Deduct, Place, _ => true, Decide)];

    internal static Method? Read(MethodReader reader)
    {
        var per = reader.Amount(Keys.Per);
        var count = reader.Formula(Keys.Count, FeelType.Bare, required: false);
        var zero = reader.Tests(Keys.Zero, FeelType.Bare);
        var ofIndicator = reader.Choice(Keys.Of, false,
            [(Keys.ThisNode.Zh, false), (Keys.ThisNode.En, false), (Keys.Indicator.Zh, true), (Keys.Indicator.En, true)]);
        return per is null ? null : new DeductMethod(per.Value, count, ofIndicator, zero) { Place = reader.Place, Value = reader.Value };
    }

    private Outcome Decide(MethodInput input)
    {
        Phrase counted;
        Fraction items;
        if (count is null)
        {
            if (input.Findings is not [var first, ..])
            {
                return new Outcome.Missing(MissingState.Blank, new Phrase(Reasons.NoFinding, input.Node.Code));
            }

            if (first.Missing is { } state)
            {
                return new Outcome.Missing(state, Reasons.Finding(first));
            }

            if (first.Conclusion == Conclusion.NotMet)
            {
                return new Outcome.Earned(Fraction.Zero, Reasons.Finding(first), new Phrase(Reasons.NextMet, Reasons.Points(input.Weight)));
            }

            items = input.Findings.Count(f => f.Conclusion == Conclusion.Defect);
            counted = items.IsZero ? Reasons.Finding(first) : new Phrase(Reasons.Defects, items, input.Findings.Select(Reasons.Finding));
        }
        else
        {
            var value = count.Evaluate(input.Scope);
            if (value is not Value.Number { Amount: var number })
            {
                return Unknown(count, value, input);
            }

            if (number.Sign < 0)
            {
                return new Outcome.Missing(MissingState.Blank, new Phrase(Reasons.CountNegative, Shown.Arithmetic(count, value, count.Type, input.Scope)));
            }

            items = number;
            counted = Shown.Arithmetic(count, value, count.Type, input.Scope);
        }

        return Deduct(items, counted, input);
    }

    private Outcome.Earned Deduct(Fraction items, Phrase counted, MethodInput input)
    {
        if (items.IsZero)
        {
            return new Outcome.Earned(input.Weight, new Phrase(Reasons.NoDeduction, counted));
        }

        input.Scope.Coverage?.Reach(this);
        var points = Points(items, input);
        if (IsZero(items, input))
        {
            return new Outcome.Earned(points, new Phrase(Reasons.ZeroCount, counted, zero!.Source.Text), Next(items, points, input));
        }

        return new Outcome.Earned(
            points,
            new Phrase(Reasons.Deducted, counted, items.ToShortest(4), per.InWords, Reasons.Unrounded(input.Weight - points)),
            Next(items, points, input));
    }

    private bool IsZero(Fraction items, MethodInput input) => zero?.Pass(Feel.Value.Of(items), input.Scope) == true;

    private Fraction Points(Fraction items, MethodInput input) => IsZero(items, input)
        ? Fraction.Zero
        : Fraction.Max(Fraction.Zero, input.Weight - per.Of(ofIndicator ? input.IndicatorWeight : input.Weight) * items);

    /// <summary>The nearest smaller count that earns more; no count is tried that nobody would read.</summary>
    private Phrase? Next(Fraction items, Fraction points, MethodInput input)
    {
        var fewer = new Fraction(items.Ceiling()) - 1;
        for (var tries = 0; fewer >= 0 && tries < 100; tries++, fewer -= 1)
        {
            if (Points(fewer, input) is var more && more > points)
            {
                return new Phrase(Reasons.NextCount, fewer.ToShortest(0), Reasons.Points(more));
            }
        }

        return null;
    }
}
