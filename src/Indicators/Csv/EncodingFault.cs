using System.Text;

namespace Indicators.Csv;

/// <summary>Says of a file that is in no encoding that we read on which lines it leaves those that it might be in.</summary>
internal static class EncodingFault
{
    private const int Chunk = 1 << 16;

    private static readonly Bilingual ByMark = new("开头的标记说是 {0}，第 {1} 行却不是", "the mark at its beginning says {0}, but line {1} is not");
    private static readonly Bilingual Neither = new("第 {0} 行不是 UTF-8，第 {1} 行不是 GB18030", "line {0} is no UTF-8, line {1} no GB18030");

    /// <param name="path">The file.</param>
    /// <param name="bytes">All of it, unzipped.</param>
    public static Diagnostic Of(string path, Stream bytes)
    {
        var room = new byte[Chunk];
        var count = bytes.ReadAtLeast(room, Chunk, throwOnEndOfStream: false);
        Candidate[] candidates = room.AsSpan(0, count) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => [new("UTF-8", new UTF8Encoding(true, true), 1)],
            [0xFF, 0xFE, ..] => [new("UTF-16", new UnicodeEncoding(bigEndian: false, true, true), 2)],
            [0xFE, 0xFF, ..] => [new("UTF-16", new UnicodeEncoding(bigEndian: true, true, true), 2)],
            _ => [new("UTF-8", new UTF8Encoding(false, true), 1), new("GB18030", CsvText.Gb18030, 1)],
        };
        for (; count > 0 && !candidates.All(c => c.IsOver); count = bytes.ReadAtLeast(room, Chunk, throwOnEndOfStream: false))
        {
            foreach (var candidate in candidates)
            {
                candidate.Take(room.AsSpan(0, count), isLast: count < Chunk);
            }
        }

        return new Diagnostic(Messages.UnknownEncoding, new Place(path, candidates[0].Line), candidates is [var only]
            ? new Phrase(ByMark, only.Name, only.Line) : new Phrase(Neither, candidates[0].Line, candidates[1].Line));
    }

    /// <param name="Name">As people call it.</param>
    /// <param name="Encoding">Throws on what is not in it.</param>
    /// <param name="Unit">How many bytes a line break has.</param>
    private sealed record Candidate(string Name, Encoding Encoding, int Unit)
    {
        private readonly Decoder decoder = Encoding.GetDecoder();
        private readonly char[] text = new char[Encoding.GetMaxCharCount(Chunk)];

        /// <summary>Whether the file was seen to leave it.</summary>
        public bool IsOver { get; private set; }

        /// <summary>The first that is not in it, once it was seen.</summary>
        public long Line { get; private set; } = 1;

        public void Take(ReadOnlySpan<byte> bytes, bool isLast)
        {
            if (IsOver)
            {
                return;
            }

            try
            {
                decoder.GetChars(bytes, text, isLast);
            }
            catch (DecoderFallbackException e)
            {
                // A character that began in the piece before has an index below zero.
                IsOver = true;
                bytes = bytes[..Math.Clamp(e.Index, 0, bytes.Length)];
            }

            Line += Breaks(bytes);
        }

        private int Breaks(ReadOnlySpan<byte> bytes)
        {
            if (Unit == 1)
            {
                return bytes.Count((byte)'\n');
            }

            var count = 0;
            for (var i = 0; i + 1 < bytes.Length; i += 2)
            {
                count += bytes[i] + bytes[i + 1] == '\n' && bytes[i] * bytes[i + 1] == 0 ? 1 : 0;
            }

            return count;
        }
    }
}
