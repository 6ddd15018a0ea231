namespace Indicators.Years.Statistics;

/// <summary>How many of some numbers lie beyond Tukey's fences.</summary>
public sealed record Outliers(int Above, int Below, double Low, double High)
{
    public static Outliers Of(IReadOnlyList<double> numbers)
    {
        var (low, high) = new Sample(numbers).Fences;
        return new Outliers(numbers.Count(n => n > high), numbers.Count(n => n < low), low, high);
    }
}

/// <summary>Points that are kept as whole numbers of their last decimal.</summary>
internal static class Units
{
    public static double[] ToPoints(IEnumerable<long> units, int places)
    {
        var scale = Math.Pow(10, places);
        return [.. units.Select(u => u / scale)];
    }
}
