using System.Collections.Immutable;

namespace Indicators.Tests;

/// <summary>A page of docs/methods as the tests read it: its examples, and its tables of keys and of mistakes.</summary>
internal sealed class MethodPage
{
    private readonly List<PageExample> examples = [];

    private MethodPage(string name) => Name = name;

    public static ImmutableArray<MethodPage> All { get; } =
        [.. Directory.EnumerateFiles(Repository.Path("docs", "methods"), "*.md").Order(StringComparer.Ordinal).Select(Read)];

    public string Name { get; }

    public string Text { get; private init; } = "";

    public IReadOnlyList<PageExample> Examples => examples;

    /// <summary>The key columns of the tables that begin with 键 and key.</summary>
    public List<(string Zh, string En)> Keys { get; } = [];

    /// <summary>What is written, what somebody writes instead, and the code of the problem.</summary>
    public List<(string Written, string Instead, string Code)> Mistakes { get; } = [];

    private static MethodPage Read(string path)
    {
        var page = new MethodPage(Path.GetFileName(path)) { Text = File.ReadAllText(path) };
        var lines = page.Text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var (first, kind) = (i, lines[i]);
            if (kind.StartsWith("```", StringComparison.Ordinal))
            {
                i = Array.IndexOf(lines, "```", i + 1);
                page.Block(kind[3..].Trim(), string.Join('\n', lines[(first + 1)..i]));
            }
            else if (kind.StartsWith('|'))
            {
                i = Array.FindIndex(lines, i, l => !l.StartsWith('|'));
                page.Table([.. lines[first..i].Select(Cells)]);
            }
        }

        return page;
    }

    private void Block(string kind, string text)
    {
        // A rule begins an example; several whole dimensions in a row belong to one.
        if (kind == "yaml" || (kind == PageExample.Dimension && examples.LastOrDefault() is null or { Scores: not null }))
        {
            examples.Add(new PageExample());
        }

        examples[^1].Blocks.Add((kind, text));
    }

    private void Table(string[][] rows)
    {
        var (header, body) = (rows[0], rows.Skip(2));
        if (header[0] == "键")
        {
            Keys.AddRange(body.Select(r => (r[0], r[1])));
        }
        else if (header is ["原来", "写成", "报错"])
        {
            Mistakes.AddRange(body.Select(r => (Code(r[0]), r[1] == "（删去）" ? "" : Code(r[1]), Code(r[2]))));
        }
        else if (PageExample.IsResult(header[^1]))
        {
            Assert.True(examples[^1].Scores is null, $"{Name}: a rule has two tables of scores.");
            examples[^1].Scores = [header, .. body];
        }
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(c => c.Trim())];

    private static string Code(string cell) => cell.Trim('`').Replace('⏎', '\n');
}
