namespace Indicators.Cli;

/// <summary>The part of a source line around a column that fits the screen, and how far right the column stands in it.</summary>
internal static class SourceExcerpt
{
    private const string Cut = "…";

    /// <param name="line">The line, free of control characters.</param>
    /// <param name="column">1-based, in characters.</param>
    /// <param name="width">The columns there are.</param>
    public static (string Shown, int Caret) Of(string line, int column, int width)
    {
        var at = Math.Clamp(column - 1, 0, line.Length);
        var start = TextWidth.Of(line) <= width ? Math.Min(line.TakeWhile(char.IsWhiteSpace).Count(), at) : Start(line, at, width / 2);
        var lead = start > 0 && !string.IsNullOrWhiteSpace(line[..start]) ? Cut : "";
        var caret = TextWidth.Of(lead) + TextWidth.Of(line[start..at]);
        var shown = lead + line[start..];
        return (TextWidth.Of(shown) <= width ? shown : End(shown, width - 1) + Cut, caret);
    }

    /// <summary>The first character such that what is before the column takes no more than this room.</summary>
    private static int Start(string line, int at, int room)
    {
        var start = at;
        while (start > 0 && TextWidth.Of(line[(start - 1)..at]) <= room)
        {
            start--;
        }

        return start > 0 && char.IsLowSurrogate(line[start]) ? start + 1 : start;
    }

    private static string End(string text, int width)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width -= TextWidth.Of(rune);
            if (width < 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
