using CsCheck;
using Indicators.Years.Statistics;

namespace Indicators.Tests.Years;

/// <summary>Statistics against published values; where a publication prints few digits, against the formula behind them, worked out in another way.</summary>
public sealed class StatisticsTests
{
    private const double Close = 1e-10;

    /// <summary>A. A. Michelson's speed of light of 1879, NIST StRD data set Michelso: certified mean 299.852400000000, standard deviation 0.0790105478190518.</summary>
    private static readonly double[] Michelson =
    [
        .. new[]
        {
            850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000, 960, 960,
            960, 940, 960, 940, 880, 800, 850, 880, 900, 840, 830, 790, 810, 880, 880, 830, 800, 790, 760, 800,
            880, 880, 880, 860, 720, 720, 620, 860, 970, 950, 880, 910, 850, 870, 840, 840, 850, 840, 840, 840,
            890, 810, 810, 820, 800, 770, 760, 740, 750, 760, 910, 920, 890, 860, 880, 720, 840, 850, 850, 780,
            890, 840, 780, 810, 760, 810, 790, 810, 820, 850, 870, 870, 810, 740, 810, 940, 950, 800, 810, 870,
        }.Select(v => 299 + v / 1000.0),
    ];

    /// <summary>Hours of sleep gained under two drugs (Cushny and Peebles, 1905; the example of Student, 1908). R's help page of t.test prints t = −4.0621, df = 9, p = 0.002833.</summary>
    private static readonly double[] Sleep = [.. new[] { 0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0 }.Zip([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4], (a, b) => b - a)];

    [Fact]
    public void Mean_and_deviation_are_those_that_NIST_certifies()
    {
        var sample = new Sample(Michelson);
        Assert.Equal(299.852400000000, sample.Mean, Close);
        Assert.Equal(0.0790105478190518, sample.StandardDeviation, Close);
    }

    [Fact]
    public void A_paired_t_test_is_that_of_Student()
    {
        var shift = new PairedShift(Sleep);
        Assert.Equal(1.58, shift.Differences.Mean, Close);
        Assert.Equal(4.0621, shift.T, 5e-5);
        Assert.Equal(0.002833, shift.TProbability, 5e-7);
        // t² = n · mean² / variance, of differences in tenths: sum 158, sum of squares 3858.
        Assert.Equal(Math.Sqrt(10 * 15.8 * 15.8 / ((3858 - 158 * 158 / 10.0) / 9)), shift.T, Close);
        Assert.Equal(Closed(shift.T), shift.TProbability, Close);

        // Abramowitz and Stegun 26.7.3: the integral of Student's density with 9 degrees of freedom.
        static double Closed(double t)
        {
            var angle = Math.Atan(t / 3);
            var c = Math.Cos(angle);
            return 1 - 2 / Math.PI * (angle + Math.Sin(angle) * (c + 2.0 / 3 * Math.Pow(c, 3) + 8.0 / 15 * Math.Pow(c, 5) + 48.0 / 105 * Math.Pow(c, 7)));
        }
    }

    /// <summary>With one degree of freedom Student's distribution is Cauchy's, whose quantile at 97.5% is tan(0.475 π); with two it is t = (2p − 1) √(2 / (4 p (1 − p))).</summary>
    [Fact]
    public void The_interval_of_a_mean_reaches_as_far_as_the_quantile_of_Student()
    {
        var (low, high) = new Sample([1, 3]).MeanInterval();
        Assert.Equal(2 - Math.Tan(0.475 * Math.PI), low, Close);
        Assert.Equal(2 + Math.Tan(0.475 * Math.PI), high, Close);
        (low, high) = new Sample([1, 2, 3]).MeanInterval();
        Assert.Equal(0.95 * Math.Sqrt(2 / (4 * 0.975 * 0.025)) / Math.Sqrt(3), 2 - low, Close);
        Assert.Equal(2 - low, high - 2, Close);
    }

