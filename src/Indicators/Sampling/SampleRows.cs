using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Indicators.Loading;

namespace Indicators.Sampling;

/// <summary>Makes up the rows of tables: keys that differ, answers to a survey of which the better ones are more.</summary>
internal sealed class SampleRows(ulong seed, int year, EvidenceSchema schema, SampleTexts texts, SampleValues values)
{
    /// <summary>The tables whose computed columns read nothing but their row.</summary>
    private readonly FrozenSet<string> alone = schema.Tables
        .Where(t => t.Computed.All(c => c.Formula.Names.All(n => t.Columns.Any(own => own.Name == n) || t.Computed.Any(own => own.Name == n))))
        .Select(t => t.Name).ToFrozenSet();

    /// <param name="table">The table.</param>
    /// <param name="project">The number of the project.</param>
    /// <param name="changed">Told of every change of a cell.</param>
    public SampleRow[] Of(TableDefinition table, long project, Action<FieldDefinition> changed)
    {
        var dice = new Dice(seed, project, table.Name);
        var most = table.Key.Length > 1 ? table.Key.Select(k => texts.Of(k).Length).Max() : 2;
        var count = table.Survey is not { } survey ? dice.Between(Math.Clamp(most, 2, 5), Math.Clamp(most, 2, 5) + 3) : survey.CountColumn is null ? survey.Minimum + dice.Next(10) : survey.Options.Count;
        var rows = new SampleRow[count];
        for (var row = 0; row < count; row++)
        {
            rows[row] = new SampleRow(table, [.. table.Columns.Select(c => Cell(table, c, project, row, changed))], alone.Contains(table.Name));
        }

        return rows;
    }

    private SampleCell Cell(TableDefinition table, FieldDefinition column, long project, int row, Action<FieldDefinition> changed)
    {
        var about = $"{table.Name}{row.ToString(CultureInfo.InvariantCulture)}";
        if (Told(table, column, new Dice(seed, project, $"{about}/{column.Name}"), row) is { } told)
        {
            return new SampleCell(column, _ => told, changed);
        }

        return new SampleCell(column, attempt => values.Cell(column, project, about, attempt), changed);
    }

    /// <summary>What a key or an answer says; null for other columns.</summary>
    private string? Told(TableDefinition table, FieldDefinition column, Dice dice, int row)
    {
        if (table.Survey is { } survey && column.Name == survey.OptionColumn)
        {
            // The better answers are given more often.
            var options = survey.Options.OrderByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Key).ToImmutableArray();
            return survey.CountColumn is null ? options[Math.Min(dice.Next(options.Length), dice.Next(options.Length))] : options[row];
        }

        if (column.Name == table.Survey?.CountColumn)
        {
            return dice.Between(1, 90 / (row + 1)).ToString(CultureInfo.InvariantCulture);
        }

        var isYear = column.Name.Contains('年') || column.Name.Contains("year", StringComparison.OrdinalIgnoreCase);
        return !table.Key.Contains(column.Name) ? null : column.Type.Kind switch
        {
            FieldKind.Money => SampleValues.Written(column.Type, 10_000 * (row + 1)),
            FieldKind.Percent => SampleValues.Written(column.Type, new Fraction(row + 1, 100)),
            FieldKind.Date => new DateOnly(year, 1, 1).AddMonths(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldKind.YesNo => (row % 2 == 0 ? Keys.Yes : Keys.No).In(texts.Language),
            // A word of the rules; each of them once before any comes again, which it may where another column of the key tells the rows apart.
            FieldKind.Text when texts.Of(column.Name) is { Length: > 1 } words => row < words.Length ? words[row] : table.Key.Length > 1 ? dice.Pick(words) : column.Name + Number(row + 1),
            FieldKind.Number or FieldKind.Text when isYear => Number(year - row),
            FieldKind.Text => column.Name + Number(row + 1),
            _ => Number(row + 1),
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
