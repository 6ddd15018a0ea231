using System.Text;
using CsvHelper;
using Indicators.Compiled;
using Indicators.Csv;
using Column = Indicators.Csv.Column;

namespace Indicators.Batch;

/// <summary>
/// The records of one file in a block, from bytes into the columns of the program, without an object for each. A project of which
/// anything is out of the ordinary is left to the way that all other commands go.
/// </summary>
internal abstract class QuickFile
{
    private readonly BatchFile file;
    private IReadOnlyList<CsvPart> parts = [];
    private CsvReader? reader;
    private int part;
    private bool isMalformed;
    private bool isQuoted;

    protected QuickFile(BatchFile file)
    {
        this.file = file;
        Headers = new Csv.Columns(CsvFile.Of(file.Path, file.Headers, file.HeaderLine, [], []), []);
    }

    protected Csv.Columns Headers { get; }

    /// <summary>Whether it stands on a record.</summary>
    public bool HasRecord { get; private set; }

    /// <summary>Whether the record has as many cells as there are headers, and no byte that is no text.</summary>
    protected bool IsPlain { get; private set; }

    /// <summary>The record as it stands in the file.</summary>
    protected ReadOnlySpan<byte> Record => reader!.RawRecord;

    /// <summary>Where the record begins; the end where there is none.</summary>
    public QuickMark Here => !HasRecord ? new(parts.Count, 0, 0)
        : reader is null ? new(part, 0, parts[part].Line)
        : new(part, (int)reader.ByteOffset, parts[part].Line + reader.LineNumber - 1);

    /// <summary>Begins a block, on its first record.</summary>
    public void Start(IReadOnlyList<CsvPart> rows)
    {
        Stop();
        (parts, part) = (rows, -1);
        Read();
    }

    /// <summary>Ends the block.</summary>
    public void Stop()
    {
        reader?.Dispose();
        (reader, HasRecord) = (null, false);
    }

    /// <summary>Goes to the next record.</summary>
    public void Read()
    {
        isMalformed = false;
        while (reader is null || !reader.Read())
        {
            Stop();
            if (++part >= parts.Count)
            {
                return;
            }

            if (parts[part].Fault != RecordFault.None)
            {
                (HasRecord, IsPlain) = (true, false);
                return;
            }

            reader = CsvFile.Open(parts[part].Utf8, lineBreaks: true, _ => isMalformed = true);
        }

        var raw = reader.RawRecord;
        isQuoted = raw.Contains((byte)'"');
        IsPlain = !isMalformed && reader.FieldCount == file.Headers.Length && raw.Length <= Limits.CsvRecordBytes && !raw.Contains((byte)0);
        HasRecord = true;
    }

    /// <summary>The records from one place to another.</summary>
    public IEnumerable<CsvPart> Between(QuickMark from, QuickMark to)
    {
        for (var i = from.Part; i <= to.Part && i < parts.Count; i++)
        {
            var (start, end) = (i == from.Part ? from.Offset : 0, i == to.Part ? to.Offset : parts[i].Utf8.Length);
            if (end > start)
            {
                yield return parts[i] with { Utf8 = parts[i].Utf8[start..end], Line = i == from.Part ? from.Line : parts[i].Line };
            }
        }
    }

    /// <summary>Whose record it is; false where that may be read in two ways.</summary>
    public bool Id(out ReadOnlySpan<byte> id)
    {
        id = default;
        return reader is not null && Cell(file.IdColumn, out id);
    }

    /// <summary>Begins a project.</summary>
    /// <param name="row">Of it in the columns.</param>
    public abstract void Begin(int row);

    /// <summary>Takes the record; false where it is not plain.</summary>
    /// <param name="row">Of the project in the columns.</param>
    public abstract bool Take(int row);

    /// <summary>Ends the project; false where it is not plain after all.</summary>
    /// <param name="row">Of it in the columns.</param>
    public abstract bool End(int row);

    /// <summary>Works out what is asked of the first so many projects in the columns, all of which have ended.</summary>
    public virtual void Finish(int projects)
    {
    }

    /// <summary>A cell of the record without blanks around it; false where they may be other than those of ASCII.</summary>
    protected bool Cell(int at, out ReadOnlySpan<byte> cell)
    {
        cell = at < 0 ? default : isQuoted ? reader!.GetSpan(at) : reader!.GetRawSpan(at);
        if (cell.IsEmpty || (IsInk(cell[0]) && IsInk(cell[^1])))
        {
            return true;
        }

        cell = cell.Trim(" \t\r\n\v\f"u8);
        return cell.IsEmpty || (!IsBlank(cell) && (cell.Length < 2 || !IsBlank(cell[^2..])) && (cell.Length < 3 || !IsBlank(cell[^3..])));

        static bool IsInk(byte b) => b is > (byte)' ' and < 0x7F;

        // The blanks of Unicode beyond ASCII: U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
        static bool IsBlank(ReadOnlySpan<byte> from) => from
            is [0xC2, 0x85 or 0xA0, ..] or [0xE1, 0x9A, 0x80, ..] or [0xE2, 0x80, (>= 0x80 and <= 0x8A) or 0xA8 or 0xA9 or 0xAF, ..]
            or [0xE2, 0x81, 0x9F, ..] or [0xE3, 0x80, 0x80, ..];
    }

    /// <summary>What the values of the record rest on; false where its class is none.</summary>
    /// <param name="source">The column of the document.</param>
    /// <param name="kind">That of its class.</param>
    /// <param name="rests">The number of a <see cref="Standing"/>.</param>
    protected bool Rests(int source, int kind, out int rests)
    {
        rests = 0;
        if (!Cell(source, out var document) || !Cell(kind, out var written))
        {
            return false;
        }

        rests = (int)(document.IsEmpty ? Standing.Claim : Standing.Evidence);
        return written.IsEmpty || OfClass(Encoding.UTF8.GetString(written), ref rests);
    }

    private static bool OfClass(string text, ref int rests)
    {
        rests = (int)EvidenceWords.Standing(rests == (int)Standing.Evidence ? "-" : null, text);
        return EvidenceWords.Classes.Any(c => c.Matches(text));
    }

    protected static int At(Column? column) => column?.Index ?? -1;
}

/// <summary>Where a record of a block begins.</summary>
/// <param name="Part">Of the file in the block.</param>
/// <param name="Offset">In its bytes.</param>
/// <param name="Line">In the file.</param>
internal readonly record struct QuickMark(int Part, int Offset, long Line);
