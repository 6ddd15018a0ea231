using System.Globalization;
using System.Text;
using CsCheck;
using Indicators.Batch;

namespace Indicators.Tests;

/// <summary>Figures that are read and written several digits at a time, beside the plain way.</summary>
public sealed class PlainNumberTests
{
    [Fact]
    public void A_short_number_is_read_at_once_as_it_is_digit_by_digit() =>
        Gen.Char["0123456789.5-/:,e "].Array[0, 9].Sample(text => Assert.Equal(Slowly(text), AtOnce(new string(text))), iter: 200_000);

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("9999999", 9999999, 0)]
    [InlineData("99999.99", 9999999, 2)]
    [InlineData("1.000001", 1000001, 6)]
    [InlineData("0.5", 5, 1)]
    [InlineData("00.50", 50, 2)]
    public void Its_digits_and_decimals_are_counted(string text, long digits, int decimals) => Assert.Equal((digits, decimals), AtOnce(text));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1/2")]
    [InlineData("1:2")]
    [InlineData("１")]
    public void Anything_else_is_refused(string text) => Assert.Null(AtOnce(text));

    [Fact]
    public void Points_are_written_as_a_decimal_is()
    {
        foreach (var places in new[] { 0, 1, 2, 3, 6 })
        {
            foreach (var units in Enumerable.Range(0, 10_100).Select(i => (long)i).Append(123_456_789))
            {
                var expected = new decimal((int)units, 0, 0, isNegative: false, (byte)places).ToString(CultureInfo.InvariantCulture) + ",";
                var room = new byte[QuickCells.LongestDigits];
                var cells = new QuickCells(room);
                cells.Digits(units, places);
                Assert.Equal(expected, Encoding.ASCII.GetString(room, 0, cells.Length));
            }
        }
    }

    private static (long, int)? AtOnce(string text) => PlainNumber.TryReadShort(Encoding.UTF8.GetBytes(text), out var digits, out var decimals) ? (digits, decimals) : null;

    private static (long, int)? Slowly(char[] text)
    {
        var written = new string(text);
        var parts = written.Split('.');
        return parts.Length <= 2 && parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit))
            ? (long.Parse(string.Concat(parts), CultureInfo.InvariantCulture), parts.Length == 2 ? parts[1].Length : 0) : null;
    }
}
