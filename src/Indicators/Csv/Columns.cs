using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Indicators.Csv;

/// <summary>A column of a CSV file: its name without the unit in brackets, the unit, and its 0-based position.</summary>
internal sealed record Column(string Name, string? Unit, int Index);

/// <summary>The columns of one file, found by any of their names; tells which were never asked for.</summary>
internal sealed partial class Columns(CsvFile file, Diagnostics problems)
{
    private readonly ImmutableArray<Column> columns = [.. file.Headers.Select(Split)];
    private readonly HashSet<Column> used = [];
    private readonly List<string> asked = [];
    private readonly List<string> absent = [];

    /// <summary>Whether a column is missing or stands twice: then no row of the file can be trusted.</summary>
    public bool Spoiled { get; private set; }

    public Column? Find(params IEnumerable<string> names)
    {
        names = [.. names];
        var wanted = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        asked.AddRange(wanted);
        var found = columns.Where(c => wanted.Contains(c.Name) || wanted.Contains(file.Headers[c.Index])).ToList();
        foreach (var twin in found.Skip(1).Where(used.Add))
        {
            problems.Report(Messages.DuplicateColumn, file.At(file.HeaderLine, twin), file.Headers[twin.Index], file.Headers[found[0].Index]);
            Spoiled = true;
        }

        if (found.Count == 0)
        {
            absent.AddRange(names.Take(1));
            return null;
        }

        used.Add(found[0]);
        return wanted.Contains(file.Headers[found[0].Index]) ? WithUnitOfAlias(found[0]) : found[0];
    }

    /// <summary>A column of ours, unless the rule set has claimed the header for its own.</summary>
    public Column? Free(Bilingual name) =>
        columns.Any(c => used.Contains(c) && name.Matches(c.Name)) ? null : Find(name.Zh, name.En);

    public Column? Require(Bilingual name) => Found(Find(name.Zh, name.En), name);

    public Column? Require(FieldDefinition field) => Found(Find(field.Aliases.Prepend(field.Name)), field.Name);

    /// <param name="elsewhere">The names of columns that are used by another rule set.</param>
    public void ReportUnused(params IEnumerable<string> elsewhere)
    {
        var known = elsewhere.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns.Where(c => !used.Contains(c) && !known.Contains(c.Name) && !known.Contains(file.Headers[c.Index])))
        {
            if (column.Name.Length > 0 || file.Lines.Any(l => Text(l, column).Length > 0))
            {
                var place = file.At(file.HeaderLine, column);
                if (absent.Find(a => DidYouMean.IsSlip(column.Name, a)) is { } lost)
                {
                    problems.Report(Messages.ColumnMisspelt, place, column.Name, lost);
                }
                else
                {
                    problems.Report(Messages.UnknownColumn, place, column.Name, DidYouMean.Hint(column.Name, asked));
                }
            }
        }
    }

    /// <summary>The text of a cell; empty where the column or the cell is not there.</summary>
    public static string Text(CsvLine line, Column? column) =>
        column is not null && column.Index < line.Cells.Length ? line.Cells[column.Index] : "";

    private Column? Found(Column? column, object name)
    {
        if (column is null)
        {
            problems.Report(Messages.MissingColumn, file.At(file.HeaderLine), name, Words.Listed(file.Headers));
            Spoiled = true;
        }

        return column;
    }

    /// <summary>Brackets that belong to the alias itself are no unit, unless they name one that converts.</summary>
    private static Column WithUnitOfAlias(Column column) =>
        column.Unit is "%" or "％" || (column.Unit is { } unit && MoneyUnits.Find(unit) is not null) ? column : column with { Unit = null };

    private static Column Split(string header, int index)
    {
        var match = UnitInBrackets().Match(header);
        return match.Success
            ? new Column(match.Groups["name"].Value.Trim(), match.Groups["unit"].Value.Trim(), index)
            : new Column(header, null, index);
    }

    [GeneratedRegex(@"^(?<name>.+)[(（](?<unit>[^()（）]+)[)）]$")]
    private static partial Regex UnitInBrackets();
}
