using System.Numerics;
using MathNet.Numerics.Distributions;

namespace Indicators.Years.Statistics;

/// <summary>
/// Whether the same things moved one way between two measurements: Student's paired t test of the mean difference, and Wilcoxon's
/// signed-rank test, which takes nothing for granted of the form. Two-sided probabilities of a shift as large by chance alone.
/// </summary>
public sealed class PairedShift
{
    /// <summary>Up to so many differences without ties the distribution of ranks is counted out.</summary>
    private const int Counted = 50;

    /// <param name="differences">After less before.</param>
    public PairedShift(IReadOnlyList<double> differences)
    {
        Differences = new Sample(differences);
        T = Differences.Mean / (Differences.StandardDeviation / Math.Sqrt(Differences.Count));
        TProbability = double.IsNaN(T) ? double.NaN : TwoSided(T, Differences.Count - 1);
        (SumOfPositiveRanks, RankProbability) = SignedRanks([.. differences.Where(d => d != 0)]);
    }

    public Sample Differences { get; }

    /// <summary>NaN where nothing varies.</summary>
    public double T { get; }

    public double TProbability { get; }

    /// <summary>Wilcoxon's V; differences of zero are left out.</summary>
    public double SumOfPositiveRanks { get; }

    /// <summary>Exact for up to 50 differences without ties; beyond from the normal distribution with the correction for ties and for continuity. 1 where nothing moved.</summary>
    public double RankProbability { get; }

    /// <summary>The probability of a t as far from zero.</summary>
    public static double TwoSided(double t, double freedom) => double.IsInfinity(t) ? 0 : Math.Min(1, 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(t)));

    private static (double Sum, double Probability) SignedRanks(double[] moved)
    {
        if (moved.Length == 0)
        {
            return (0, 1);
        }

        var ranks = Ranks.Of([.. moved.Select(Math.Abs)], out var ties);
        var sum = moved.Zip(ranks).Where(m => m.First > 0).Sum(m => m.Second);
        double n = moved.Length;
        if (ties.Count == 0 && moved.Length <= Counted)
        {
            return (sum, Exact(moved.Length, (int)sum));
        }

        var (mean, variance) = (n * (n + 1) / 4, n * (n + 1) * (2 * n + 1) / 24 - ties.Sum(t => Ranks.Cubed(t) / 48));
        var distance = Math.Max(0, Math.Abs(sum - mean) - 0.5);
        return (sum, variance <= 0 ? 1 : Math.Min(1, 2 * Normal.CDF(0, 1, -distance / Math.Sqrt(variance))));
    }

    /// <summary>How many of the 2ⁿ ways to give the ranks signs lie as far out.</summary>
    private static double Exact(int n, int sum)
    {
        var most = n * (n + 1) / 2;
        var ways = new BigInteger[most + 1];
        ways[0] = 1;
        for (var rank = 1; rank <= n; rank++)
        {
            for (var at = most; at >= rank; at--)
            {
                ways[at] += ways[at - rank];
            }
        }

        var tail = Enumerable.Range(0, Math.Min(sum, most - sum) + 1).Aggregate(BigInteger.Zero, (all, at) => all + ways[at]);
        return Math.Min(1, 2 * (double)tail / Math.Pow(2, n));
    }
}
