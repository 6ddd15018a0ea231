namespace Indicators.Cli;

/// <summary>A rule set as Markdown; a name that runs over several rows stands in the first of them.</summary>
internal static class MarkdownDocument
{
    public static void Write(RuleSetDocument document, TextWriter writer)
    {
        writer.WriteLine($"# {Escape(document.Title)}");
        foreach (var line in document.Head)
        {
            writer.WriteLine($"\n{Escape(line)}");
        }

        foreach (var table in document.Tables)
        {
            writer.WriteLine(table.Heading is null ? "" : $"\n## {Escape(table.Heading)}\n");
            writer.WriteLine($"| {string.Join(" | ", table.Columns)} |");
            writer.WriteLine($"|{string.Concat(table.Columns.Select(_ => "---|"))}");
            foreach (var row in table.Rows)
            {
                writer.WriteLine($"| {string.Join(" | ", row.Select(c => c.Rows == 0 ? "" : string.Join("<br>", c.Lines.Select(Escape))))} |");
            }
        }
    }

    /// <summary>What Markdown or HTML would take for its own.</summary>
    private static string Escape(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '|' or '*' or '_' or '`' or '[' or '\\' or '~' => $"\\{c}",
        _ => c.ToString(),
    }));
}