    /// <summary>Depression scores (Hollander and Wolfe, 1973, p. 29f), R's help page of wilcox.test: V = 40, one-sided p = 0.01953, which is 10 of 512.</summary>
    [Fact]
    public void Signed_ranks_are_those_of_Hollander_and_Wolfe()
    {
        double[] before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30], after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
        var shift = new PairedShift([.. before.Zip(after, (b, a) => b - a)]);
        Assert.Equal(40, shift.SumOfPositiveRanks);
        Assert.Equal(2 * 10.0 / 512, shift.RankProbability, Close);
    }

    /// <summary>Intelligence and hours of television, the worked example of Wikipedia's article on Spearman's coefficient: −29/165.</summary>
    [Fact]
    public void Spearmans_rho_is_that_of_the_worked_example()
    {
        double[] iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110], hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
        Assert.Equal(-29.0 / 165, new RankCorrelation(iq, hours).Rho, Close);
    }

    /// <summary>Hunter's L values and consumers' scores of tuna (Hollander and Wolfe, 1973, p. 187f), R's help page of cor.test: tau = 0.4444444, p = 0.1194.</summary>
    [Fact]
    public void Kendalls_tau_is_that_of_Hollander_and_Wolfe()
    {
        double[] lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1], score = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];
        var correlation = new RankCorrelation(lightness, score);
        Assert.Equal(4.0 / 9, correlation.Tau, Close);
        Assert.Equal(0.1194, correlation.TauProbability, 5e-5);
    }

    /// <summary>Against the definitions, pair by pair: concordant, discordant and tied.</summary>
    [Fact]
    public void Kendalls_tau_is_its_definition_and_Spearmans_rho_that_of_MathNet() =>
        Gen.Select(Gen.Int[0, 12].Select(i => (double)i), Gen.Int[0, 12].Select(i => (double)i)).Array[3, 60].Sample(pairs =>
        {
            var (x, y) = (pairs.Select(p => p.Item1).ToArray(), pairs.Select(p => p.Item2).ToArray());
            var correlation = new RankCorrelation(x, y);
            double both = 0, inX = 0, inY = 0, pairsInAll = 0;
            for (var i = 0; i < x.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    both += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                    inX += x[i] == x[j] ? 1 : 0;
                    inY += y[i] == y[j] ? 1 : 0;
                    pairsInAll++;
                }
            }

            Same(both / Math.Sqrt((pairsInAll - inX) * (pairsInAll - inY)), correlation.Tau);
            Same(MathNet.Numerics.Statistics.Correlation.Spearman(x, y), correlation.Rho);

            static void Same(double expected, double found) => Assert.True(double.IsNaN(expected) ? double.IsNaN(found) : Math.Abs(expected - found) < Close, $"{expected} {found}");
        });

    /// <summary>Fences of 1 to 10 by hand: quartiles 3.25 and 7.75, so −3.5 and 14.5.</summary>
    [Fact]
    public void Quantiles_are_those_of_a_spreadsheet_and_fences_those_of_Tukey()
    {
        var sample = new Sample(Enumerable.Range(1, 10).Select(i => (double)i));
        Assert.Equal((3.25, 5.5, 7.75), (sample.Quantile(0.25), sample.Quantile(0.5), sample.Quantile(0.75)));
        Assert.Equal((-3.5, 14.5), sample.Fences);
    }

    /// <summary>By hand: 4 × 0.005, then 3 × 0.01, then 2 × 0.03, then 0.04, which may not be below the one before.</summary>
    [Fact]
    public void Several_tests_are_corrected_as_Holm_does()
    {
        var corrected = Holm.Corrected([0.01, 0.04, 0.03, double.NaN, 0.005]);
        Assert.Equal([0.03, 0.06, 0.06, double.NaN, 0.02], corrected.Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void Nothing_that_moves_is_no_shift_and_few_numbers_have_no_interval()
    {
        var still = new PairedShift([0, 0, 0]);
        Assert.Equal((double.NaN, 1.0), (still.TProbability, still.RankProbability));
        Assert.Equal((double.NaN, double.NaN), new Sample([5]).MeanInterval());
        Assert.True(double.IsNaN(new RankCorrelation([1, 1, 1], [1, 2, 3]).Tau));
    }
}
