namespace Indicators.Cli;

/// <summary>How a line stands out; on a terminal only.</summary>
internal enum Ink
{
    Plain,
    Bold,
    Dim,
    Red,
    Yellow,
}

/// <summary>Where lines are written: at most so many columns wide, coloured only for a person who looks at a terminal.</summary>
internal sealed class Screen(TextWriter writer, int width = Screen.Widest, bool inColor = false, bool isTerminal = false)
{
    public const int Widest = 100;
    private const int Narrowest = 60;

    public TextWriter Writer { get; } = writer;

    public int Width { get; } = width;

    /// <summary>Whether somebody watches, and a line can be written again.</summary>
    public bool IsTerminal { get; } = isTerminal;

    public static Screen Of(TextWriter writer, bool redirected)
    {
        if (redirected)
        {
            return new Screen(writer);
        }

        // An old Windows console prints the codes instead of obeying them.
        var obeysCodes = !OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("WT_SESSION") is not null;
        var wantsColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var width = Console.WindowWidth is > 0 and var columns ? Math.Clamp(columns, Narrowest, Widest) : Widest;
        return new Screen(writer, width, obeysCodes && wantsColor, isTerminal: Environment.GetEnvironmentVariable("TERM") != "dumb");
    }

    /// <summary>One line as it is, whatever its width.</summary>
    public void Line(string text = "", Ink ink = Ink.Plain)
    {
        var clean = TextWidth.Clean(text).TrimEnd();
        Writer.WriteLine(inColor && ink != Ink.Plain && clean.Length > 0 ? $"\e[{Code(ink)}m{clean}\e[0m" : clean);
    }

    /// <summary>Writes over the line that was written in this way before; nothing takes it away.</summary>
    public void Again(string text) => Writer.Write($"\r{TextWidth.PadRight(TextWidth.Clean(text), Width - 1)}{(text.Length == 0 ? "\r" : "")}");

    /// <summary>A text broken into lines, all indented, those after the first by <paramref name="hanging"/> more.</summary>
    public void Text(string text, int indent = 0, int hanging = 0, Ink ink = Ink.Plain)
    {
        foreach (var (i, line) in LineBreaks.Wrap(TextWidth.Clean(text), Width - indent, hanging).Index())
        {
            Line(TextWidth.Spaces(i == 0 ? indent : indent + hanging) + line, ink);
        }
    }

    /// <summary>A name, broken into lines as needed, with columns at the right edge of its first line.</summary>
    public void Row(string name, int hanging, string columns, Ink ink = Ink.Plain)
    {
        var room = Width - TextWidth.Of(columns) - 1;
        var clean = TextWidth.Clean(name);
        var indent = clean.Length - clean.TrimStart().Length;
        foreach (var (i, line) in LineBreaks.Wrap(clean, room - indent, hanging - indent).Index())
        {
            Line(i == 0 ? TextWidth.PadRight(TextWidth.Spaces(indent) + line, room + 1) + columns : TextWidth.Spaces(hanging) + line, ink);
        }
    }

    private static int Code(Ink ink) => ink switch
    {
        Ink.Bold => 1,
        Ink.Dim => 2,
        Ink.Red => 31,
        _ => 33,
    };
}
