using System.Text;
using CsvHelper;
using Indicators.Compiled;
using Indicators.Csv;
using Column = Indicators.Csv.Column;

namespace Indicators.Batch;

/// <summary>
/// Rows of a projects file, from bytes into the columns of the program, some hundred at a time, without an object for each. A row
/// in which anything is out of the ordinary is left to the way that all other commands go.
/// </summary>
internal sealed class QuickRows
{
    private readonly BatchFile file;
    private readonly QuickField[] fields;
    private readonly int id;
    private readonly int name;
    private readonly int source;
    private readonly int kind;
    private bool isQuoted;

    private QuickRows(BatchFile file, CompiledProgram program, EvidenceColumns into)
    {
        this.file = file;
        var header = CsvFile.Of(file.Path, file.Headers, file.HeaderLine, [], []);
        var columns = WideColumns.Of(new Csv.Columns(header, []), program.RuleSet.Schema);
        var found = columns.Fields.ToDictionary(f => f.Field.Name, f => f.Column);
        fields = [.. program.RuleSet.Schema.Fields.Select(f => new QuickField(f, found.GetValueOrDefault(f.Name), program, into))];
        (id, name, source, kind) = (columns.Id!.Index, At(columns.Name), At(columns.Source), At(columns.Class));

        static int At(Column? column) => column?.Index ?? -1;
    }

    /// <summary>Null where the rules need more than the fields of a row, or the evidence has more files.</summary>
    /// <param name="files">The evidence.</param>
    /// <param name="program">Scores it.</param>
    /// <param name="columns">Take the figures.</param>
    public static QuickRows? Of(IReadOnlyList<BatchFile> files, CompiledProgram program, EvidenceColumns columns) =>
        files is [{ } only] && only.Role == FileRole.Wide && program.ReferenceRules.IsEmpty && program.Said.IsEmpty
            && program.Live.All(i => !program.Columns.All[i].IsWorkedOut) && TakesBare(program, columns)
            ? new QuickRows(only, program, columns) : null;

    /// <summary>What findings and tables would say is the same for all projects that have none.</summary>
    private static bool TakesBare(CompiledProgram program, EvidenceColumns columns)
    {
        var bare = new ReferenceRow(program.RuleSet, new Project { Id = "" }, [], program.Columns.Fields);
        var figures = program.Live.Where(i => program.Columns.All[i].Field is null).Select(i => (Index: i, Figure: program.Columns.All[i].Read(bare))).ToList();
        figures.ForEach(f => Array.Fill(columns.Values[f.Index], f.Figure));
        return figures.TrueForAll(f => columns.IsWithin(f.Index, f.Figure));
    }

    /// <summary>Takes the row that the reader stands on; false where it is not plain.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="row">Of the project in them.</param>
    /// <param name="texts">Takes its id and name.</param>
    public bool Take(CsvReader reader, int row, QuickTexts texts)
    {
        var raw = reader.RawRecord;
        isQuoted = raw.Contains((byte)'"');
        if (reader.FieldCount != file.Headers.Length || raw.Length > Limits.CsvRecordBytes || raw.Contains((byte)0)
            || !Cell(reader, id, out var idCell) || idCell.IsEmpty || !Cell(reader, name, out var nameCell)
            || !Cell(reader, source, out var sourceCell) || !Cell(reader, kind, out var kindCell) || !kindCell.IsEmpty)
        {
            return false;
        }

        var rests = (int)(sourceCell.IsEmpty ? Standing.Claim : Standing.Evidence);
        foreach (var field in fields)
        {
            if (!Cell(reader, field.Column, out var cell) || !field.Take(cell, row, rests))
            {
                return false;
            }
        }

        texts.Add(idCell, nameCell);
        return true;
    }

    /// <summary>A cell without blanks around it; false where they may be other than those of ASCII.</summary>
    private bool Cell(CsvReader reader, int at, out ReadOnlySpan<byte> cell)
    {
        cell = at < 0 ? default : isQuoted ? reader.GetSpan(at) : reader.GetRawSpan(at);
        if (cell.IsEmpty || (IsInk(cell[0]) && IsInk(cell[^1])))
        {
            return true;
        }

        cell = cell.Trim(" \t\r\n\v\f"u8);
        return cell.IsEmpty || (cell[0] is not (0xC2 or 0xE1 or 0xE2) && !cell.StartsWith("　"u8) && !cell.EndsWith("　"u8)
            && (cell.Length < 2 || cell[^2] != 0xC2) && (cell.Length < 3 || cell[^3] is not (0xE1 or 0xE2)));

        static bool IsInk(byte b) => b is > (byte)' ' and < 0x7F;
    }
}

/// <summary>The ids and names of some projects, as bytes.</summary>
internal sealed class QuickTexts
{
    private readonly List<(int Id, int Name, int End)> ends = [];
    private byte[] bytes = new byte[1 << 14];
    private int length;

    public ReadOnlySpan<byte> Id(int row) => bytes.AsSpan(ends[row].Id, ends[row].Name - ends[row].Id);

    public ReadOnlySpan<byte> Name(int row) => bytes.AsSpan(ends[row].Name, ends[row].End - ends[row].Name);

    public void Clear()
    {
        ends.Clear();
        length = 0;
    }

    public void Add(ReadOnlySpan<byte> id, ReadOnlySpan<byte> name)
    {
        if (bytes.Length - length < id.Length + name.Length)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, length + id.Length + name.Length));
        }

        id.CopyTo(bytes.AsSpan(length));
        name.CopyTo(bytes.AsSpan(length + id.Length));
        ends.Add((length, length + id.Length, length + id.Length + name.Length));
        length += id.Length + name.Length;
    }
}
