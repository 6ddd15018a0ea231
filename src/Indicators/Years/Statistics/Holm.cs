namespace Indicators.Years.Statistics;

/// <summary>Probabilities of several tests made at once, corrected so that the chance of any false alarm stays what it is for one (S. Holm, 1979).</summary>
public static class Holm
{
    /// <summary>In the order given; NaN, where there was nothing to test, counts as no test and stays.</summary>
    public static double[] Corrected(IReadOnlyList<double> probabilities)
    {
        var corrected = probabilities.ToArray();
        var order = Enumerable.Range(0, corrected.Length).Where(i => !double.IsNaN(corrected[i])).OrderBy(i => corrected[i]).ToList();
        var largest = 0.0;
        foreach (var (place, i) in order.Index())
        {
            largest = Math.Max(largest, Math.Min(1, (order.Count - place) * corrected[i]));
            corrected[i] = largest;
        }

        return corrected;
    }
}
