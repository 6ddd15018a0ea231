using System.Globalization;
using System.Text;

namespace Indicators.Cli;

/// <summary>How many columns a text takes in a terminal: Chinese characters and their punctuation take two.</summary>
internal static class TextWidth
{
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2460, 0x24FF), (0x2776, 0x2793), (0x2E80, 0x303E), (0x3041, 0x4DBF), (0x4E00, 0xA4CF),
        (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60),
        (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Of(rune);
        }

        return columns;
    }

    public static int Of(Rune rune) => rune.Value is >= ' ' and < 0x7F ? 1 : Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    /// <summary>The text with spaces after it.</summary>
    public static string PadRight(string text, int width) => text + Spaces(width - Of(text));

    /// <summary>The text with spaces before it.</summary>
    public static string PadLeft(string text, int width) => Spaces(width - Of(text)) + text;

    public static string Spaces(int count) => new(' ', Math.Max(0, count));

    /// <summary>
    /// Every control character becomes a space. Texts come from files of strangers, and an escape sequence in them
    /// could rewrite what the terminal shows; so could the marks that reverse the direction of writing.
    /// </summary>
    public static string Clean(string text) =>
        text.Any(IsUnsafe) ? string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                to[i] = IsUnsafe(from[i]) ? ' ' : from[i];
            }
        }) : text;

    private static bool IsWide(int character)
    {
        foreach (var (first, last) in Wide)
        {
            if (character <= last)
            {
                return character >= first;
            }
        }

        return false;
    }

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
