using System.Numerics;
using CsCheck;

namespace Indicators.Tests;

public sealed class FractionTests
{
    private static readonly Gen<Fraction> Fractions =
        Gen.Select(Gen.Int[-10_000, 10_000], Gen.Int[1, 10_000], (n, d) => new Fraction(n, d));

    [Fact]
    public void Three_thirds_are_exactly_one() =>
        Assert.Equal(Fraction.One, new Fraction(1, 3) + new Fraction(1, 3) + new Fraction(1, 3));

    [Theory]
    [InlineData(5 * 3, 600, "0.03")]        // 5 of 600 for 3 points: 0.025 is a tie and goes up
    [InlineData(2499, 100_000, "0.02")]     // just below the tie
    [InlineData(2501, 100_000, "0.03")]     // just above
    [InlineData(1, 3, "0.33")]
    [InlineData(2, 3, "0.67")]
    [InlineData(-5 * 3, 600, "-0.03")]      // away from zero
    [InlineData(89_995, 1000, "90.00")]
    [InlineData(8, 1, "8.00")]
    public void Rounds_half_up_to_two_places(int numerator, int denominator, string expected) =>
        Assert.Equal(expected, new Fraction(numerator, denominator).ToFixed(2));

    [Theory]
    [InlineData("1.10", 11, 10)]
    [InlineData("-0.5", -1, 2)]
    [InlineData(".5", 1, 2)]
    [InlineData("007", 7, 1)]
    public void Reads_plain_decimals(string text, int numerator, int denominator)
    {
        Assert.True(Fraction.TryParse(text, out var value));
        Assert.Equal(new Fraction(numerator, denominator), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData(" 1")]
    [InlineData("１")]
    [InlineData("NaN")]
    public void Refuses_everything_else(string text) => Assert.False(Fraction.TryParse(text, out _));

    [Fact]
    public void Rounding_agrees_with_decimal_arithmetic() =>
        Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Int[0, 6], Gen.Int[0, 4]).Sample((unscaled, scale, places) =>
        {
            var value = new decimal(Math.Abs(unscaled) % int.MaxValue) / (decimal)Math.Pow(10, scale) * Math.Sign(unscaled);
            var fraction = new Fraction((BigInteger)(Math.Abs(unscaled) % int.MaxValue) * Math.Sign(unscaled), BigInteger.Pow(10, scale));
            var expected = decimal.Round(value, places, MidpointRounding.AwayFromZero);
            Assert.Equal(expected.ToString($"F{places}", System.Globalization.CultureInfo.InvariantCulture).Replace("-0.00", "-0.00"), Unsigned(fraction.ToFixed(places), expected));
        });

    [Fact]
    public void Is_a_field() => Gen.Select(Fractions, Fractions, Fractions).Sample((a, b, c) =>
    {
        Assert.Equal(a * (b + c), a * b + a * c);
        Assert.Equal(a, a + b - b);
        Assert.Equal((a + b) + c, a + (b + c));
        if (!b.IsZero)
        {
            Assert.Equal(a, a / b * b);
        }
    });

    [Fact]
    public void Floor_and_ceiling_enclose_the_value() => Fractions.Sample(a =>
    {
        var floor = new Fraction(a.Floor());
        var ceiling = new Fraction(a.Ceiling());
        Assert.True(floor <= a && a < floor + 1);
        Assert.True(ceiling >= a && a > ceiling - 1);
    });

    /// <summary>Decimal writes a rounded negative as “-0.00” where it keeps the sign; ours has no negative zero.</summary>
    private static string Unsigned(string text, decimal expected) =>
        expected == 0 && decimal.IsNegative(expected) ? "-" + text : text;
}
