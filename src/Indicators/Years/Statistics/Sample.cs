using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Indicators.Years.Statistics;

/// <summary>How some numbers lie. Estimates in floating point, for reading; no score is worked out from them.</summary>
public sealed class Sample
{
    private readonly double[] sorted;

    public Sample(IEnumerable<double> numbers)
    {
        double[] all = [.. numbers];
        Count = all.Length;
        Mean = all.Mean();
        StandardDeviation = all.StandardDeviation();
        Array.Sort(all);
        sorted = all;
    }

    public int Count { get; }

    /// <summary>NaN of no numbers.</summary>
    public double Mean { get; }

    /// <summary>Of a sample, with n − 1; NaN of fewer than two.</summary>
    public double StandardDeviation { get; }

    /// <summary>The interval that would hold the mean of a population in so many of a hundred samples: mean ± t · s / √n (Student). NaN of fewer than two.</summary>
    public (double Low, double High) MeanInterval(double confidence = 0.95)
    {
        if (Count < 2)
        {
            return (double.NaN, double.NaN);
        }

        var reach = StudentT.InvCDF(0, 1, Count - 1, (1 + confidence) / 2) * StandardDeviation / Math.Sqrt(Count);
        return (Mean - reach, Mean + reach);
    }

    /// <summary>A quantile in proportion between its neighbours, as spreadsheets have it (QUARTILE.INC; definition 7 of Hyndman and Fan, 1996).</summary>
    public double Quantile(double share) => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.Excel);

    /// <summary>What lies beyond these is an outlier: one and a half interquartile ranges outside the quartiles (J. W. Tukey, Exploratory Data Analysis, 1977).</summary>
    public (double Low, double High) Fences
    {
        get
        {
            var (low, high) = (Quantile(0.25), Quantile(0.75));
            return (low - 1.5 * (high - low), high + 1.5 * (high - low));
        }
    }
}
