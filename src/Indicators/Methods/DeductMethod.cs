using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>
/// 扣分: starts from full points and takes off a fixed amount for each defect or object. Without 件数 the 缺陷 rows of
/// the node's findings are counted; 零分 tests the count.
/// </summary>
public sealed class DeductMethod(Amount per, Formula? count, bool ofIndicator, Tests? zero) : Method
{
    public override IEnumerable<Formula> Formulas => count is null ? [] : [count];

    public override IEnumerable<Tests> Tests => zero is null ? [] : [zero];

    /// <summary>Whether the count comes from findings, so that the node is judged.</summary>
    public bool IsJudged => count is null;

    internal static Method? Read(MethodReader reader)
    {
        var per = reader.Amount(Keys.Per);
        var count = reader.Formula(Keys.Count, FeelType.Bare, required: false);
        var zero = reader.Tests(Keys.Zero, FeelType.Bare);
        var ofIndicator = reader.Choice(Keys.Of, false,
            [(Keys.ThisNode.Zh, false), (Keys.ThisNode.En, false), (Keys.Indicator.Zh, true), (Keys.Indicator.En, true)]);
        return per is null ? null : new DeductMethod(per.Value, count, ofIndicator, zero) { Place = reader.Place, Value = reader.Value };
    }

    protected override Outcome Apply(MethodInput input)
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

            items = Fraction.Max(number, Fraction.Zero);
            counted = Shown.Arithmetic(count, value, input.Scope);
        }

        return Deduct(items, counted, input);
    }

    private Outcome.Earned Deduct(Fraction items, Phrase counted, MethodInput input)
    {
        if (items.IsZero)
        {
            return new Outcome.Earned(input.Weight, new Phrase(Reasons.NoDeduction, counted));
        }

        var each = per.Of(ofIndicator ? input.IndicatorWeight : input.Weight);
        var next = new Phrase(Reasons.NextDefect, Reasons.Points(Fraction.Min(each, input.Weight)));
        if (zero?.Pass(Feel.Value.Of(items), input.Scope) == true)
        {
            return new Outcome.Earned(Fraction.Zero, new Phrase(Reasons.ZeroCount, counted, zero.Source.Text), next);
        }

        var taken = Fraction.Min(each * items, input.Weight);
        return new Outcome.Earned(
            input.Weight - taken,
            new Phrase(Reasons.Deducted, counted, items.ToShortest(4), per.InWords, Reasons.Points(taken)),
            next);
    }
}
