using System.Numerics;

namespace Indicators;

/// <summary>A few digits with or without a point: how most figures are written, in characters or in UTF-8.</summary>
internal static class PlainNumber
{
    private const int MostDigits = 15;

    /// <summary>Of ten, as far as a number that is read here may need them.</summary>
    public static readonly long[] Powers = [.. Enumerable.Range(0, MostDigits + 1).Select(i => (long)BigInteger.Pow(10, i))];

    /// <summary>The digits as one integer, and how many of them stand behind the point; null for anything else.</summary>
    public static (long Digits, int Decimals)? Read<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (digits, count, point) = (0L, 0, -1);
        for (var i = 0; i < text.Length; i++)
        {
            var digit = int.CreateTruncating(text[i]) - '0';
            if ((uint)digit <= 9 && count < MostDigits)
            {
                digits = digits * 10 + digit;
                count++;
            }
            else if (digit == '.' - '0' && point < 0 && count > 0 && i < text.Length - 1)
            {
                point = count;
            }
            else
            {
                return null;
            }
        }

        return count == 0 ? null : (digits, point < 0 ? 0 : count - point);
    }
}
