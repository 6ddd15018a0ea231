using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Loading;

/// <summary>One band for the check of coverage: its text, whether it is 其余, and its numbers where they are constants.</summary>
internal sealed record BandShape(string Label, bool IsRest, ImmutableArray<Interval>? Intervals, Place Place);

/// <summary>
/// Checks that bands leave no gap and that each can be reached. Bands are unions of intervals, so it is enough to try
/// every bound, one number between each two neighbouring bounds, and one beyond either end.
/// </summary>
internal static class Bands
{
    private const int GapsShown = 10;

    /// <param name="bands">In the order in which they are tried.</param>
    /// <param name="place">Where the bands as a whole stand.</param>
    /// <param name="context">Takes the problems.</param>
    /// <param name="domain">The numbers that can occur.</param>
    public static void Check(ImmutableArray<BandShape> bands, Place place, LoadContext context, Interval? domain = null)
    {
        if (bands.Take(bands.Length - 1).FirstOrDefault(b => b.IsRest) is { } early)
        {
            context.Report(Messages.RestNotLast, early.Place, early.Label);
            return;
        }

        var rest = bands.Any(b => b.IsRest);
        if (!rest && bands.Any(b => b.Intervals is null))
        {
            context.Report(Messages.RestMissing, place);
            return;
        }

        if (bands.Any(b => !b.IsRest && b.Intervals is null))
        {
            return;
        }

        var samples = Samples(bands, domain ?? Interval.Everything);
        var owners = Owners(bands, samples);
        var reached = owners.ToHashSet();
        foreach (var band in bands.Where((_, i) => !reached.Contains(i)))
        {
            context.Report(Messages.BandUnreachable, band.Place, band.Label);
        }

        if (samples.Where((_, i) => owners[i] < 0).Select(s => s.Text).Take(GapsShown + 1).ToList() is [_, ..] gaps)
        {
            var shown = gaps.Count > GapsShown ? gaps.Take(GapsShown).Append("…") : gaps;
            context.Report(Messages.BandsGap, place, new Bilingual(string.Join("、", shown), string.Join(", ", shown)));
        }
    }

    /// <summary>The bands that no number of the domain reaches; none where a test is not a constant.</summary>
    public static IEnumerable<BandShape> Unreached(ImmutableArray<BandShape> bands, Interval domain)
    {
        if (bands.Any(b => !b.IsRest && b.Intervals is null))
        {
            return [];
        }

        var reached = Owners(bands, Samples(bands, domain)).ToHashSet();
        return bands.Where((_, i) => !reached.Contains(i));
    }

    /// <summary>For each sample the first band that holds it, or -1. Each sample is taken once, however many bands there are.</summary>
    private static int[] Owners(ImmutableArray<BandShape> bands, List<(Fraction Number, string Text)> samples)
    {
        var owners = Enumerable.Repeat(-1, samples.Count).ToArray();
        var free = Enumerable.Range(0, samples.Count + 1).ToArray();
        foreach (var (i, band) in bands.Index())
        {
            foreach (var interval in band.IsRest ? [Interval.Everything] : band.Intervals!.Value)
            {
                var end = CountWhile(samples, x => interval.High is not { } high || (interval.HighClosed ? x <= high : x < high));
                for (var at = Free(CountWhile(samples, x => interval.Low is { } low && (interval.LowClosed ? x < low : x <= low))); at < end; at = Free(at))
                {
                    owners[at] = i;
                    free[at] = at + 1;
                }
            }
        }

        return owners;

        // The first sample from here on that no band has taken.
        int Free(int at)
        {
            while (free[at] != at)
            {
                at = free[at] = free[free[at]];
            }

            return at;
        }
    }

    /// <summary>How many of the samples, which ascend, come before the first that does not pass.</summary>
    private static int CountWhile(List<(Fraction Number, string Text)> samples, Func<Fraction, bool> passes)
    {
        var (low, high) = (0, samples.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = passes(samples[middle].Number) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static List<(Fraction Number, string Text)> Samples(ImmutableArray<BandShape> bands, Interval domain)
    {
        var percent = bands.Any(b => b.Label.Contains('%') || b.Label.Contains('％'));
        string Show(Fraction f) => percent ? $"{(f * Fraction.Hundred).ToShortest(4)}%" : f.ToShortest(6);
        var bounds = bands.Where(b => b.Intervals is not null)
            .SelectMany(b => b.Intervals!.Value)
            .Append(domain)
            .SelectMany(i => new[] { i.Low, i.High })
            .OfType<Fraction>().Distinct().Order().ToList();
        if (bounds.Count == 0)
        {
            return [(Fraction.Zero, "…")];
        }

        var samples = new List<(Fraction, string)> { (bounds[0] - 1, $"< {Show(bounds[0])}") };
        foreach (var (bound, next) in bounds.Zip(bounds.Skip(1).Cast<Fraction?>().Append(null)))
        {
            samples.Add((bound, Show(bound)));
            samples.Add(next is { } n ? ((bound + n) / 2, $"({Show(bound)}, {Show(n)})") : (bound + 1, $"> {Show(bound)}"));
        }

        return [.. samples.Where(s => domain.Contains(s.Item1))];
    }
}
