using System.IO.Compression;
using System.Text;

namespace Indicators.Csv;

/// <summary>The encodings of evidence files that are read piece by piece: a mark decides, then whether all is UTF-8.</summary>
internal enum FileEncoding
{
    Utf8,
    Utf16,
    Utf16BigEndian,
    Gb18030,
}

/// <summary>An evidence file as a stream of UTF-8 without a mark; gzip is undone.</summary>
internal sealed class EvidenceStream : IDisposable
{
    private readonly FileStream file;

    private EvidenceStream(FileStream file, Stream utf8, bool isMarked) => (this.file, Utf8, IsMarked) = (file, utf8, isMarked);

    public Stream Utf8 { get; }

    /// <summary>Whether a mark says the encoding.</summary>
    public bool IsMarked { get; }

    /// <summary>How much of the file has been read.</summary>
    public long Position => file.Position;

    /// <param name="path">The file.</param>
    /// <param name="assumed">The encoding of a file without a mark.</param>
    /// <param name="offset">Bytes of the text to pass over.</param>
    public static EvidenceStream Open(string path, FileEncoding assumed, long offset = 0)
    {
        var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 1 << 16 });
        var zipped = StartsWith(file, 0x1F, 0x8B);
        var (encoding, mark) = MarkOf(file, zipped);
        Stream plain = zipped ? new WholeGzip(file) : file;
        var seeks = !zipped && (encoding ?? assumed) == FileEncoding.Utf8;
        if (seeks)
        {
            file.Position = mark + offset;
            return new EvidenceStream(file, file, encoding is not null);
        }

        Skip(plain, mark);
        var utf8 = Decoded(plain, encoding ?? assumed);
        Skip(utf8, offset);
        return new EvidenceStream(file, utf8, encoding is not null);
    }

    /// <summary>The file as it is, only unzipped.</summary>
    public static Stream Bytes(string path)
    {
        var file = File.OpenRead(path);
        return StartsWith(file, 0x1F, 0x8B) ? new WholeGzip(file) : file;
    }

    public void Dispose()
    {
        Utf8.Dispose();
        file.Dispose();
    }

    private static Stream Decoded(Stream plain, FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf8 => plain,
        FileEncoding.Gb18030 => Encoding.CreateTranscodingStream(plain, CsvText.Gb18030, Encoding.UTF8),
        _ => Encoding.CreateTranscodingStream(plain, new UnicodeEncoding(encoding == FileEncoding.Utf16BigEndian, byteOrderMark: false, throwOnInvalidBytes: true), new UTF8Encoding(false)),
    };

    /// <summary>The encoding that a mark names, and how long the mark is; the file stands at its beginning as before.</summary>
    private static (FileEncoding? Encoding, int Mark) MarkOf(FileStream file, bool zipped)
    {
        using var unzipped = zipped ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : null;
        Span<byte> start = stackalloc byte[3];
        start = start[..(unzipped ?? (Stream)file).ReadAtLeast(start, 3, throwOnEndOfStream: false)];
        file.Position = 0;
        return start switch
        {
            [0xEF, 0xBB, 0xBF] => (FileEncoding.Utf8, 3),
            [0xFF, 0xFE, ..] => (FileEncoding.Utf16, 2),
            [0xFE, 0xFF, ..] => (FileEncoding.Utf16BigEndian, 2),
            _ => (null, 0),
        };
    }

    private static bool StartsWith(FileStream file, byte first, byte second)
    {
        var found = file.ReadByte() == first && file.ReadByte() == second;
        file.Position = 0;
        return found;
    }

    private static void Skip(Stream stream, long bytes)
    {
        var room = new byte[1 << 16];
        while (bytes > 0)
        {
            var read = stream.Read(room, 0, (int)Math.Min(room.Length, bytes));
            bytes = read == 0 ? 0 : bytes - read;
        }
    }
}
