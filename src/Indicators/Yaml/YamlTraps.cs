using System.Text.RegularExpressions;

namespace Indicators.Yaml;

/// <summary>What a Chinese keyboard and a policy text do to YAML, recognised so that the message can say what to write.</summary>
internal static partial class YamlTraps
{
    /// <summary>Traps stand where a person would see them; the patterns are not tried on what a machine wrote.</summary>
    private const int LongestLine = 500;

    /// <summary>The trap on a line that YAML could not read, with its 1-based column.</summary>
    public static (Message Message, int Column)? Find(string line)
    {
        line = Shorten(line);
        if (line.Contains('\t') && string.IsNullOrWhiteSpace(line[..line.IndexOf('\t')]))
        {
            return (Messages.YamlTab, line.IndexOf('\t') + 1);
        }

        if (FullWidthColon().Match(line) is { Success: true } colon)
        {
            return (Messages.YamlFullWidthColon, colon.Groups[1].Index + 1);
        }

        if (BareGreater().Match(line) is { Success: true } greater)
        {
            return (Messages.YamlBareGreater, greater.Groups[1].Index + 1);
        }

        return FlowBracket().Match(line) is { Success: true } flow ? (Messages.YamlFlowBracket, flow.Groups[1].Index + 1) : null;
    }

    /// <summary>Whether a text is a key and a value with a full-width colon between them.</summary>
    public static bool HasFullWidthColon(string text) => FullWidthColon().IsMatch(Shorten(text));

    private static string Shorten(string line) => line.Length <= LongestLine ? line : line[..LongestLine];

    [GeneratedRegex(@"^\s*(?:- )?[^:：""'{\[#]*[^\s:：""'{\[#](：)")]
    private static partial Regex FullWidthColon();

    [GeneratedRegex(@"(?:^\s*(?:- )?|[:,{\[]\s*)(>=?)(?:\s|\d)")]
    private static partial Regex BareGreater();

    [GeneratedRegex(@"\{[^""':]*:[^""']*?(\[|\.\.)")]
    private static partial Regex FlowBracket();
}
