using System.Text.RegularExpressions;

namespace Indicators.Tests;

/// <summary>A page that stands in two languages says the same in both: the same examples, headings, rows of tables and things in code.</summary>
public sealed partial class TwoLanguagesTests
{
    /// <summary>The tutorials write their rules in the language of the reader.</summary>
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.Path("docs"), "*.en.md").Select(p => Path.GetFileName(p)!.Replace(".en.md", "")).Where(p => p != "tutorial").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Both_pages_have_the_same_examples_headings_rows_and_codes(string page)
    {
        var (chinese, english) = (Read($"{page}.md"), Read($"{page}.en.md"));

        Assert.Equal(Examples().Matches(english).Select(m => m.Value), Examples().Matches(chinese).Select(m => m.Value));
        Assert.Equal(Heads(english), Heads(chinese));
        Assert.Equal(Spans(english), Spans(chinese));
    }

    /// <summary>The signs of headings and the cells of each row of a table.</summary>
    private static IEnumerable<string> Heads(string text) => Examples().Replace(text, "").Split('\n')
        .Where(l => l.StartsWith('#') || l.StartsWith('|')).Select(l => l.StartsWith('#') ? l.Split(' ')[0] : $"{l.Split(" | ").Length} cells");

    private static IEnumerable<string> Spans(string text) => Code().Matches(Examples().Replace(text, "")).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    private static string Read(string page) => File.ReadAllText(Repository.Path("docs", page)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Examples();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex Code();
}
