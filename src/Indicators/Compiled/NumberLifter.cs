using System.Numerics;

namespace Indicators.Compiled;

/// <summary>
/// Exact arithmetic on lifted numbers: a fraction is never divided out, so that + − × ÷ and comparisons become integer
/// instructions on tops and bottoms. What is missing stays a number in its lane, and is told by its own instruction.
/// </summary>
internal sealed class NumberLifter(Emitter emitter)
{
    public Lifted.Number Constant(Fraction value) => value.IsZero
        ? new(Fraction.One, emitter.Zero, null, emitter.Zero)
        : new(Fraction.Abs(value), value.Sign > 0 ? emitter.One : emitter.Constant(-1), null, emitter.Zero);

    /// <summary>No number: zero in its lanes, and missing.</summary>
    public Lifted.Number Absent(int missing) => Constant(Fraction.Zero) with { Missing = missing };

    public Lifted.Number Negate(Lifted.Number a) => a with { Top = emitter.Minus(emitter.Zero, a.Top) };

    public Lifted.Number Plus(Lifted.Number a, Lifted.Number b)
    {
        if (IsZero(a) || IsZero(b))
        {
            return (IsZero(a) ? b : a) with { Missing = emitter.Max(a.Missing, b.Missing) };
        }

        var (scale, x, y, bottom) = Common(a, b);
        return new(scale, emitter.Plus(x, y), bottom, emitter.Max(a.Missing, b.Missing));
    }

    public Lifted.Number Minus(Lifted.Number a, Lifted.Number b) => Plus(a, Negate(b));

    public Lifted.Number Times(Lifted.Number a, Lifted.Number b) => new(
        a.Scale * b.Scale, emitter.Times(a.Top, b.Top), Times(a.Bottom, b.Bottom), emitter.Max(a.Missing, b.Missing));

    public Lifted.Number Times(Lifted.Number a, Fraction factor) => factor.Sign switch
    {
        0 => Absent(a.Missing),
        < 0 => Negate(a with { Scale = a.Scale * Fraction.Abs(factor) }),
        _ => a with { Scale = a.Scale * factor },
    };

    public Lifted.Number Over(Lifted.Number a, Lifted.Number b)
    {
        var (low, high) = emitter.BoundsOf(b.Top);
        // What is missing is zero in its lane, and not for that a division by zero.
        var absent = emitter.Max(a.Missing, b.Missing);
        var byZero = emitter.And(emitter.Equal(b.Top, emitter.Zero), emitter.Equal(absent, emitter.Zero));
        var missing = emitter.Select(byZero, emitter.Constant(Lifted.Undefined), absent);
        // The divisor becomes a bottom, so it is made positive: by its sign, and where it is zero, which is missing, by one.
        var size = low >= 0 ? b.Top : high <= 0 ? emitter.Minus(emitter.Zero, b.Top) : emitter.Max(b.Top, emitter.Minus(emitter.Zero, b.Top));
        var top = low >= 0 ? a.Top : emitter.Select(emitter.Less(b.Top, emitter.Zero), emitter.Minus(emitter.Zero, a.Top), a.Top);
        var divisor = emitter.Max(size, emitter.One);
        return new(a.Scale / b.Scale, b.Bottom is { } q ? emitter.Times(top, q) : top, Times(a.Bottom, divisor), missing);
    }

    public Lifted.Number Abs(Lifted.Number a) => a with { Top = emitter.Max(a.Top, emitter.Minus(emitter.Zero, a.Top)) };

    public Lifted.Number Min(Lifted.Number a, Lifted.Number b)
    {
        var (scale, x, y, bottom) = Common(a, b);
        return new(scale, emitter.Min(x, y), bottom, emitter.Max(a.Missing, b.Missing));
    }

    public Lifted.Number Max(Lifted.Number a, Lifted.Number b)
    {
        var (scale, x, y, bottom) = Common(a, b);
        return new(scale, emitter.Max(x, y), bottom, emitter.Max(a.Missing, b.Missing));
    }

    public Lifted.Number Clamp(Lifted.Number a, Fraction low, Fraction high) => Max(Min(a, Constant(high)), Constant(low));

    /// <summary>a &lt; b, where neither is missing.</summary>
    public int Less(Lifted.Number a, Lifted.Number b)
    {
        var (_, x, y, _) = Common(a, b);
        return emitter.Less(x, y);
    }

    /// <summary>a ≤ b, where neither is missing.</summary>
    public int LessOrEqual(Lifted.Number a, Lifted.Number b)
    {
        var (_, x, y, _) = Common(a, b);
        return emitter.LessOrEqual(x, y);
    }

    /// <summary>a = b, where neither is missing.</summary>
    public int Equal(Lifted.Number a, Lifted.Number b)
    {
        var (_, x, y, _) = Common(a, b);
        return emitter.Equal(x, y);
    }

