using System.Collections.Immutable;
using System.Text;
using Indicators.Loading.Building;

namespace Indicators.Yaml;

/// <summary>
/// Spaces for the tabs of an indentation. How wide a tab was meant to be nobody says; it is mended where all widths with
/// which the file can be read make the same of it.
/// </summary>
internal static class TabFixes
{
    private static readonly int[] Widths = [2, 4, 8];

    public static ImmutableArray<Fix> Of(string file, string[] lines)
    {
        var readable = Widths.Select(w => (Width: w, Text: Reading(file, lines, w))).Where(r => r.Text is not null).ToList();
        return readable.Count == 0 || readable.DistinctBy(r => r.Text).Count() > 1 ? [] :
        [
            .. lines.Index().Where(l => HasTab(l.Item))
                .Select(l => new Fix(new Place(file, l.Index + 1, 1, l.Item), Indent(l.Item).Length, Spaces(l.Item, readable[0].Width))),
        ];
    }

    public static bool HasTab(string line) => Indent(line).Contains('\t');

    /// <summary>What the file says with tabs this wide; null if it cannot be read.</summary>
    private static string? Reading(string file, string[] lines, int width)
    {
        var text = string.Join('\n', lines.Select(l => Spaces(l, width) + l[Indent(l).Length..]));
        var problems = new Diagnostics();
        var read = YamlReader.Read(file, Encoding.UTF8.GetBytes(text), problems);
        return read is null || problems.Count > 0 ? null : Canonical.Print(read);
    }

    private static string Indent(string line) => line[..line.TakeWhile(c => c is ' ' or '\t').Count()];

    private static string Spaces(string line, int width) => Indent(line).Replace("\t", new string(' ', width), StringComparison.Ordinal);
}
