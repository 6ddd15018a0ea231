using System.Buffers;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Indicators.Csv;

/// <summary>
/// Cuts a stream of CSV in UTF-8 into records without holding more of it than a record may be long. Where the quotes are in
/// order that is a matter of counting them; where they are not, the CSV library decides, as it does for a file in memory.
/// </summary>
internal sealed class RecordReader
{
    public const int DefaultChunk = 1 << 20;

    private static readonly SearchValues<byte> Stops = SearchValues.Create("\r\n\""u8);

    private readonly Stream utf8;
    private readonly int chunk;
    private byte[] buffer;
    private int start;
    private int length;
    private int end;
    private int valid;
    private bool atEnd;
    private bool skipping;
    private long breaks;

    /// <param name="utf8">The bytes, from a record on.</param>
    /// <param name="offset">How many come before them.</param>
    /// <param name="line">On which the first record begins; 1-based.</param>
    /// <param name="chunk">How many bytes are brought in at a time.</param>
    public RecordReader(Stream utf8, long offset = 0, long line = 1, int chunk = DefaultChunk)
    {
        (this.utf8, Offset, Line, this.chunk) = (utf8, offset, line, chunk);
        buffer = new byte[2 * chunk];
    }

    /// <summary>The record that was read, with its line break.</summary>
    public ReadOnlySpan<byte> Record => buffer.AsSpan(start, Fault == RecordFault.TooLong ? Math.Min(length, Limits.CsvRecordBytes) : length);

    /// <summary>On which line it begins.</summary>
    public long Line { get; private set; }

    /// <summary>On which line the next one begins.</summary>
    public long NextLine => Line + breaks;

    /// <summary>How many bytes come before it.</summary>
    public long Offset { get; private set; }

    public RecordFault Fault { get; private set; }

    /// <summary>Bytes of it, those included that were left out because it is too long.</summary>
    public long Length { get; private set; }

    /// <summary>Moves to the next record.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="DecoderFallbackException">The bytes are not in the encoding that was assumed.</exception>
    /// <exception cref="InvalidDataException">A compressed file is damaged.</exception>
    public bool Read()
    {
        (Line, Offset, start) = (NextLine, Offset + Length, start + length);
        (length, Length, breaks, Fault) = (0, 0, 0, RecordFault.None);
        if (start == end && !Fill())
        {
            return false;
        }

        length = Find();
        Length = Math.Max(Length, length);
        return true;
    }

    /// <summary>The length of the record at <see cref="start"/>, up to and with its line break.</summary>
    private int Find()
    {
        var at = start;
        while (true)
        {
            var next = buffer.AsSpan(at, end - at).IndexOfAny(Stops);
            at = next < 0 ? end : at + next;
            if (at + 1 >= end && !atEnd)
            {
                // A record that began in this buffer may go on in the next; so may a line break.
                var passed = at - start;
                if (passed > Limits.CsvRecordBytes)
                {
                    return Ask();
                }

                Fill();
                at = start + passed;
                continue;
            }

            if (at == end)
            {
                return end - start;
            }

            if (buffer[at] != '"')
            {
                breaks++;
                return at + BreakAt(at) - start;
            }

            if ((at > start && buffer[at - 1] != ',') || !Close(ref at))
            {
                return Ask();
            }
        }
    }

    /// <summary>Goes from an opening quote past the one that closes it; whether it is closed, and a cell ends there.</summary>
    private bool Close(ref int at)
    {
        var from = at - start + 1;
        while (true)
        {
            var next = buffer.AsSpan(start + from, end - start - from).IndexOf((byte)'"');
            var quote = next < 0 ? end - start : from + next;
            if (quote > Limits.CsvRecordBytes)
            {
                return false;
            }

            // What comes after the quote must be seen.
            if (start + quote + 1 >= end && !atEnd)
            {
                Fill();
                continue;
            }

            breaks += Breaks(buffer.AsSpan(start + from, quote - from));
            if (start + quote >= end)
            {
                return false;
            }

            from = quote + 1;
            if (start + from < end && buffer[start + from] == '"')
            {
                from++;
                continue;
            }

            at = start + from;
            return at == end || buffer[at] is (byte)',' or (byte)'\r' or (byte)'\n';
        }
    }

