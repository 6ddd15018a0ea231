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
        foreach (var band in bands.Where((b, i) => !samples.Any(s => First(bands, s.Number) == i)))
        {
            context.Report(Messages.BandUnreachable, band.Place, band.Label);
        }

        if (samples.Where(s => First(bands, s.Number) < 0).Select(s => s.Text).ToList() is [_, ..] gaps)
        {
            context.Report(Messages.BandsGap, place, new Bilingual(string.Join("、", gaps), string.Join(", ", gaps)));
        }
    }

    private static int First(ImmutableArray<BandShape> bands, Fraction number)
    {
        for (var i = 0; i < bands.Length; i++)
        {
            if (bands[i].IsRest || bands[i].Intervals!.Value.Any(interval => interval.Contains(number)))
            {
                return i;
            }
        }

        return -1;
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
