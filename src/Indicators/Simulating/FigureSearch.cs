using System.Numerics;

namespace Indicators.Simulating;

/// <summary>
/// Looks from a number up and down its decimals for the nearest one that is enough: in growing strides and at the marks of the rule,
/// then by halving the last stride. What it finds is enough, and the decimal before it was tried and is not.
/// </summary>
/// <param name="from">The number now.</param>
/// <param name="unit">The smallest change.</param>
/// <param name="furthest">The largest.</param>
/// <param name="marks">Numbers at which something may turn, such as thresholds, which strides could leap over.</param>
internal sealed class FigureSearch(Fraction from, Fraction unit, Fraction furthest, IReadOnlyCollection<Fraction> marks)
{
    /// <summary>All numbers that are tried first, in both directions.</summary>
    public IEnumerable<Fraction> Tried => new[] { 1, -1 }.SelectMany(Strides, (sign, stride) => At(sign * stride));

    /// <summary>The nearest that is enough, the larger one of two; null if none was found.</summary>
    public Fraction? Nearest(Func<Fraction, bool> isEnough)
    {
        var (up, down) = (Along(1, isEnough), Along(-1, isEnough));
        return up is { } above && (down is not { } below || above <= below) ? At(above) : down is { } nearest ? At(-nearest) : null;
    }

    private BigInteger? Along(int sign, Func<Fraction, bool> isEnough)
    {
        var tooNear = BigInteger.Zero;
        foreach (var stride in Strides(sign))
        {
            if (!isEnough(At(sign * stride)))
            {
                tooNear = stride;
                continue;
            }

            var enough = stride;
            while (enough - tooNear > 1)
            {
                var middle = (enough + tooNear) / 2;
                (tooNear, enough) = isEnough(At(sign * middle)) ? (tooNear, middle) : (middle, enough);
            }

            return enough;
        }

        return null;
    }

    private Fraction At(BigInteger steps) => from + unit * new Fraction(steps);

    private IEnumerable<BigInteger> Strides(int sign)
    {
        var most = (furthest / unit).Floor();
        var doubled = Enumerable.Range(0, (int)most.GetBitLength()).Select(BigInteger (i) => BigInteger.One << i);
        var marked = marks.Select(m => (m - from) / unit * sign).SelectMany(d => new[] { d.Floor(), d.Floor() + 1 });
        return doubled.Concat(marked).Append(most).Where(s => s > 0 && s <= most).Distinct().Order();
    }
}
