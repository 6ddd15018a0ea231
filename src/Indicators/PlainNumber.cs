using System.Buffers.Binary;
using System.Numerics;

namespace Indicators;

/// <summary>A few digits with or without a point: how most figures are written, in characters or in UTF-8.</summary>
internal static class PlainNumber
{
    private const int MostDigits = 15;
    private const ulong Each = 0x0101_0101_0101_0101;

    /// <summary>Of ten, as far as a number that is read here may need them.</summary>
    public static readonly long[] Powers = [.. Enumerable.Range(0, MostDigits + 1).Select(i => (long)BigInteger.Pow(10, i))];

    /// <summary>False for anything else.</summary>
    /// <param name="text">The number.</param>
    /// <param name="digits">As one integer.</param>
    /// <param name="decimals">How many of them stand behind the point.</param>
    public static bool TryRead<T>(ReadOnlySpan<T> text, out long digits, out int decimals)
        where T : unmanaged, IBinaryInteger<T>
    {
        (digits, decimals) = (0, 0);
        var (count, point) = (0, -1);
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
                return false;
            }
        }

        decimals = point < 0 ? 0 : count - point;
        return count > 0;
    }

    /// <summary>The same of up to seven bytes, all at once.</summary>
    public static bool TryReadShort(ReadOnlySpan<byte> text, out long digits, out int decimals)
    {
        (digits, decimals) = (0, 0);
        var length = text.Length;
        if (length is 0 or > 7)
        {
            return TryRead(text, out digits, out decimals);
        }

        // The first character in the lowest byte.
        var word = length >= 4
            ? BinaryPrimitives.ReadUInt32LittleEndian(text) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[(length - 4)..]) << (8 * (length - 4)))
            : text[0] | ((ulong)text[length >> 1] << (8 * (length >> 1))) | ((ulong)text[length - 1] << (8 * (length - 1)));
        var points = ZeroBytes(word ^ (Each * '.'));
        if (points != 0)
        {
            var point = BitOperations.TrailingZeroCount(points) >> 3;
            if (point == 0 || point == length - 1)
            {
                return false;
            }

            word = (word & ((1UL << (8 * point)) - 1)) | (word >> (8 * (point + 1)) << (8 * point));
            length--;
            decimals = length - point;
        }

        // Zeros in front until there are eight; then pairs, fours and all eight are put together.
        word = (word << (64 - (8 * length))) | ((Each * '0') >> (8 * length));
        if ((word & (Each * 0xF0)) != Each * '0' || ((word + (Each * 6)) & (Each * 0xF0)) != Each * '0')
        {
            return false;
        }

        word = (word & (Each * 0x0F)) * ((10 << 8) + 1) >> 8;
        word = (word & 0x00FF_00FF_00FF_00FF) * ((100UL << 16) + 1) >> 16;
        digits = (long)((word & 0x0000_FFFF_0000_FFFF) * ((10_000UL << 32) + 1) >> 32);
        return true;
    }

    /// <summary>The highest bit of the lowest byte that is zero, and perhaps of others above it.</summary>
    private static ulong ZeroBytes(ulong word) => (word - Each) & ~word & (Each * 0x80);
}
