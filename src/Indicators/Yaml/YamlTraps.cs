using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Indicators.Yaml;

/// <summary>What a Chinese keyboard and a policy text do to YAML, recognised so that the message can say what to write.</summary>
internal static partial class YamlTraps
{
    /// <summary>Traps stand where a person would see them; the patterns are not tried on what a machine wrote.</summary>
    private const int LongestLine = 500;

    /// <summary>The trap on a line that YAML could not read.</summary>
    public static YamlTrap? Find(string line)
    {
        line = Shorten(line);
        if (line.Contains('\t') && string.IsNullOrWhiteSpace(line[..line.IndexOf('\t')]))
        {
            return new(Messages.YamlTab, line.IndexOf('\t') + 1);
        }

        if (FullWidthColon().Match(line) is { Success: true } colon)
        {
            return OfFullWidth(colon);
        }

        if (BareGreater().Match(line) is { Success: true } greater)
        {
            return greater.Groups["test"] is { Success: true } test
                ? new(Messages.YamlBareGreater, test.Index + 1, test.Length, $"\"{test.Value}\"")
                : new(Messages.YamlBareGreater, greater.Groups["sign"].Index + 1, greater.Groups["sign"].Length, greater.Groups["sign"].Value == ">=" ? "≥" : null);
        }

        if (FullWidthComma().Match(line) is { Success: true } comma)
        {
            return new(Messages.YamlFullWidthComma, comma.Groups[1].Index + 1, comma.Groups[1].Length, ", ");
        }

        if (FlowBracket().Match(line) is { Success: true } flow)
        {
            return new(Messages.YamlFlowBracket, flow.Groups[1].Index + 1);
        }

        if (DashSpace().Match(line) is { Success: true } dash)
        {
            return new(Messages.YamlDashSpace, dash.Groups[1].Index + 1, 1, "- ");
        }

        return ColonSpace().Match(line) is { Success: true } joined ? OfJoined(joined) : null;
    }

    /// <summary>The first full-width comma that stands in no brackets; null where there is none.</summary>
    public static int? CommaOf(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += "（(《“「[".Contains(text[i]) ? 1 : "）)》”」]".Contains(text[i]) ? -1 : 0;
            if (text[i] == '，' && depth <= 0)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The trap in a text that should have been a key and a value; its column counts from the text's first.</summary>
    public static YamlTrap? OfColon(YamlText text)
    {
        // A document without anything in it stands behind the line that begins it.
        var written = text.Place.SourceLine ?? "";
        var line = Shorten(written[Math.Min((int)text.Place.Column - 1, written.Length)..]);
        return FullWidthColon().Match(line) is { Success: true } colon ? OfFullWidth(colon)
            : ColonSpace().Match(line) is { Success: true } joined ? OfJoined(joined) : null;
    }

    private static YamlTrap OfFullWidth(Match colon) => new(Messages.YamlFullWidthColon, colon.Groups[1].Index + 1, colon.Groups[1].Length, ": ");

    private static YamlTrap OfJoined(Match joined) => new(Messages.YamlColonSpace, joined.Groups[1].Index + 1, 1, ": ");

    private static string Shorten(string line) => line.Length <= LongestLine ? line : line[..LongestLine];

    [GeneratedRegex(@"^\s*(?:- )?[^:：""'{\[#]*[^\s:：""'{\[#](： ?)")]
    private static partial Regex FullWidthColon();

    /// <summary>A number that something must be greater than is a test to be quoted; of anything else only the sign is known.</summary>
    [GeneratedRegex(@"(?:^\s*(?:- )?|[:,{\[]\s*)(?:(?<test>>\s*[\d.]+\s*[%分]?)(?=\s*(?:[:,}]|$))|(?<sign>>=?)(?:\s|\d))")]
    private static partial Regex BareGreater();

    [GeneratedRegex(@"\{[^""':]*:[^""']*?(\[|\.\.)")]
    private static partial Regex FlowBracket();

    /// <summary>Within braces, before what looks like the next key.</summary>
    [GeneratedRegex(@"\{[^""'}]*?(，\s*)[^\s:：，,""'{}]+\s*[:：]")]
    private static partial Regex FullWidthComma();

    /// <summary>An item of a list whose key or text is joined to its dash; a negative number and the line --- are none.</summary>
    [GeneratedRegex(@"^\s*(-)[^\s\d-]")]
    private static partial Regex DashSpace();

    /// <summary>A key, which begins with a letter, and a value without a space between them; an address of the web is neither.</summary>
    [GeneratedRegex(@"^\s*(?:- )?\p{L}[^\s:：""'{}\[\],#]*(:)[^\s:/]")]
    private static partial Regex ColonSpace();
}

/// <summary>A trap: what to say, its 1-based column, and where only one mend is right the characters to replace and by what.</summary>
internal sealed record YamlTrap(Message Message, int Column, int Length = 0, string? Instead = null)
{
    public ImmutableArray<Fix> FixesAt(Place place) => Instead is null ? [] : [new Fix(place, Length, Instead)];

    /// <summary>Of a text whose first character the column counts from.</summary>
    public void Report(YamlText text, Diagnostics diagnostics)
    {
        var place = text.Place.Right(Column - 1);
        diagnostics.Report(Message, place, FixesAt(place), text.Content);
    }
}
