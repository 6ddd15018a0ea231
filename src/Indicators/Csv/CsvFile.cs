using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace Indicators.Csv;

/// <summary>A row of a CSV file with the line on which it begins.</summary>
/// <param name="Cells">The cells as text; of a damaged row those before the damage.</param>
/// <param name="Line">1-based.</param>
/// <param name="Damaged">Reported, and of use only to tell whose row it was.</param>
internal sealed record CsvLine(ImmutableArray<string> Cells, long Line, bool Damaged = false)
{
    /// <summary>The row as it stands in the file; empty for a row of a case.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>The same as text, without the line break.</summary>
    public string RawText => Encoding.UTF8.GetString(Raw.Span.TrimEnd("\r\n"u8));
}

/// <summary>How a record that a <see cref="RecordReader"/> cut out is broken, if it is.</summary>
internal enum RecordFault
{
    None,

    /// <summary>Its quote is not closed: it is a line of its own, and those after it are read again.</summary>
    OpenQuote,

    /// <summary>It is longer than a record may be; the rest of it is left out.</summary>
    TooLong,
}

/// <summary>Records that follow each other in a file, or one that is broken.</summary>
/// <param name="Utf8">Their bytes.</param>
/// <param name="Line">On which the first begins; 1-based.</param>
/// <param name="Fault">What is broken.</param>
/// <param name="Length">How long a record that is too long was.</param>
internal readonly record struct CsvPart(ReadOnlyMemory<byte> Utf8, long Line, RecordFault Fault = RecordFault.None, long Length = 0);

/// <summary>A CSV file in memory: its headers and rows as text. Rows without any text are left out.</summary>
internal sealed class CsvFile
{
    private static readonly byte[] LineBreaks = "\r\n"u8.ToArray();

    private ReadOnlyMemory<byte> utf8;
    private readonly Diagnostics problems;
    private readonly List<CsvLine> lines = [];
    private int start;
    private long linesBefore;

    private CsvFile(string path, ReadOnlyMemory<byte> utf8, Diagnostics problems)
    {
        Path = path;
        this.utf8 = utf8;
        this.problems = problems;
    }

    public string Path { get; }

    /// <summary>Where a file of one row stands in another file; null for a file of its own.</summary>
    private Place? Origin { get; init; }

    public ImmutableArray<string> Headers { get; private set; } = [];

    public long HeaderLine { get; private set; }

    public IReadOnlyList<CsvLine> Lines => lines;

    /// <summary>A file of one row that stands in another file, such as a case.</summary>
    public static CsvFile Of(Place place, params (string Header, string Cell)[] cells)
    {
        var file = new CsvFile(place.File, default, []) { Headers = [.. cells.Select(c => c.Header)], HeaderLine = place.Line, Origin = place };
        file.lines.Add(new CsvLine([.. cells.Select(c => c.Cell)], place.Line));
        return file;
    }

    /// <summary>Some records of a file whose header is known.</summary>
    public static CsvFile Of(string path, ImmutableArray<string> headers, long headerLine, IReadOnlyList<CsvPart> parts, Diagnostics problems)
    {
        var file = new CsvFile(path, default, problems) { Headers = headers, HeaderLine = headerLine };
        foreach (var part in parts)
        {
            (file.utf8, file.start, file.linesBefore) = (part.Utf8, 0, part.Line - 1);
            if (part.Fault != RecordFault.None)
            {
                file.TakeLine(part);
                continue;
            }

            while (file.ReadOn())
            {
            }
        }

        return file;
    }

    /// <summary>The line on which a row begins that cannot be told apart from those after it.</summary>
    private void TakeLine(CsvPart part)
    {
        using var reader = Open(part.Utf8, lineBreaks: false, _ => { });
        if (!reader.Read())
        {
            return;
        }

        if (part.Fault == RecordFault.OpenQuote)
        {
            Take(reader, CsvMalformedReason.UnterminatedQuote, part.Line, part.Utf8);
            return;
        }

        problems.Report(Messages.RecordTooLong, new Place(Path, part.Line), part.Length, Limits.CsvRecordBytes);
        lines.Add(new CsvLine(CellsOf(reader), part.Line, Damaged: true) { Raw = part.Utf8 });
    }

    /// <summary>A row, or a cell of it.</summary>
    public Place At(long line, Column? column = null) => Origin ?? new Place(Path, line, column is null ? 0 : column.Index + 1);

