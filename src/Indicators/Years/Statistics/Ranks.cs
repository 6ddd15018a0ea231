namespace Indicators.Years.Statistics;

/// <summary>Ranks from 1; equals share the mean of theirs.</summary>
internal static class Ranks
{
    /// <param name="numbers">In any order.</param>
    /// <param name="ties">How many are equal, of each group of equals.</param>
    public static double[] Of(double[] numbers, out List<int> ties)
    {
        var order = Enumerable.Range(0, numbers.Length).ToArray();
        Array.Sort([.. numbers], order);
        var ranks = new double[numbers.Length];
        ties = [];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to < order.Length && numbers[order[to]] == numbers[order[from]])
            {
                to++;
            }

            for (var i = from; i < to; i++)
            {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }

            if (to - from > 1)
            {
                ties.Add(to - from);
            }

            from = to;
        }

        return ranks;
    }

    /// <summary>t³ − t, by which ties lessen a variance of ranks.</summary>
    public static double Cubed(int tied) => (double)tied * tied * tied - tied;
}
