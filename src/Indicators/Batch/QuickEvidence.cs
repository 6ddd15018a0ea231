using CsvHelper;
using Indicators.Compiled;
using Indicators.Csv;
using Column = Indicators.Csv.Column;

namespace Indicators.Batch;

/// <summary>
/// Evidence from bytes into the columns of the program, some hundred projects at a time, without an object for each. A project
/// of which anything is out of the ordinary is left to the way that all other commands go.
/// </summary>
internal abstract class QuickEvidence
{
    private readonly BatchFile file;
    private bool isQuoted;

    protected QuickEvidence(BatchFile file)
    {
        this.file = file;
        Headers = new Csv.Columns(CsvFile.Of(file.Path, file.Headers, file.HeaderLine, [], []), []);
    }

    protected Csv.Columns Headers { get; }

    /// <summary>Null where the rules need more than fields, or the evidence has more files.</summary>
    /// <param name="files">The evidence.</param>
    /// <param name="program">Scores it.</param>
    /// <param name="columns">Take the figures.</param>
    public static QuickEvidence? Of(IReadOnlyList<BatchFile> files, CompiledProgram program, EvidenceColumns columns) =>
        files is not [{ } only] || !columns.TakeBare() ? null
        : only.Role == FileRole.Wide ? new QuickRows(only, program, columns)
        : only.Role == FileRole.Long ? new QuickValues(only, program, columns)
        : null;

    /// <summary>Whether a project is a row, and has nothing in the next.</summary>
    public abstract bool IsRowEach { get; }

    /// <summary>Begins some records that follow each other.</summary>
    public abstract void Start();

    /// <summary>Whether the record that was read begins a project; null where that is better left to others.</summary>
    public abstract bool? Begins(CsvReader reader);

    /// <summary>Begins it, after the one before has ended.</summary>
    public abstract void Begin(CsvReader reader);

    /// <summary>Takes the record; false where it is not plain.</summary>
    /// <param name="reader">Stands on it.</param>
    /// <param name="row">Of the project in the columns.</param>
    public abstract bool Take(CsvReader reader, int row);

    /// <summary>Ends the project.</summary>
    /// <param name="row">Of it in the columns.</param>
    /// <param name="texts">Takes its id and name.</param>
    /// <returns>False where it is not plain after all.</returns>
    public abstract bool End(int row, QuickTexts texts);

    /// <summary>Whether the record has as many cells as there are headers, and no byte that is no text; before any cell is asked for.</summary>
    protected bool IsPlain(CsvReader reader)
    {
        var raw = reader.RawRecord;
        isQuoted = raw.Contains((byte)'"');
        return reader.FieldCount == file.Headers.Length && raw.Length <= Limits.CsvRecordBytes && !raw.Contains((byte)0);
    }

    /// <summary>A cell without blanks around it; false where they may be other than those of ASCII.</summary>
    protected bool Cell(CsvReader reader, int at, out ReadOnlySpan<byte> cell)
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

    protected static int At(Column? column) => column?.Index ?? -1;

    /// <summary>What a value rests on that has no class of its own.</summary>
    protected static int Resting(ReadOnlySpan<byte> source) => (int)(source.IsEmpty ? Standing.Claim : Standing.Evidence);
}
