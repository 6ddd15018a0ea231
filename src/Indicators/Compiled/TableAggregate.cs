namespace Indicators.Compiled;

/// <summary>What an aggregate makes of the rows of a table that count.</summary>
internal enum AggregateKind
{
    Count,
    Sum,
    Min,
    Max,

    /// <summary><c>some … satisfies</c>.</summary>
    Some,

    /// <summary><c>every … satisfies</c>.</summary>
    Every,
}

/// <summary>An aggregate over a table, such as <c>sum(付款[金额 &gt; 100].金额)</c>: what it asks of each row are outputs of a program.</summary>
/// <param name="Kind">What it makes of them.</param>
/// <param name="Scale">A value is so many units of the column that takes the result.</param>
/// <param name="NamesRow">Whether a list without rows is asked for a column where it could name a row: then it has no value, not even a count.</param>
/// <param name="Value">The column that takes the result; -1 where no rule reads it.</param>
/// <param name="Missing">The column that takes how it is missing; -1 as above.</param>
internal sealed record TableAggregate(AggregateKind Kind, Fraction Scale, bool NamesRow, int Value, int Missing)
{
    private static readonly int NotApplicable = Lifted.Rank(MissingState.NotApplicable);

    /// <summary>The result over the rows of a project; not a number where no column holds it.</summary>
    /// <param name="passes">The mask of rows that count.</param>
    /// <param name="values">What is aggregated, or the mask of rows of which it is true.</param>
    /// <param name="missing">How that is missing.</param>
    /// <param name="rank">0, or that of the missing state: then the result is 0.</param>
    public double Over(ReadOnlySpan<double> passes, ReadOnlySpan<double> values, ReadOnlySpan<double> missing, out int rank)
    {
        var isLogic = Kind is AggregateKind.Some or AggregateKind.Every;
        var (kept, count, worst) = (0, 0, 0);
        var (sum, least, most) = (0L, long.MaxValue, long.MinValue);
        for (var i = 0; i < passes.Length; i++)
        {
            if (!Holds(passes[i]))
            {
                continue;
            }

            kept++;
            var how = (int)missing[i];
            if (isLogic && how == 0 && Holds(values[i]) == (Kind == AggregateKind.Some))
            {
                // It decides, whatever the others are.
                rank = 0;
                return values[i];
            }

            worst = isLogic || how != NotApplicable ? Math.Max(worst, how) : worst;
            if (how == 0 && !isLogic)
            {
                var value = (long)values[i];
                (count, sum, least, most) = (count + 1, sum + value, Math.Min(least, value), Math.Max(most, value));
            }
        }

        var isNothing = passes.IsEmpty || (kept == 0 && NamesRow) || (count == 0 && Kind is (AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max));
        rank = Math.Max(worst, worst == 0 && isNothing ? Lifted.Undefined : 0);
        return rank > 0 ? 0 : Kind switch
        {
            AggregateKind.Count => Units(count),
            AggregateKind.Sum => Units(sum),
            AggregateKind.Min => Units(least),
            AggregateKind.Max => Units(most),
            AggregateKind.Every => Emitter.AllBits,
            _ => 0,
        };
    }

    private static bool Holds(double mask) => BitConverter.DoubleToInt64Bits(mask) != 0;

    private double Units(long amount)
    {
        var (units, rest) = Int128.DivRem((Int128)amount * (long)Scale.Numerator, (long)Scale.Denominator);
        return rest == 0 && Int128.Abs(units) <= Emitter.Exact ? (double)units : double.NaN;
    }
}
