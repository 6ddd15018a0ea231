using System.Text;

namespace Indicators;

/// <summary>The order in which people number things: P9 before P10, P9 before P09. Equal only what is the same.</summary>
internal static class NaturalOrder
{
    public static Comparer<string> Comparer { get; } = Comparer<string>.Create((a, b) => Compare(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b)));

    public static int Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var at = a.CommonPrefixLength(b);
        if (at == a.Length || at == b.Length)
        {
            return a.Length - b.Length;
        }

        // Digits count from where the number begins.
        var from = at;
        while (from > 0 && char.IsAsciiDigit((char)a[from - 1]))
        {
            from--;
        }

        var one = Digits(a[from..]);
        var other = Digits(b[from..]);
        if (one == 0 || other == 0)
        {
            return a[at] - b[at];
        }

        var byNumber = Number(a.Slice(from, one), b.Slice(from, other));
        return byNumber != 0 ? byNumber : other != one ? one - other : a[at] - b[at];
    }

    private static int Number(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        a = a.TrimStart((byte)'0');
        b = b.TrimStart((byte)'0');
        return a.Length != b.Length ? a.Length - b.Length : a.SequenceCompareTo(b);
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }
}
