using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Csv;

/// <summary>The CSV file of a table: one row of one project a line.</summary>
internal static class TableFile
{
    public static void Read(EvidenceFile file, TableDefinition table)
    {
        var columns = file.Columns;
        var id = columns.Require(EvidenceWords.Project);
        var cells = CellsOf(table, columns);
        var (source, kind) = (columns.Free(EvidenceWords.Source), columns.Free(EvidenceWords.Class));
        if (id is null)
        {
            return;
        }

        foreach (var line in file.Csv.Lines)
        {
            var draft = file.Drafts.Listed ? file.Drafts.Find(file.Csv, line, id) : file.Drafts.FindOrStart(file.Csv, line, id);
            if (draft is null)
            {
                continue;
            }

            var row = file.SourceOf(line, source, kind, draft);
            var values = cells.ToImmutableDictionary(c => c.Field.Name, c => file.Cell(line, c.Field, c.Column, row, draft, cells.Find(u => u.Field.Name == c.Field.Type.UnitColumn).Column));
            CheckKey(file, table, values, row.Place, draft);
            draft.Add(table.Name, new Row(values, row.Standing, row.Source, row.Place));
        }
    }

    /// <summary>The columns of the table that the file has.</summary>
    public static List<(FieldDefinition Field, Column Column)> CellsOf(TableDefinition table, Columns columns) =>
    [
        .. table.Columns
            .Select(c => (Field: c, Column: c.Required || table.Key.Contains(c.Name) ? columns.Require(c) : columns.Find(c.Aliases.Prepend(c.Name))))
            .Where(c => c.Column is not null).Select(c => (c.Field, c.Column!)),
    ];

    private static void CheckKey(EvidenceFile file, TableDefinition table, ImmutableDictionary<string, Cell> values, Place place, ProjectDraft draft)
    {
        var key = table.Key.Select(values.GetValueOrDefault).OfType<Cell>().Select(c => c.Value).ToList();
        if (key.Count == 0 || key.Count < table.Key.Length || key.Any(v => v is Value.Missing))
        {
            // What is missing in a key is reported by itself.
            return;
        }

        var text = string.Join(" / ", key);
        if (!draft.Keys.TryAdd((table.Name, text), place))
        {
            file.Reject(draft, Messages.DuplicateRow, place, draft.Id, text, draft.Keys[(table.Name, text)].Line);
        }
    }
}
