using System.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Indicators.Years.Statistics;

/// <summary>Whether those that stand high in one year do in the other: Spearman's rho and Kendall's tau-b, with two-sided probabilities of one as far from zero by chance alone.</summary>
public sealed class RankCorrelation
{
    private const int Counted = 50;

    public RankCorrelation(double[] before, double[] after)
    {
        Count = before.Length;
        if (Count < 2)
        {
            (Rho, RhoProbability, Tau, TauProbability) = (double.NaN, double.NaN, double.NaN, double.NaN);
            return;
        }

        var (one, other) = (Ranks.Of(before, out var tiesOne), Ranks.Of(after, out var tiesOther));
        Rho = Correlation.Pearson(one, other);
        RhoProbability = double.IsNaN(Rho) || Count < 3 ? double.NaN : PairedShift.TwoSided(Rho * Math.Sqrt((Count - 2) / ((1 - Rho) * (1 + Rho))), Count - 2);
        (Tau, TauProbability) = Kendall(one, other, tiesOne, tiesOther);
    }

    public int Count { get; }

    /// <summary>NaN where all are equal in a year.</summary>
    public double Rho { get; }

    /// <summary>From Student's t with n − 2 degrees of freedom.</summary>
    public double RhoProbability { get; }

    /// <summary>NaN where all are equal in a year.</summary>
    public double Tau { get; }

    /// <summary>Exact for up to 50 pairs without ties; beyond from the normal distribution with the correction for ties.</summary>
    public double TauProbability { get; }

    private static (double Tau, double Probability) Kendall(double[] one, double[] other, List<int> tiesOne, List<int> tiesOther)
    {
        long n = one.Length;
        var order = Enumerable.Range(0, one.Length).OrderBy(i => one[i]).ThenBy(i => other[i]).ToArray();
        var both = order.GroupBy(i => (one[i], other[i])).Sum(g => (long)g.Count() * (g.Count() - 1) / 2);
        var discordant = Swaps([.. order.Select(i => other[i])]);
        var pairs = n * (n - 1) / 2;
        var (inOne, inOther) = (Tied(tiesOne), Tied(tiesOther));
        // Concordant and discordant pairs are all but those that are tied somewhere (W. R. Knight, 1966).
        var score = pairs - inOne - inOther + both - 2 * discordant;
        var tau = score / (Math.Sqrt(pairs - inOne) * Math.Sqrt(pairs - inOther));
        return (tau, double.IsNaN(tau) ? double.NaN
            : tiesOne.Count + tiesOther.Count == 0 && n <= Counted ? Exact((int)n, discordant)
            : Approximate(score, n, tiesOne, tiesOther));
    }

    private static long Tied(List<int> ties) => ties.Sum(t => (long)t * (t - 1) / 2);

    /// <summary>How many pairs stand the wrong way round: counted while they are merged into order.</summary>
    private static long Swaps(double[] numbers)
    {
        var (from, to) = (numbers, new double[numbers.Length]);
        long swaps = 0;
        for (var width = 1; width < numbers.Length; width *= 2)
        {
            for (var low = 0; low < numbers.Length; low += 2 * width)
            {
                var (middle, high) = (Math.Min(low + width, numbers.Length), Math.Min(low + 2 * width, numbers.Length));
                for (int left = low, right = middle, at = low; at < high; at++)
                {
                    if (right < high && (left == middle || from[right] < from[left]))
                    {
                        swaps += middle - left;
                        to[at] = from[right++];
                    }
                    else
                    {
                        to[at] = from[left++];
                    }
                }
            }

            (from, to) = (to, from);
        }

        return swaps;
    }

    /// <summary>How many orders of n things have as few, or as many, pairs the wrong way round.</summary>
    private static double Exact(int n, long discordant)
    {
        var ways = new BigInteger[] { 1 };
        for (var things = 2; things <= n; things++)
        {
            var next = new BigInteger[ways.Length + things - 1];
            for (var i = 0; i < ways.Length; i++)
            {
                for (var step = 0; step < things; step++)
                {
                    next[i + step] += ways[i];
                }
            }

            ways = next;
        }

        var few = (int)Math.Min(discordant, ways.Length - 1 - discordant);
        var tail = ways.Take(few + 1).Aggregate(BigInteger.Zero, (sum, w) => sum + w);
        return Math.Min(1, 2 * (double)tail / (double)ways.Aggregate(BigInteger.Zero, (sum, w) => sum + w));
    }

    /// <summary>The variance under ties: M. G. Kendall, Rank Correlation Methods, 1970, chapter 4.</summary>
    private static double Approximate(long score, double n, List<int> one, List<int> other)
    {
        double Sum(List<int> ties, Func<double, double> of) => ties.Sum(t => of(t));
        var free = n * (n - 1) * (2 * n + 5) - Sum(one, t => t * (t - 1) * (2 * t + 5)) - Sum(other, t => t * (t - 1) * (2 * t + 5));
        var triples = Sum(one, t => t * (t - 1) * (t - 2)) * Sum(other, t => t * (t - 1) * (t - 2)) / (9 * n * (n - 1) * (n - 2));
        var pairs = Sum(one, t => t * (t - 1)) * Sum(other, t => t * (t - 1)) / (2 * n * (n - 1));
        return Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Abs(score) / Math.Sqrt(free / 18 + triples + pairs)));
    }
}
