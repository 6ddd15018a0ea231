using System.Text;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>Goes through the rows of a file, telling whose each is.</summary>
/// <param name="file">Null where there are projects and no rows of theirs.</param>
/// <param name="number">Of the file among those that are read.</param>
internal abstract class RowCursor(BatchFile? file, int number) : IDisposable
{
    private readonly Utf8Buffer id = new();

    public BatchFile? File => file;

    public int Number => number;

    /// <summary>Whether a row has been read that is not used up.</summary>
    public bool HasRow { get; private set; }

    /// <summary>The project's id; empty in a row that names none.</summary>
    public ReadOnlySpan<byte> Id => id.Span;

    public abstract ReadOnlySpan<byte> Record { get; }

    public abstract long Line { get; }

    /// <summary>On which line the next row of the file begins.</summary>
    public abstract long NextLine { get; }

    public abstract RecordFault Fault { get; }

    /// <summary>Bytes of the record in the file.</summary>
    public abstract long Length { get; }

    public bool Read() => HasRow = ReadNext();

    public virtual void Dispose()
    {
    }

    protected abstract bool ReadNext();

    protected void SetId(ReadOnlySpan<byte> value) => id.Set(value);
}

/// <summary>The rows of a file as they stand in it.</summary>
internal sealed class FileCursor : RowCursor
{
    private readonly BatchFile file;
    private readonly EvidenceStream stream;
    private readonly RecordReader reader;
    private readonly Func<bool> read;

    public FileCursor(BatchFile file, int number, FilePosition? from = null)
        : base(file, number)
    {
        this.file = file;
        (stream, reader) = file.Rows(from);
        read = reader.Read;
    }

    public override ReadOnlySpan<byte> Record => reader.Record;

    public override long Line => reader.Line;

    public override long NextLine => reader.NextLine;

    public override RecordFault Fault => reader.Fault;

    public override long Length => reader.Length;

    /// <summary>Where the row that is not used up begins, or the next one.</summary>
    public FilePosition Position => HasRow ? new(reader.Offset, reader.Line) : new(reader.Offset + reader.Length, reader.NextLine);

    /// <summary>How much of the file has been read.</summary>
    public long BytesRead => stream.Position;

    public override void Dispose() => stream.Dispose();

    protected override bool ReadNext()
    {
        if (!file.Attempt(read))
        {
            return false;
        }

        TakeId(reader.Record, file.IdColumn);
        return true;
    }

    /// <summary>The cell without quotes and blanks, as <see cref="CsvFile"/> reads it.</summary>
    private void TakeId(ReadOnlySpan<byte> record, int column)
    {
        var row = record.TrimEnd("\r\n"u8);
        var from = 0;
        for (var i = 0; i < column && from <= row.Length; i++)
        {
            var comma = row[from..].IndexOf((byte)',');
            from = comma < 0 ? row.Length + 1 : from + comma + 1;
        }

        from = Math.Min(from, row.Length);
        var length = row[from..].IndexOf((byte)',');
        var cell = length < 0 ? row[from..] : row.Slice(from, length);
        if (reader.Fault == RecordFault.None && !row[..(from + cell.Length)].Contains((byte)'"') && (cell.IsEmpty || (IsPlain(cell[0]) && IsPlain(cell[^1]))))
        {
            SetId(cell);
            return;
        }

        var part = new CsvPart(record.ToArray(), 1, reader.Fault, reader.Length);
        var line = CsvFile.Of(file.Path, file.Headers, file.HeaderLine, [part], []).Lines;
        SetId(line is [{ Cells: var cells }, ..] && column < cells.Length ? Encoding.UTF8.GetBytes(cells[column]) : default);
    }

    private static bool IsPlain(byte b) => b is > (byte)' ' and < 0x80;
}
