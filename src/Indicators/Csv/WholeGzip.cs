using System.IO.Compression;

namespace Indicators.Csv;

/// <summary>
/// Unzips a file and notices where its end is missing, which the runtime does not: behind the file comes one more member, and
/// what is unzipped must end with what that holds.
/// </summary>
internal sealed class WholeGzip : ForwardStream
{
    private static readonly byte[] Mark = "indicators: the end of the file\n"u8.ToArray();
    private static readonly byte[] MarkZipped = Zipped(Mark);

    private readonly GZipStream unzipped;
    private readonly byte[] held = new byte[Mark.Length];
    private byte[] room = [];
    private int holding;
    private bool atEnd;

    public WholeGzip(Stream file) => unzipped = new GZipStream(new Followed(file), CompressionMode.Decompress);

    /// <exception cref="InvalidDataException">The file is damaged or cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!atEnd && buffer.Length > 0)
        {
            // What may be the mark waits until more has come.
            if (holding < held.Length)
            {
                var more = unzipped.Read(held, holding, held.Length - holding);
                holding += more;
                atEnd = more == 0;
                continue;
            }

            room = room.Length < buffer.Length ? new byte[buffer.Length] : room;
            var read = unzipped.Read(room, 0, buffer.Length);
            if (read == 0)
            {
                atEnd = true;
                continue;
            }

            return Pass(room.AsSpan(0, read), buffer);
        }

        if (atEnd && !held.AsSpan(0, holding).SequenceEqual(Mark))
        {
            throw new InvalidDataException("The compressed file is cut off.");
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        unzipped.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Hands out as many bytes as came, the oldest first.</summary>
    private int Pass(ReadOnlySpan<byte> came, Span<byte> buffer)
    {
        var fromHeld = Math.Min(came.Length, held.Length);
        held.AsSpan(0, fromHeld).CopyTo(buffer);
        came[..^fromHeld].CopyTo(buffer[fromHeld..]);
        held.AsSpan(fromHeld).CopyTo(held);
        came[^fromHeld..].CopyTo(held.AsSpan(held.Length - fromHeld));
        return came.Length;
    }

    private static byte[] Zipped(byte[] bytes)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return zipped.ToArray();
    }

    /// <summary>The file, then the member with the mark.</summary>
    private sealed class Followed(Stream file) : ForwardStream
    {
        private readonly MemoryStream mark = new(MarkZipped);

        public override int Read(Span<byte> buffer) => file.Read(buffer) is > 0 and var read ? read : mark.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            file.Dispose();
            base.Dispose(disposing);
        }
    }
}
