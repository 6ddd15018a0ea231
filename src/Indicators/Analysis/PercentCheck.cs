using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Analysis;

/// <summary>Thresholds of a rate that are bare numbers above 1: whoever writes 90 for a rate means 90%, which is 0.9.</summary>
internal static class PercentCheck
{
    public static void Check(RuleSet ruleSet, Diagnostics problems)
    {
        foreach (var leaf in ruleSet.Root.Leaves)
        {
            Check(leaf, leaf.Method!, null, ruleSet, problems);
        }
    }

    private static void Check(Node leaf, Method method, Formula? around, RuleSet ruleSet, Diagnostics problems)
    {
        var measured = method.Value ?? around;
        if (measured is not null && IsRate(measured, ruleSet))
        {
            foreach (var (number, place) in Literals(method).Where(l => !l.Number.Percent && l.Number.Value > Fraction.One))
            {
                problems.Report(Messages.ThresholdWithoutPercent, place, leaf.Code, number.Value.ToShortest(4), (number.Value * Fraction.Hundred).ToShortest(4));
            }
        }

        foreach (var nested in method.Nested)
        {
            Check(leaf, nested, method is BandsMethod ? measured : null, ruleSet, problems);
        }
    }

    /// <summary>A percentage, or the quotient of two figures of one unit.</summary>
    private static bool IsRate(Formula formula, RuleSet ruleSet) => formula.Type is FeelType.Number { Unit: FeelType.Percent } || formula.Root switch
    {
        Expression.Binary { Operator: Operator.Divide } b =>
            formula.TypeOf(b.Left) is FeelType.Number { Unit: { } unit } && formula.TypeOf(b.Right) is FeelType.Number { Unit: var other } && unit == other,
        Expression.Name name => ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == name.Id) is { } computed && IsRate(computed.Formula, ruleSet),
        _ => false,
    };

    private static IEnumerable<(Expression.Number Number, Place Place)> Literals(Method method) => method switch
    {
        BandsMethod bands => bands.Bands.Where(b => b.Test is not null).SelectMany(b => Of(b.Test!)),
        SlopeMethod slope => Of(slope.At).Concat(new[] { slope.Zero, slope.Full }.OfType<Tests>().SelectMany(Of)),
        ProportionalMethod proportional => Of(proportional.Target),
        LinearMethod linear => Of(linear.Zero).Concat(Of(linear.Full)),
        _ => [],
    };

    private static IEnumerable<(Expression.Number, Place)> Of(Tests tests) =>
        tests.All.SelectMany(t => t.All).OfType<Expression.Number>().Select(n => (n, tests.Source.At(n.Span)));

    /// <summary>Alone, or with a sign; within a longer expression a number may be a factor.</summary>
    private static IEnumerable<(Expression.Number, Place)> Of(Formula formula) =>
        formula.Root is Expression.Number number ? [(number, formula.Source.At(number.Span))] : [];
}
