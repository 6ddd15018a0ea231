using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading;
using Indicators.Methods;

namespace Indicators.Analysis;

/// <summary>Bands and thresholds that no value can reach, because of the 范围 of the evidence that is measured.</summary>
internal static class ThresholdCheck
{
    public static void Check(RuleSet ruleSet, Diagnostics problems)
    {
        var ranges = new Ranges(ruleSet);
        foreach (var leaf in ruleSet.Root.Leaves)
        {
            Check(leaf, leaf.Method!, (Interval.Everything, FeelType.Bare), ranges, problems);
        }
    }

    private static void Check(Node leaf, Method method, (Interval Numbers, FeelType Type) around, Ranges ranges, Diagnostics problems)
    {
        var (measured, type) = method.Value is { } value ? (ranges.NumberOf(value).AsInterval, value.Type) : around;
        if (method is BandsMethod { Bands: var bands })
        {
            var shapes = bands.Select(b => new BandShape(b.Label.Zh, b.Test is null && b.Condition is null, b.Test?.Intervals, b.Place)).ToImmutableArray();
            var alone = Bands.Unreached(shapes, Interval.Everything).ToHashSet();
            foreach (var band in Bands.Unreached(shapes, measured).Where(b => !alone.Contains(b) && !b.IsRest))
            {
                problems.Report(Messages.ThresholdUnreachable, band.Place, leaf.Code, band.Label, Words(measured, type));
            }
        }

        foreach (var (tests, given) in method.Thresholds)
        {
            var (numbers, shown) = given ?? (measured, type);
            if (tests.Intervals is { } intervals && intervals.All(i => i.And(numbers).IsEmpty))
            {
                problems.Report(Messages.ThresholdUnreachable, tests.Source.Start, leaf.Code, tests.Source.Text, Words(numbers, shown));
            }
        }

        foreach (var nested in method.Nested)
        {
            // A row and a comparison with peers measure something of their own.
            Check(leaf, nested, method is BandsMethod ? (measured, type) : (Interval.Everything, FeelType.Bare), ranges, problems);
        }
    }

    private static Bilingual Words(Interval numbers, FeelType type)
    {
        var (low, high) = (Show(numbers.Low), Show(numbers.High));
        return (low, high) switch
        {
            ({ }, { }) => new($"在 {low.Zh} 到 {high.Zh} 之间", $"between {low.En} and {high.En}"),
            ({ }, null) => new($"不小于 {low.Zh}", $"at least {low.En}"),
            (null, { }) => new($"不大于 {high.Zh}", $"at most {high.En}"),
            _ => new("是任何数", "any number"),
        };

        Bilingual? Show(Fraction? number) => number is { } known ? Shown.Value(Value.Of(known), type) : null;
    }
}
