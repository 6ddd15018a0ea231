using System.Globalization;
using System.Numerics;

namespace Indicators;

/// <summary>
/// An exact rational number in lowest terms with a positive denominator; <c>default</c> is zero.
/// A score stays a fraction of its inputs until it is rounded once.
/// </summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly BigInteger denominator;

    public static readonly Fraction Zero = default;
    public static readonly Fraction One = new(1);
    public static readonly Fraction Hundred = new(100);

    public Fraction(BigInteger numerator)
        : this(numerator, BigInteger.One)
    {
    }

    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsOne)
        {
            (Numerator, this.denominator) = (numerator, denominator);
            return;
        }

        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A fraction needs a denominator other than zero.");
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        this.denominator = denominator / divisor;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>How long the number is: bits of numerator and denominator.</summary>
    public long Bits => Numerator.GetBitLength() + Denominator.GetBitLength();

    public bool IsZero => Numerator.IsZero;

    public bool IsInteger => Denominator.IsOne;

    public int Sign => Numerator.Sign;

    public static implicit operator Fraction(int value) => new(value);

    public static Fraction operator +(Fraction a, Fraction b) => b.IsZero ? a : a.IsZero ? b
        : a.Denominator == b.Denominator ? new(a.Numerator + b.Numerator, a.Denominator)
        : new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => b.IsZero ? a
        : a.Denominator == b.Denominator ? new(a.Numerator - b.Numerator, a.Denominator)
        : new(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a) => new(-a.Numerator, a.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => a.IsZero || b.IsZero ? Zero
        : new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Fraction operator /(Fraction a, Fraction b) =>
        new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static Fraction Min(Fraction a, Fraction b) => a <= b ? a : b;

    public static Fraction Max(Fraction a, Fraction b) => a >= b ? a : b;

    public static Fraction Abs(Fraction a) => new(BigInteger.Abs(a.Numerator), a.Denominator);

    public static Fraction Sum(IEnumerable<Fraction> values)
    {
        var sum = Zero;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    public static Fraction Clamp(Fraction value, Fraction low, Fraction high) => Max(low, Min(value, high));

    /// <summary>The largest integer that is not above this value.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest integer that is not below this value.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>Rounds half-up (四舍五入): a tie goes away from zero.</summary>
    public Fraction Round(int places) => IsInteger ? this : new Fraction(Scaled(places, out var scale), scale);

    /// <summary>Rounds half-up and writes exactly <paramref name="places"/> decimals, such as <c>8.00</c>.</summary>
    public string ToFixed(int places)
    {
        var scaled = Scaled(places, out _);
        var digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var sign = scaled.Sign < 0 ? "-" : "";
        return places == 0 ? sign + digits : $"{sign}{digits[..^places]}.{digits[^places..]}";
    }

    /// <summary>Rounds half-up to at most <paramref name="places"/> decimals and drops trailing zeros.</summary>
    public string ToShortest(int places)
    {
        var text = ToFixed(places);
        return places == 0 ? text : text.TrimEnd('0').TrimEnd('.');
    }

    /// <summary>How many decimals it takes to write it; null if no number of them is enough, or more than a number of the evidence has.</summary>
    public int? Decimals
    {
        get
        {
            var scale = BigInteger.One;
            for (var places = 0; places <= Limits.Digits; places++, scale *= 10)
            {
                if ((scale % Denominator).IsZero)
                {
                    return places;
                }
            }

            return null;
        }
    }

    /// <summary>Numerator and denominator, such as <c>1/3</c>, or the integer alone.</summary>
    public override string ToString() => IsInteger
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>Reads plain ASCII decimal digits with an optional sign and point: <c>-12.50</c>. No exponent, no grouping.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Fraction value)
    {
        value = Zero;
        var negative = text.StartsWith("-");
        var digits = negative ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var part = point < 0 ? [] : digits[(point + 1)..];
        if (whole.Length + part.Length == 0 || (point >= 0 && part.Length == 0)
            || whole.ContainsAnyExceptInRange('0', '9') || part.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var unscaled = BigInteger.Parse($"0{whole}{part}", NumberStyles.None, CultureInfo.InvariantCulture);
        value = new Fraction(negative ? -unscaled : unscaled, BigInteger.Pow(10, part.Length));
        return true;
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    internal static Fraction Parse(string written) => written.Split('/') is [var over, .. var under]
        ? new Fraction(BigInteger.Parse(over, CultureInfo.InvariantCulture), under is [var below] ? BigInteger.Parse(below, CultureInfo.InvariantCulture) : BigInteger.One)
        : Zero;

    public int CompareTo(Fraction other) => Denominator == other.Denominator
        ? Numerator.CompareTo(other.Numerator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>The value in units of the last of so many decimals, rounded half-up.</summary>
    private BigInteger Scaled(int places, out BigInteger scale)
    {
        scale = places == 2 ? Hundred.Numerator : BigInteger.Pow(10, places);
        return Sign * BigInteger.Divide(BigInteger.Abs(Numerator) * scale * 2 + Denominator, Denominator * 2);
    }
}
