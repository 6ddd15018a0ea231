using System.Numerics;

namespace Indicators.Feel;

/// <summary>
/// Roots, logarithms and exponentials of exact fractions, in whole-number arithmetic: the same 34 digits on every machine.
/// A result that is a fraction comes out exactly.
/// </summary>
internal static class Irrational
{
    private const int Digits = 34;

    // 34 digits are 113 bits; the rest takes up what the series round away.
    private const int Bits = 192;

    /// <summary>e to a power beyond this has more digits than any number here may have.</summary>
    private const int LargestExponent = 14_000;

    public static Fraction? SquareRoot(Fraction x)
    {
        if (x.Sign < 0)
        {
            return null;
        }

        var square = x.Numerator * x.Denominator;
        var root = FloorRoot(square);
        if (root * root == square)
        {
            return new Fraction(root, x.Denominator);
        }

        var shift = Math.Max(0, Bits - (int)(square.GetBitLength() / 2));
        return Shortened(new Fraction(FloorRoot(square << (2 * shift)), x.Denominator << shift));
    }

    /// <summary>e to the power; null where the result would be too long.</summary>
    public static Fraction? Exponential(Fraction power)
    {
        if (power.IsZero)
        {
            return Fraction.One;
        }

        if (Fraction.Abs(power) > LargestExponent)
        {
            return null;
        }

        // e^x = 2^n · e^r with |r| no more than half of ln 2.
        var two = LogOfTwo(Bits + 32);
        var x = Fixed(power, Bits + 32);
        var n = (int)new Fraction(x, two).Round(0).Numerator;
        var r = (x - n * two) >> 32;
        var one = BigInteger.One << Bits;
        var (sum, term) = (one, one);
        for (var i = 1; !term.IsZero; i++)
        {
            term = BigInteger.Divide(term * r, one * i);
            sum += term;
        }

        return Shortened(Scaled(sum, n - Bits));
    }

    /// <summary>The natural logarithm; null for what has none.</summary>
    public static Fraction? Logarithm(Fraction x)
    {
        if (x.Sign <= 0)
        {
            return null;
        }

        if (x == 1)
        {
            return Fraction.Zero;
        }

        // x = m · 2^n with m near one; the nearer x is to one, the more bits its logarithm needs.
        var n = (int)(x.Numerator.GetBitLength() - x.Denominator.GetBitLength());
        var m = x / Scaled(BigInteger.One, n);
        if (m > new Fraction(4, 3))
        {
            (m, n) = (m / 2, n + 1);
        }

        var bits = Bits + (n == 0 ? (int)Math.Max(0, m.Denominator.GetBitLength() - (m - 1).Numerator.GetBitLength()) : 32);
        return Shortened(new Fraction(2 * Atanh((m - 1) / (m + 1), bits) + n * LogOfTwo(bits), BigInteger.One << bits));
    }

    /// <summary>A power with an exponent that is not whole; null where there is none or it would be too long.</summary>
    public static Fraction? Power(Fraction x, Fraction exponent) => x.IsZero
        ? exponent.Sign > 0 ? Fraction.Zero : null
        : Logarithm(x) is { } logarithm ? Exponential(logarithm * exponent) : null;

    private static BigInteger LogOfTwo(int bits) => 2 * Atanh(new Fraction(1, 3), bits);

    /// <summary>z + z³/3 + z⁵/5 + …, in units of 2^-bits.</summary>
    private static BigInteger Atanh(Fraction z, int bits)
    {
        var term = Fixed(z, bits);
        var square = (term * term) >> bits;
        var sum = term;
        for (var i = 3; !term.IsZero; i += 2)
        {
            // Rounded toward zero: a shift would leave a negative term at -1 for ever.
            term = BigInteger.Divide(term * square, BigInteger.One << bits);
            sum += term / i;
        }

        return sum;
    }

    private static BigInteger Fixed(Fraction x, int bits) => BigInteger.Divide(x.Numerator << bits, x.Denominator);

    private static Fraction Scaled(BigInteger number, int exponent) =>
        exponent >= 0 ? new Fraction(number << exponent) : new Fraction(number, BigInteger.One << -exponent);

    private static BigInteger FloorRoot(BigInteger square)
    {
        if (square.IsZero)
        {
            return square;
        }

        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + square / root) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>Rounded to <see cref="Digits"/> significant digits, so that what is computed with it stays short.</summary>
    private static Fraction Shortened(Fraction x)
    {
        if (x.IsZero)
        {
            return x;
        }

        // 1233/4096 is log 2 to the base of ten, a little low.
        var magnitude = (int)((x.Numerator.GetBitLength() - x.Denominator.GetBitLength()) * 1233 / 4096);
        var places = Digits - magnitude;
        if (places >= 0)
        {
            return x.Round(places);
        }

        var scale = new Fraction(BigInteger.Pow(10, -places));
        return (x / scale).Round(0) * scale;
    }
}
