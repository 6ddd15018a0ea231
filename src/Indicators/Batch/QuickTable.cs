using System.Collections.Immutable;
using System.Text;
using Indicators.Compiled;
using Indicators.Csv;
using Indicators.Feel;

namespace Indicators.Batch;

/// <summary>The rows of a table: checked as bytes, and kept as values only where the reference works something out of them.</summary>
internal sealed class QuickTable : QuickFile
{
    private readonly TableDefinition table;
    private readonly EvidenceColumns into;
    private readonly QuickCell[] cells;
    private readonly TableRows? aggregated;
    private readonly int mostRows;
    private readonly bool[] isKey;
    private readonly HashSet<string>?[] options;
    private readonly int source;
    private readonly int kind;
    private readonly int standing;
    private readonly bool isNamed;
    private readonly bool hasKey;
    private readonly List<ulong> keys = [];
    private readonly TableTraits traits;
    private readonly ImmutableDictionary<string, Value> blank;
    private readonly List<Value.Context> rows = [];
    private int weakest;

    public QuickTable(BatchFile file, CompiledProgram program, EvidenceColumns into)
        : base(file)
    {
        (table, this.into) = (file.Role.Table!, into);
        (traits, blank) = (table.Traits, table.Columns.ToImmutableDictionary(c => c.Name, _ => (Value)Value.Null));
        Headers.Require(EvidenceWords.Project);
        var share = program.Share!;
        var own = share.Tables.FirstOrDefault(t => t.Table == table);
        mostRows = share.MostRows;
        cells = [.. TableFile.CellsOf(table, Headers).Select(c => new QuickCell(c.Field, c.Column, own?.Columns.Texts ?? ImmutableDictionary<string, int>.Empty))];
        aggregated = own is null ? null : new TableRows(own, [.. cells.Select(c => c.Definition)], into);
        (source, kind) = (At(Headers.Free(EvidenceWords.Source)), At(Headers.Free(EvidenceWords.Class)));
        isKey = [.. cells.Select(c => table.Key.Contains(c.Definition.Name))];
        hasKey = table.Key.Length > 0;
        options = [.. cells.Select(c => table.Survey is { } survey && survey.OptionColumn == c.Definition.Name ? survey.Options.Keys.ToHashSet() : null)];
        standing = program.Live.FirstOrDefault(i => program.Columns.All[i].Table == table.Name, -1);
        isNamed = share.Names.Contains(table.Name);
    }

    public string Name => table.Name;

    /// <summary>The rows of the project, if the reference reads them, as expressions see them.</summary>
    /// <param name="scope">What else they see of it.</param>
    public Value Taken(QuickScope scope) => rows.Count == 0 ? Value.Null : new Value.List([.. rows.Select(r => WithComputed(r, scope))]) { Traits = traits };

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
        var values = isNamed ? blank.ToBuilder() : null;
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

            if (aggregated?.Put(i, figure, rank) == false)
            {
                return false;
            }

            values?[cell.Definition.Name] = cell.ValueOf(text, figure, rank);
        }

        if (hasKey && keys.Contains(hash))
        {
            // Either twice the same, which is refused, or a hash that two share.
            return false;
        }

        keys.Add(hash);
        aggregated?.Take();
        weakest = Math.Min(weakest, rests);
        if (values is not null)
        {
            rows.Add(new Value.Context(values.ToImmutable()));
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

    private Value WithComputed(Value.Context row, QuickScope scope)
    {
        scope.Row = row;
        foreach (var column in table.Computed)
        {
            scope.Row = new Value.Context(scope.Row.Members.SetItem(column.Name, column.Formula.Evaluate(scope)));
        }

        (row, scope.Row) = (scope.Row, null);
        return row;
    }
}