    public Lifted.Number Select(int mask, Lifted.Number a, Lifted.Number b)
    {
        if (mask == emitter.Always || mask == emitter.Never)
        {
            return mask == emitter.Always ? a : b;
        }

        var scale = Divisor(a.Scale, b.Scale);
        var (x, y) = (emitter.Scaled(a.Top, Whole(a.Scale / scale)), emitter.Scaled(b.Top, Whole(b.Scale / scale)));
        int? bottom = a.Bottom == b.Bottom ? a.Bottom : emitter.Select(mask, a.Bottom ?? emitter.One, b.Bottom ?? emitter.One);
        return new(scale, emitter.Select(mask, x, y), bottom, emitter.Select(mask, a.Missing, b.Missing));
    }

    /// <summary>⌊a⌋.</summary>
    public Lifted.Number Floor(Lifted.Number a)
    {
        var top = emitter.Scaled(a.Top, Whole(new Fraction(a.Scale.Numerator)));
        return new(Fraction.One, emitter.FloorDivide(top, Times(a.Bottom, emitter.Constant(Whole(new Fraction(a.Scale.Denominator)))) ?? emitter.One), null, a.Missing);
    }

    public Lifted.Number Ceiling(Lifted.Number a) => Negate(Floor(Negate(a)));

    /// <summary>Rounded half-up, a tie away from zero.</summary>
    public Lifted.Number Round(Lifted.Number a, int places)
    {
        var unit = new Fraction(BigInteger.Pow(10, Math.Abs(places)));
        unit = places < 0 ? Fraction.One / unit : unit;
        if (a.Bottom is null && (a.Scale * unit).IsInteger)
        {
            return a;
        }

        var size = emitter.BoundsOf(a.Top).Low >= 0 ? a : Abs(a);
        var scale = size.Scale * unit;
        var top = emitter.Scaled(size.Top, Whole(new Fraction(scale.Numerator)));
        var bottom = Times(size.Bottom, emitter.Constant(Whole(new Fraction(scale.Denominator)))) ?? emitter.One;
        var rounded = new Lifted.Number(Fraction.One, emitter.RoundDivide(top, bottom), null, a.Missing);
        rounded = ReferenceEquals(size, a) ? rounded : Select(emitter.Less(a.Top, emitter.Zero), Negate(rounded), rounded);
        return Times(rounded, Fraction.One / unit) with { Missing = a.Missing };
    }

    /// <summary>A rounded number that is known to lie between nothing and this, where it counts.</summary>
    public Lifted.Number Within(Lifted.Number rounded, Fraction most) => rounded.Bottom is null
        ? rounded with { Top = emitter.Narrow(rounded.Top, 0, (Int128)(most / rounded.Scale).Ceiling()) } : rounded;

    /// <summary>A number without a bottom, in whole units.</summary>
    public int In(Lifted.Number a, Fraction unit) => a.Bottom is null && (IsZero(a) || (a.Scale / unit).IsInteger)
        ? IsZero(a) ? emitter.Zero : emitter.Scaled(a.Top, Whole(a.Scale / unit))
        : throw new InvalidOperationException($"{a} is no whole number of {unit}.");

    private bool IsZero(Lifted.Number a) => a.Top == emitter.Zero;

    /// <summary>Both over one bottom and in one scale.</summary>
    private (Fraction Scale, int A, int B, int? Bottom) Common(Lifted.Number a, Lifted.Number b)
    {
        // Zero is zero in any scale.
        var scale = IsZero(a) ? b.Scale : IsZero(b) ? a.Scale : Divisor(a.Scale, b.Scale);
        var x = IsZero(a) ? a.Top : emitter.Scaled(a.Top, Whole(a.Scale / scale));
        var y = IsZero(b) ? b.Top : emitter.Scaled(b.Top, Whole(b.Scale / scale));
        return a.Bottom == b.Bottom ? (scale, x, y, a.Bottom)
            : (scale, b.Bottom is { } q ? emitter.Times(x, q) : x, a.Bottom is { } p ? emitter.Times(y, p) : y, Times(a.Bottom, b.Bottom));
    }

    private int? Times(int? a, int? b) => a is null ? b : b is null ? a : emitter.Times(a.Value, b.Value);

    /// <summary>The largest fraction of which both are whole multiples.</summary>
    private static Fraction Divisor(Fraction a, Fraction b) => new(
        BigInteger.GreatestCommonDivisor(a.Numerator * b.Denominator, b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    private static Int128 Whole(Fraction value) => value.Numerator <= (BigInteger)Emitter.Exact ? (Int128)value.Numerator : throw new NotLiftedException(Reasons.TooLarge);
}
