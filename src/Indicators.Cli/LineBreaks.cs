using System.Text;

namespace Indicators.Cli;

/// <summary>
/// Breaks a text into lines of at most so many columns: between Chinese characters and at spaces, never inside a number
/// or a word, never before closing or after opening punctuation.
/// </summary>
internal static class LineBreaks
{
    private const string Closing = "，。、；：？！）〕】》」』”’…％,.;:?!)]}%";
    private const string Opening = "（〔【《「『“‘([{";

    /// <param name="text">The text.</param>
    /// <param name="width">The columns of the first line.</param>
    /// <param name="hanging">By how many columns the other lines are shorter, because they will be indented.</param>
    public static IReadOnlyList<string> Wrap(string text, int width, int hanging = 0)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var piece in Pieces(text.TrimStart()).SelectMany(p => Split(p, width - hanging)))
        {
            var room = lines.Count == 0 ? width : width - hanging;
            if (used > 0 && used + TextWidth.Of(piece.TrimEnd()) > room)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                used = 0;
            }

            line.Append(piece);
            used += TextWidth.Of(piece);
        }

        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    /// <summary>The parts that stay together; a space belongs to the part before it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var piece = new StringBuilder();
        for (var i = 0; i < runes.Length; i++)
        {
            piece.Append(runes[i]);
            if (i + 1 == runes.Length || MayBreak(runes[i], runes[i + 1]))
            {
                yield return piece.ToString();
                piece.Clear();
            }
        }
    }

    private static bool MayBreak(Rune before, Rune after)
    {
        if (Rune.IsWhiteSpace(after) || TextWidth.Of(after) == 0 || Is(after, Closing) || Is(before, Opening))
        {
            return false;
        }

        // A number keeps its unit: 8.00分, 2017年.
        return Rune.IsWhiteSpace(before) || IsIdeographic(before) || (IsIdeographic(after) && !Rune.IsDigit(before));
    }

    /// <summary>Not a circled number, which belongs to the code before it (B12①), nor a full-width digit.</summary>
    private static bool IsIdeographic(Rune rune) =>
        TextWidth.Of(rune) == 2 && rune.Value is not (>= 0x2460 and <= 0x24FF) && !Rune.IsDigit(rune) && rune.Value is not ('．' or '％');

    private static bool Is(Rune rune, string characters) => rune.IsBmp && characters.Contains((char)rune.Value);

    /// <summary>A part wider than a whole line has to be cut, if at all possible not inside a number.</summary>
    private static IEnumerable<string> Split(string piece, int width)
    {
        while (TextWidth.Of(piece.TrimEnd()) > width)
        {
            var fits = Fitting(piece, width);
            var cut = fits;
            while (cut > 1 && IsNumeric(piece[cut - 1]) && IsNumeric(piece[cut]))
            {
                cut--;
            }

            cut = cut > 1 ? cut : fits;
            yield return piece[..cut];
            piece = piece[cut..];
        }

        yield return piece;
    }

    /// <summary>How many characters fit; at least one, so that there is progress.</summary>
    private static int Fitting(string text, int width)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width -= TextWidth.Of(rune);
            if (width < 0 && length > 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    private static bool IsNumeric(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '%';
}
