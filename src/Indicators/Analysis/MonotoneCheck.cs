using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Analysis;

/// <summary>
/// Better evidence never lowers a score: proved from the curve or the form of the method where that is possible, else tried.
/// A curve that rises and then falls passes where the rule says itself that a value can be too high: =, 每偏, or a range as band.
/// </summary>
internal static class MonotoneCheck
{
    public static ImmutableArray<Property> Of(RuleSet ruleSet)
    {
        var ranges = new Ranges(ruleSet);
        return [.. ruleSet.Root.Leaves.Select(leaf => Of(leaf, ruleSet, ranges))];
    }

    public static void Check(IEnumerable<Property> properties, Diagnostics problems)
    {
        foreach (var (leaf, proof, _, counterexample, _) in properties)
        {
            if (proof == Proof.Refuted)
            {
                problems.Report(Messages.NotMonotone, leaf.Place, leaf.Code, counterexample!);
            }
            else if (proof == Proof.Proved && leaf.Reverse is not null)
            {
                problems.Report(Messages.ReverseUnneeded, leaf.Place, leaf.Code);
            }
        }
    }

    private static Property Of(Node leaf, RuleSet ruleSet, Ranges ranges)
    {
        var method = leaf.Method!;
        var rows = method as EachMethod;
        var scored = rows?.OfRow ?? method;
        var inside = method is not FormulaMethod { Formulas: var formulas } || formulas.All(f => Within(ranges.NumberOf(f), leaf.Weight));
        var domain = rows is null && method.Value is { } value ? ranges.NumberOf(value).AsInterval
            : scored is DeductMethod ? DeductMethod.Counts
            : Interval.Everything;

        // Points in 分 do not scale with the share of a row, so a row's curve stands for all rows only without them.
        var curve = rows is null || scored.Amounts.All(a => a.Amount.IsShare) ? scored.Curve(leaf.Weight, leaf.Weight) : null;
        if (curve is not null)
        {
            var moreIsBetter = scored is not DeductMethod && (scored as BandsMethod)?.MoreIsBetter != false;
            var shape = CurveShape.Of(curve, domain, moreIsBetter);
            if (shape.Follows || (shape.Peaks && scored.TwoSided))
            {
                return new(leaf, Proof.Proved, 0, null, inside);
            }

            if (shape.Worse is var (at, then))
            {
                return Refuted(leaf, 0, Shows(scored, method, at, curve.Value(at), then, curve.Value(then)), inside);
            }
        }

        if (scored.Follows)
        {
            return new(leaf, Proof.Proved, 0, null, inside);
        }

        var tried = new Trials(ruleSet, leaf);
        if (scored is MetMethod || !tried.HasNumbers)
        {
            return new(leaf, Proof.ByDefinition, 0, null, inside);
        }

        var (trials, counterexample) = tried.Run();
        return counterexample is not null ? Refuted(leaf, trials, counterexample, inside)
            : new(leaf, trials == 0 ? Proof.Untried : Proof.Tried, trials, null, inside);
    }

    private static Property Refuted(Node leaf, int trials, Phrase counterexample, bool inside) =>
        new(leaf, leaf.Reverse is null ? Proof.Refuted : Proof.Reversed, trials, counterexample, inside);

    private static bool Within(Possible.Number points, Fraction weight) => points.Low?.Sign >= 0 && points.High <= weight;

    private static Phrase Shows(Method scored, Method method, Fraction at, Fraction earns, Fraction then, Fraction less)
    {
        var type = scored.ShownType((scored.Value ?? method.Value)?.Type ?? FeelType.Bare);
        object what = scored is DeductMethod ? new Bilingual("件数", "count") : (scored.Value ?? method.Value)?.Source.Text ?? "";
        return new Phrase(Counterexamples.Measured, what, Show(at), earns.ToFixed(2), Show(then), less.ToFixed(2));

        Bilingual Show(Fraction number) => Shown.Value(Value.Of(number), type);
    }
}

/// <summary>The sentences of counterexamples.</summary>
internal static class Counterexamples
{
    public static readonly Bilingual Measured = new("{0} 是 {1} 得 {2} 分，是 {3} 只得 {4} 分", "{0} at {1} earns {2} points, at {3} only {4}");
    public static readonly Bilingual Tried = new("{0} 是 {1} 得 {2} 分，是 {3} 得 {4} 分，是 {5} 得 {6} 分（其他数据：{7}）", "{0} at {1} earns {2} points, at {3} {4}, at {5} {6} (other evidence: {7})");
}