    /// <summary>Lets the CSV library say where the record ends: see <see cref="CsvFile"/>, which reads files in the same way.</summary>
    private int Ask()
    {
        // Mostly the next few lines tell.
        for (var size = 1 << 13; size < Limits.CsvRecordBytes; size <<= 4)
        {
            if (size < end - start && Ask(size) is { } early)
            {
                return early;
            }
        }

        while (!atEnd && end - start <= Limits.CsvRecordBytes + 2)
        {
            Fill();
        }

        return Ask(end - start)!.Value;
    }

    /// <summary>Null where what lies beyond could tell otherwise.</summary>
    private int? Ask(int size)
    {
        CsvMalformedReason? malformed = null;
        var seen = buffer.AsMemory(start, size);
        using var reader = CsvFile.Open(seen, lineBreaks: true, reason => malformed = reason);
        reader.Read();
        var raw = reader.RawRecord;
        var from = (int)reader.ByteOffset;
        var whole = from + raw.Length;
        if (size < end - start && whole >= size - 1)
        {
            return null;
        }

        breaks = 0;
        if ((malformed is not null || raw.Length > Limits.CsvRecordBytes) && raw.ContainsAny((byte)'\r', (byte)'\n'))
        {
            (Fault, breaks) = (RecordFault.OpenQuote, 1);
            var own = from + seen.Span[from..].IndexOfAny((byte)'\r', (byte)'\n');
            return own + BreakAt(start + own);
        }

        if (raw.Length > Limits.CsvRecordBytes)
        {
            return Skip();
        }

        breaks = Breaks(seen.Span[..whole]);
        if (whole == size)
        {
            return whole;
        }

        breaks++;
        return whole + BreakAt(start + whole);
    }

    /// <summary>Passes over a line that is longer than a record may be; of it the beginning stays.</summary>
    private int Skip()
    {
        (Fault, breaks, skipping) = (RecordFault.TooLong, 0, true);
        var kept = Limits.CsvRecordBytes;
        var at = start + kept;
        Length = kept;
        while (true)
        {
            var next = buffer.AsSpan(at, end - at).IndexOfAny((byte)'\r', (byte)'\n');
            if (next >= 0 && (at + next + 1 < end || atEnd))
            {
                (breaks, skipping) = (1, false);
                var after = at + next + BreakAt(at + next);
                Length += after - at;
                valid = after;
                return after - start;
            }

            var passed = next >= 0 ? next : end - at;
            Length += passed;
            // Room for more, right behind what is kept.
            buffer.AsSpan(at + passed, end - at - passed).CopyTo(buffer.AsSpan(start + kept));
            end -= passed;
            at = start + kept;
            if (end == at && !Fill())
            {
                return kept;
            }

            if (end > at && next >= 0 && !atEnd)
            {
                Fill();
            }

            at = start + kept;
        }
    }

    private int BreakAt(int at) => buffer[at] == '\r' && at + 1 < end && buffer[at + 1] == '\n' ? 2 : 1;

    /// <summary>CR LF counts as one.</summary>
    private static int Breaks(ReadOnlySpan<byte> text)
    {
        var count = text.Count((byte)'\n');
        for (var at = text.IndexOf((byte)'\r'); at >= 0;)
        {
            count += at + 1 < text.Length && text[at + 1] == '\n' ? 0 : 1;
            var next = text[(at + 1)..].IndexOf((byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return count;
    }

    /// <summary>Brings in more bytes, with what is not used up yet in front.</summary>
    private bool Fill()
    {
        if (atEnd)
        {
            return false;
        }

        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (end, valid, start) = (end - start, Math.Max(0, valid - start), 0);
        }

        if (buffer.Length - end < chunk)
        {
            Array.Resize(ref buffer, Math.Max(2 * buffer.Length, end + chunk));
        }

        var more = utf8.ReadAtLeast(buffer.AsSpan(end, chunk), chunk, throwOnEndOfStream: false);
        atEnd = more < chunk;
        end += more;
        Validate();
        return more > 0;
    }

    /// <summary>A character may be cut by the end of what was read: what comes after the last ASCII byte waits.</summary>
    private void Validate()
    {
        if (skipping)
        {
            return;
        }

        var until = end;
        while (!atEnd && until > valid && buffer[until - 1] >= 0x80)
        {
            until--;
        }

        if (!Utf8.IsValid(buffer.AsSpan(valid, until - valid)))
        {
            throw new DecoderFallbackException("The bytes are no UTF-8.");
        }

        valid = until;
    }
}
