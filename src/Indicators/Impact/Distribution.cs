using System.Collections.Immutable;

namespace Indicators.Impact;

/// <summary>How the totals of one side lie; exact. Projects without a grade do not count.</summary>
public sealed record Distribution(Fraction Mean, Fraction Minimum, Fraction LowerQuartile, Fraction Median, Fraction UpperQuartile, Fraction Maximum)
{
    /// <summary>Null where no project has a grade.</summary>
    public static Distribution? Of(IEnumerable<ProjectScore> scores)
    {
        ImmutableArray<Fraction> sorted = [.. scores.Where(s => s.Grade is not null).Select(s => s.Total).Order()];
        return sorted.IsEmpty ? null : new Distribution(
            Fraction.Sum(sorted) / sorted.Length,
            sorted[0],
            Quantile(sorted, 1),
            Quantile(sorted, 2),
            Quantile(sorted, 3),
            sorted[^1]);
    }

    /// <summary>As in a spreadsheet (QUARTILE.INC): in proportion between the two totals around it.</summary>
    private static Fraction Quantile(ImmutableArray<Fraction> sorted, int quarters)
    {
        var (whole, rest) = Math.DivRem((sorted.Length - 1) * quarters, 4);
        return rest == 0 ? sorted[whole] : sorted[whole] + (sorted[whole + 1] - sorted[whole]) * new Fraction(rest, 4);
    }
}
