using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Indicators.Csv;

/// <summary>A column of a CSV file: its name without the unit in brackets, the unit, and its 0-based position.</summary>
internal sealed record Column(string Name, string? Unit, int Index);

/// <summary>The columns of one file, found by any of their names; tells which were never asked for.</summary>
internal sealed partial class Columns
{
    private readonly CsvFile file;
    private readonly ImmutableArray<Column> columns;
    private readonly HashSet<Column> used = [];
    private readonly List<string> asked = [];

    public Columns(CsvFile file, Diagnostics problems)
    {
        this.file = file;
        columns = [.. file.Headers.Select((header, i) => Split(header, i))];
        foreach (var twin in columns.GroupBy(c => c.Name).Where(g => g.Key.Length > 0).SelectMany(g => g.Skip(1)))
        {
            problems.Report(Messages.DuplicateColumn, new Place(file.Path, 1, twin.Index + 1), twin.Name);
        }
    }

    public Column? Find(params IEnumerable<string> names)
    {
        var wanted = names.ToList();
        asked.AddRange(wanted);
        var found = columns.FirstOrDefault(c => wanted.Contains(c.Name, StringComparer.OrdinalIgnoreCase));
        if (found is not null)
        {
            used.Add(found);
        }

        return found;
    }

    public Column? Require(Bilingual name, Diagnostics problems)
    {
        var found = Find(name.Zh, name.En);
        if (found is null)
        {
            problems.Report(Messages.MissingColumn, new Place(file.Path, 1), name, string.Join("、", file.Headers));
        }

        return found;
    }

    public void ReportUnused(Diagnostics problems)
    {
        foreach (var column in columns.Where(c => !used.Contains(c)))
        {
            problems.Report(Messages.UnknownColumn, new Place(file.Path, 1, column.Index + 1), column.Name, DidYouMean.Hint(column.Name, asked));
        }
    }

    /// <summary>The text of a cell, trimmed; empty where the column or the cell is not there.</summary>
    public static string Text(CsvLine line, Column? column) =>
        column is not null && column.Index < line.Cells.Length ? line.Cells[column.Index].Trim() : "";

    private static Column Split(string header, int index)
    {
        var match = UnitInBrackets().Match(header);
        return match.Success
            ? new Column(match.Groups["name"].Value.Trim(), match.Groups["unit"].Value.Trim(), index)
            : new Column(header, null, index);
    }

    [GeneratedRegex(@"^(?<name>.+?)\s*[(（](?<unit>[^()（）]+)[)）]$")]
    private static partial Regex UnitInBrackets();
}
