using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Indicators.Csv;

/// <summary>A row of a CSV file with the line on which it begins.</summary>
internal sealed record CsvLine(ImmutableArray<string> Cells, long Line);

/// <summary>
/// A CSV file in memory: its headers and rows as text. Encodings are tried in order: byte order mark, strict UTF-8,
/// GB18030. A row that cannot be read is reported and left out; the others stay.
/// </summary>
internal sealed class CsvFile
{
    private CsvFile(string path, ImmutableArray<string> headers, ImmutableArray<CsvLine> lines)
    {
        Path = path;
        Headers = headers;
        Lines = lines;
    }

    public string Path { get; }

    public ImmutableArray<string> Headers { get; }

    public ImmutableArray<CsvLine> Lines { get; }

    public static CsvFile? Read(string path, Diagnostics problems)
    {
        var bytes = File.ReadAllBytes(path);
        if (ToUtf8(bytes) is not { } utf8)
        {
            problems.Report(Messages.UnknownEncoding, new Place(path));
            return null;
        }

        var file = new Rows(path, problems);
        file.Read(utf8, 0);
        if (file.Headers.IsEmpty)
        {
            problems.Report(Messages.CsvEmpty, new Place(path));
            return null;
        }

        return new CsvFile(path, file.Headers, [.. file.Lines]);
    }

    /// <summary>The bytes as UTF-8 without a mark; null if they are in no encoding that we read.</summary>
    internal static ReadOnlyMemory<byte>? ToUtf8(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("\uFEFF"u8))
        {
            return Utf8.IsValid(bytes) ? bytes.AsMemory(3) : null;
        }

        try
        {
            if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            {
                return Encoding.UTF8.GetBytes(new UnicodeEncoding(bytes[0] == 0xFE, true, true).GetString(bytes.AsSpan(2)));
            }

            if (Utf8.IsValid(bytes))
            {
                return bytes;
            }

            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var chinese = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return Encoding.UTF8.GetBytes(chinese.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private sealed class Rows(string path, Diagnostics problems)
    {
        public ImmutableArray<string> Headers { get; private set; } = [];

        public List<CsvLine> Lines { get; } = [];

        /// <param name="utf8">The file from a line on.</param>
        /// <param name="before">How many lines of the file come before; where some do, no cell spans lines.</param>
        public void Read(ReadOnlyMemory<byte> utf8, long before)
        {
            CsvMalformedRecord? malformed = null;
            using var reader = CsvReader.Create(utf8, new CsvReaderOptions
            {
                Separator = ',',
                HasHeader = before == 0,
                TrackLineNumbers = true,
                MaxRecordSize = Limits.CsvRecordBytes,
                AllowLineBreaksInQuotes = before == 0,
                FieldCountMismatch = CsvFieldCountHandling.Allow,
                MalformedData = CsvMalformedDataHandling.Recover,
                OnMalformedRecord = record => malformed = record,
                IncludeValuesInExceptions = false,
            });
            while (reader.Read())
            {
                TakeHeaders(reader);
                if (before == 0 && malformed is { Reason: CsvMalformedReason.UnterminatedQuote })
                {
                    // The open quote has swallowed the rest of the file: read it again, line by line.
                    Read(From(utf8, reader.LineNumber), reader.LineNumber - 1);
                    return;
                }

                Take(reader, malformed?.Reason, new Place(path, before + reader.LineNumber));
                malformed = null;
            }

            TakeHeaders(reader);
        }

        private void TakeHeaders(CsvReader reader)
        {
            if (Headers.IsEmpty && reader.Headers is { Count: > 0 } headers)
            {
                Headers = [.. headers.Select(h => h.Trim())];
            }
        }

        private void Take(CsvReader reader, CsvMalformedReason? malformed, Place place)
        {
            if (malformed is not null)
            {
                var quote = malformed is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes;
                problems.Report(quote ? Messages.UnclosedQuote : Messages.MalformedRow, place);
            }
            else if (reader.FieldCount > Headers.Length)
            {
                problems.Report(Messages.TooManyCells, place, reader.FieldCount, Headers.Length);
            }
            else
            {
                Lines.Add(new CsvLine([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)], place.Line));
            }
        }

        private static ReadOnlyMemory<byte> From(ReadOnlyMemory<byte> utf8, long line)
        {
            for (var i = 1L; i < line; i++)
            {
                utf8 = utf8[(utf8.Span.IndexOf((byte)'\n') + 1)..];
            }

            return utf8;
        }
    }
}
