using System.Net;

namespace Indicators.Cli;

/// <summary>A rule set as one HTML page that needs nothing else and can be printed.</summary>
internal static class HtmlDocument
{
    private const string Style = "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3em;text-align:left;vertical-align:top;font-size:.9em}th{background:#eee}tr{break-inside:avoid}@page{size:A4 landscape}@media print{body{margin:0}thead{display:table-header-group}}";

    public static void Write(RuleSetDocument document, Language language, TextWriter writer)
    {
        writer.WriteLine($"<!DOCTYPE html>\n<html lang=\"{(language == Language.Chinese ? "zh-CN" : "en")}\">\n<head><meta charset=\"utf-8\"/><title>{Text(document.Title)}</title><style>{Style}</style></head>\n<body>\n<h1>{Text(document.Title)}</h1>");
        foreach (var line in document.Head)
        {
            writer.WriteLine($"<p>{Text(line)}</p>");
        }

        foreach (var table in document.Tables)
        {
            writer.WriteLine(table.Heading is null ? "" : $"<h2>{Text(table.Heading)}</h2>");
            writer.WriteLine($"<table>\n<thead><tr>{string.Concat(table.Columns.Select(c => $"<th>{Text(c)}</th>"))}</tr></thead>\n<tbody>");
            foreach (var row in table.Rows)
            {
                writer.WriteLine($"<tr>{string.Concat(row.Where(c => c.Rows > 0).Select(Td))}</tr>");
            }

            writer.WriteLine("</tbody>\n</table>");
        }

        writer.WriteLine("</body>\n</html>");
    }

    private static string Td(Cell cell) =>
        $"<td{(cell.Rows > 1 ? $" rowspan=\"{cell.Rows}\"" : "")}>{string.Join("<br/>", cell.Lines.Select(Text))}</td>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
