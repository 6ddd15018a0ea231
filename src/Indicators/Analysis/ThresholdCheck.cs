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
            Check(leaf, leaf.Method!, Interval.Everything, ranges, problems);
        }
    }

    private static void Check(Node leaf, Method method, Interval around, Ranges ranges, Diagnostics problems)
    {
        var measured = method.Value is { } value ? ranges.NumberOf(value).AsInterval : around;
        if (method is BandsMethod { Bands: var bands })
        {
            var shapes = bands.Select(b => new BandShape(b.Label.Zh, b.Test is null && b.Condition is null, b.Test?.Intervals, b.Place)).ToImmutableArray();
            var alone = Bands.Unreached(shapes, Interval.Everything).ToHashSet();
            foreach (var band in Bands.Unreached(shapes, measured).Where(b => !alone.Contains(b) && !b.IsRest))
            {
                problems.Report(Messages.ThresholdUnreachable, band.Place, leaf.Code, band.Label, Words(measured));
            }
        }

        foreach (var (tests, given) in method.Thresholds)
        {
            if (tests.Intervals is { } intervals && intervals.All(i => i.And(given ?? measured).IsEmpty))
            {
                problems.Report(Messages.ThresholdUnreachable, tests.Source.Start, leaf.Code, tests.Source.Text, Words(given ?? measured));
            }
        }

        foreach (var nested in method.Nested)
        {
            // A row and a comparison with peers measure something of their own.
            Check(leaf, nested, method is BandsMethod ? measured : Interval.Everything, ranges, problems);
        }
    }

    private static Bilingual Words(Interval numbers)
    {
        var (low, high) = (numbers.Low?.ToShortest(4), numbers.High?.ToShortest(4));
        return (low, high) switch
        {
            (null, null) => new("任何数", "any number"),
            (_, null) => new($"不小于 {low}", $"at least {low}"),
            (null, _) => new($"不大于 {high}", $"at most {high}"),
            _ => new($"{low} 到 {high}", $"{low} to {high}"),
        };
    }
}
