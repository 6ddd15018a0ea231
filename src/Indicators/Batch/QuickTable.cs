using System.Collections.Immutable;
using System.Text;
using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>The rows of a table: checked as bytes, and kept as values only where the reference works something out of them.</summary>
internal sealed class QuickTable : QuickFile
{
    private readonly TableDefinition table;
    private readonly Place place;
    private readonly EvidenceColumns into;
    private readonly QuickCell[] cells;
    private readonly TableRows? aggregated;
    private readonly RowColumn[] columns;
    private readonly int[] absent;
    private readonly int mostRows;
    private readonly bool[] isKey;
    private readonly HashSet<string>?[] options;
    private readonly int source;
    private readonly int kind;
    private readonly int standing;
    private readonly bool isNamed;
    private readonly bool hasKey;
    private readonly List<ulong> keys = [];
    private readonly ImmutableArray<Row>.Builder rows = ImmutableArray.CreateBuilder<Row>();
    private int weakest;

    public QuickTable(BatchFile file, CompiledProgram program, EvidenceColumns into)
        : base(file)
    {
        (table, this.into, place) = (file.Role.Table!, into, new Place(file.Path));
        Headers.Require(EvidenceWords.Project);
        var share = program.Share!;
        var own = share.Tables.FirstOrDefault(t => t.Table == table);
        aggregated = own is null ? null : new TableRows(own, into);
        mostRows = share.MostRows;
        cells = [.. TableFile.CellsOf(table, Headers).Select(c => new QuickCell(c.Field, c.Column, own?.Columns.Texts ?? ImmutableDictionary<string, int>.Empty))];
        columns = [.. cells.Select(c => RowColumn.Of(c.Definition, own))];
        absent = [.. table.Columns.Where(c => cells.All(own => own.Definition != c)).Select(c => RowColumn.Of(c, own).Missing).Where(i => i >= 0)];
        (source, kind) = (At(Headers.Free(EvidenceWords.Source)), At(Headers.Free(EvidenceWords.Class)));
        isKey = [.. cells.Select(c => table.Key.Contains(c.Definition.Name))];
        hasKey = table.Key.Length > 0;
        options = [.. cells.Select(c => table.Survey is { } survey && survey.OptionColumn == c.Definition.Name ? survey.Options.Keys.ToHashSet() : null)];
        standing = program.Live.FirstOrDefault(i => program.Columns.All[i].Table == table.Name, -1);
        isNamed = share.Names.Contains(table.Name);
    }

    public string Name => table.Name;

    /// <summary>The rows of the project, if the reference reads them.</summary>
    public ImmutableArray<Row> Taken => rows.ToImmutable();

    /// <summary>Whether all of its columns can be read so: not one whose unit stands in another.</summary>
    public static bool CanTake(TableDefinition table) => table.Columns.All(c => c.Type.UnitColumn is null);

    public override void Begin(int row)
    {
        rows.Clear();
        keys.Clear();
        aggregated?.Begin(row);
        weakest = LeafLifter.Unnamed;
    }

    public override bool Take(int row)
    {
        if (!IsPlain || keys.Count == mostRows || !Rests(source, kind, out var rests))
        {
            return false;
        }

        var hash = 0ul;
        var values = isNamed ? ImmutableDictionary.CreateBuilder<string, Cell>() : null;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if (!Cell(cell.Column, out var text) || !cell.Read(text, out var figure, out var rank) || (isKey[i] && rank > 0)
                || (options[i] is { } known && rank == 0 && !known.Contains(Encoding.UTF8.GetString(text))))
            {
                return false;
            }

            if (isKey[i])
            {
                hash = Utf8Hash.Of((ulong)i, hash);
                hash = cell.Definition.Type.Kind == FieldKind.Text ? Utf8Hash.Of(text, hash) : Utf8Hash.Of(BitConverter.DoubleToUInt64Bits(figure), hash);
            }

            if (aggregated is not null && !Put(columns[i], figure, rank))
            {
                return false;
            }

            values?.Add(cell.Definition.Name, Indicators.Cell.Of(cell.ValueOf(text, figure, rank), (Standing)rests, null, place));
        }

        if (hasKey && keys.Contains(hash))
        {
            // Either twice the same, which is refused, or a hash that two share.
            return false;
        }

        keys.Add(hash);
        TakeRow();
        weakest = Math.Min(weakest, rests);
        if (values is not null)
        {
            rows.Add(new Row(values.ToImmutable(), (Standing)rests, null, place));
        }

        return true;
    }

    public override bool End(int row)
    {
        if (standing >= 0)
        {
            into.Values[standing][row] = weakest;
        }

        aggregated?.End(row);
        return true;
    }

    public override void Finish(int projects) => aggregated?.Run(projects);

    /// <summary>Puts a cell into the row of the table; false where the program does not prove what it makes of it.</summary>
    private bool Put(RowColumn column, double figure, int rank)
    {
        var row = aggregated!.Next;
        if (column.Value >= 0)
        {
            aggregated.Values[column.Value][row] = figure;
        }

        if (column.Missing >= 0)
        {
            aggregated.Values[column.Missing][row] = rank;
        }

        return column.Value < 0 || column.Bounds.Contain(figure);
    }

    /// <summary>What the file has no column for is blank.</summary>
    private void TakeRow()
    {
        if (aggregated is null)
        {
            return;
        }

        foreach (var missing in absent)
        {
            aggregated.Values[missing][aggregated.Next] = Lifted.Undefined;
        }

        aggregated.Take();
    }

    /// <summary>Where a program over the table reads one of its columns; -1 where it does not.</summary>
    private readonly record struct RowColumn(int Value, int Missing, ColumnBounds Bounds)
    {
        public static RowColumn Of(FieldDefinition column, TableProgram? program)
        {
            var (value, missing) = (At(FieldPart.Value), At(FieldPart.Missing));
            return new(value, missing, value < 0 ? default : program!.Columns.All[value].Bounds);

            int At(FieldPart part) => program?.Columns.All.ToList().FindIndex(c => c.IsLive && c.Field == column && c.Part == part) ?? -1;
        }
    }
}