    /// <summary>Null after reporting that the file cannot be read at all.</summary>
    public static CsvFile? Read(string path, Diagnostics problems)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Report(Messages.FileUnreadable, new Place(path));
            return null;
        }

        if (CsvText.ToUtf8(bytes) is not { } utf8)
        {
            problems.Add(EncodingFault.Of(path, new MemoryStream(bytes)));
            return null;
        }

        var file = new CsvFile(path, utf8, problems);
        while (file.ReadOn())
        {
        }

        if (file.HeaderLine == 0)
        {
            problems.Report(Messages.CsvEmpty, new Place(path));
        }

        return file.Headers.IsEmpty ? null : file;
    }

    /// <summary>Reads to the end of the file, or past the line of an open quote; whether there is more to read.</summary>
    private bool ReadOn()
    {
        CsvMalformedReason? malformed = null;
        using var reader = Open(utf8[start..], lineBreaks: true, reason => malformed = reason);
        while (reader.Read())
        {
            var line = linesBefore + reader.LineNumber;
            if ((malformed is not null || reader.RawRecord.Length > Limits.CsvRecordBytes) && reader.RawRecord.ContainsAny(LineBreaks))
            {
                // An open quote swallows lines up to the next quote or the end: give up its own line and read the others again.
                SkipLine(start + (int)reader.ByteOffset, line);
                return true;
            }

            Take(reader, malformed, line, utf8.Slice(start + (int)reader.ByteOffset, reader.RawRecord.Length));
            malformed = null;
        }

        return false;
    }

    private void SkipLine(int from, long line)
    {
        var length = utf8.Span[from..].IndexOfAny(LineBreaks);
        using var reader = Open(utf8.Slice(from, length), lineBreaks: false, _ => { });
        reader.Read();
        Take(reader, CsvMalformedReason.UnterminatedQuote, line, utf8.Slice(from, length));
        var end = from + length;
        start = utf8.Span[end..].StartsWith(LineBreaks) ? end + 2 : end + 1;
        linesBefore = line;
    }

    public static CsvReader Open(ReadOnlyMemory<byte> utf8, bool lineBreaks, Action<CsvMalformedReason> malformed) =>
        CsvReader.Create(utf8, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            AllowLineBreaksInQuotes = lineBreaks,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => malformed(record.Reason),
            IncludeValuesInExceptions = false,
        });

    private void Take(CsvReader reader, CsvMalformedReason? malformed, long line, ReadOnlyMemory<byte> raw)
    {
        var place = new Place(Path, line);
        var count = reader.FieldCount;
        var cells = CellsOf(reader);
        if (malformed is null && cells.All(c => c.Length == 0))
        {
            return;
        }

        var isHeader = HeaderLine == 0;
        HeaderLine = isHeader ? line : HeaderLine;
        if (malformed is not null)
        {
            problems.Report(malformed == CsvMalformedReason.UnterminatedQuote ? Messages.UnclosedQuote : Messages.MalformedRow, place);
            lines.Add(new CsvLine([.. cells.TakeWhile((_, i) => IsWhole(reader.GetRawSpan(i)))], line, Damaged: true) { Raw = raw });
        }
        else if (raw.Span.Contains((byte)0))
        {
            problems.Report(Messages.NulByte, place);
            lines.Add(new CsvLine(cells, line, Damaged: true) { Raw = raw });
        }
        else if (reader.RawRecord.Length > Limits.CsvRecordBytes)
        {
            problems.Report(Messages.RecordTooLong, place, reader.RawRecord.Length, Limits.CsvRecordBytes);
            lines.Add(new CsvLine(cells, line, Damaged: true) { Raw = raw });
        }
        else if (isHeader)
        {
            Headers = cells;
        }
        else if (count != Headers.Length && !Headers.IsEmpty)
        {
            problems.Report(count > Headers.Length ? Messages.TooManyCells : Messages.TooFewCells, place, count, Headers.Length);
            lines.Add(new CsvLine(cells, line, Damaged: true) { Raw = raw });
        }
        else
        {
            lines.Add(new CsvLine(cells, line) { Raw = raw });
        }
    }

    private static ImmutableArray<string> CellsOf(CsvReader reader)
    {
        var cells = ImmutableArray.CreateBuilder<string>(reader.FieldCount);
        for (var i = 0; i < reader.FieldCount; i++)
        {
            cells.Add(reader.GetString(i).Trim());
        }

        return cells.MoveToImmutable();
    }

    /// <summary>Whether the quotes of a cell are in order, so that it and those before it stand where they should.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> raw) =>
        !raw.Contains((byte)'"') || (raw.Length > 1 && raw[0] == '"' && raw[^1] == '"');
}
