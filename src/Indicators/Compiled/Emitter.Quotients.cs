namespace Indicators.Compiled;

/// <summary>The divisions: what makes a quotient of doubles the exact integer.</summary>
internal sealed partial class Emitter
{
    /// <summary>⌊a ÷ b⌋ for b &gt; 0: the quotient of doubles is at most one off, which the exact remainder shows.</summary>
    public int FloorDivide(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        if (bl <= 0)
        {
            throw new NotLiftedException(Reasons.NegativeDivisor);
        }

        return b == One ? a
            : Int128.Max(Int128.Abs(al), Int128.Abs(ah)) + bh > Exact ? throw new NotLiftedException(Reasons.TooLarge)
            : Folded(Int128.Max(Int128.Abs(al), Int128.Abs(ah)) < Plain ? Operation.Ratio : Operation.FloorDivide, a, b, Int128.Min(Floor(al, bl), Floor(al, bh)), Int128.Max(Floor(ah, bl), Floor(ah, bh)));
    }

    /// <summary>
    /// a ÷ b rounded half-up, for a ≥ 0 and b &gt; 0. Below 2⁵⁰ a quotient that is no tie k + ½ is at least 1 ÷ 2b from it, which
    /// is more than the division and the sum round away: half is added to the quotient of doubles.
    /// </summary>
    public int RoundDivide(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        if (b == One)
        {
            return a;
        }

        if (al < 0 || bl <= 0 || ah >= Plain / 2)
        {
            return FloorDivide(Plus(Scaled(a, 2), b), Scaled(b, 2));
        }

        return Folded(Operation.Rounded, a, b, Floor(2 * al + bh, 2 * bh), Floor(2 * ah + bl, 2 * bl));
    }

    private static Int128 Floor(Int128 a, Int128 b)
    {
        var (quotient, remainder) = Int128.DivRem(a, b);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
