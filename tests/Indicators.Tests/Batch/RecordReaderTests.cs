using System.Text;
using CsCheck;
using Indicators.Csv;

namespace Indicators.Tests.Batch;

/// <summary>A file that is cut into records piece by piece reads as one that is in memory.</summary>
public sealed class RecordReaderTests
{
    private static readonly string[] Bits =
        ["P1", "项目", ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"", "\"\"", "\"甲,乙\"", "\"一\n二\"", " ", "5\" 管", "7.50", "\0", "　", "\t", "'", "\"a\"\"b\"", "=1+1"];

    [Fact]
    public void Random_files_with_quotes_out_of_place_read_the_same_in_pieces() => Gen.Int[0, Bits.Length - 1].Array[0, 60].Select(Gen.Int[1, 40]).Sample(
        (bits, chunk) => Same("甲,乙,丙\n" + string.Concat(bits.Select(b => Bits[b])), chunk), iter: 20_000);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void A_row_may_be_so_long_and_no_longer(int more)
    {
        // "P1,x,<text>" without its line break.
        var text = new string('x', Limits.CsvRecordBytes - 5 + more);
        var problems = Same($"甲,乙,丙\nP0,x,y\nP1,x,{text}\nP2,x,y\n", RecordReader.DefaultChunk);
        Assert.Equal(more > 0 ? ["record-too-long"] : [], problems);
    }

    [Theory]
    [InlineData("P1,\"x,{0}")]
    [InlineData("P1,\"x\n,{0}")]
    [InlineData("P1,\"x\",{0}\"\"\n")]
    [InlineData("P1,a\"b,{0}\"\n")]
    public void A_quote_that_swallows_more_than_a_row_may_have_costs_its_own_line(string row)
    {
        var filling = string.Concat(Enumerable.Range(0, Limits.CsvRecordBytes / 8).Select(i => $"P{i},一,二\n"));
        Same($"甲,乙,丙\n{string.Format(null, row, filling)}", RecordReader.DefaultChunk);
        Same($"甲,乙,丙\n{string.Format(null, row, filling)}", 1000);
    }

    [Fact]
    public void Of_a_cell_longer_than_memory_only_the_beginning_is_kept()
    {
        const long length = 300L << 20;
        var reader = new RecordReader(new Endless("项目,值\nP1,"u8.ToArray(), (byte)'x', length, "\nP2,二\n"u8.ToArray()));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(reader.Read() && reader.Read());
        Assert.Equal((RecordFault.TooLong, 2, length + 4, Limits.CsvRecordBytes), (reader.Fault, reader.Line, reader.Length, reader.Record.Length));
        Assert.True(reader.Read());
        Assert.Equal(("P2,二\n", 3), (Encoding.UTF8.GetString(reader.Record), reader.Line));
        Assert.False(reader.Read());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 << 20, "The cell was held in memory.");
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_noticed_wherever_a_piece_ends()
    {
        var bytes = Encoding.UTF8.GetBytes("项目,名称\nP1,甲乙丙\n");
        for (var chunk = 1; chunk < bytes.Length; chunk++)
        {
            var whole = new RecordReader(new MemoryStream(bytes), chunk: chunk);
            Assert.True(whole.Read() && whole.Read() && !whole.Read());
            bytes[^3] = (byte)'x';
            var broken = new RecordReader(new MemoryStream(bytes), chunk: chunk);
            Assert.Throws<DecoderFallbackException>(() => broken.Read() && broken.Read() && broken.Read());
            bytes[^3] = Encoding.UTF8.GetBytes("丙")[1];
        }
    }

    /// <summary>Reads a text both ways and returns the codes of its problems.</summary>
    private static string[] Same(string text, int chunk)
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "a.csv");
        File.WriteAllText(path, text);
        var (expected, found) = (new Diagnostics(), new Diagnostics());
        var whole = CsvFile.Read(path, expected);
        var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), chunk: chunk);
        var parts = new List<CsvPart>();
        while (reader.Read())
        {
            parts.Add(new CsvPart(reader.Record.ToArray(), reader.Line, reader.Fault, reader.Length));
        }

        // The first row is the header in both.
        var pieces = CsvFile.Of(path, [], 0, parts, found);
        Assert.Equal(Lines(whole), Lines(pieces));
        Assert.Equal(Told(expected), Told(found));
        return [.. found.Select(d => d.Code)];
    }

    private static string Lines(CsvFile? file) => file is null ? "" : $"{string.Join('|', file.Headers)}\n" + string.Join('\n', file.Lines.Select(l => $"{l.Line} {l.Damaged} {string.Join('|', l.Cells.Select(c => c.Length > 100 ? $"{c.Length}" : c))}"));

    private static string Told(Diagnostics problems) => string.Join('\n', problems.Select(p => p.ToString()));

    /// <summary>A start, very many of the same byte, and an end.</summary>
    private sealed class Endless(byte[] start, byte filling, long length, byte[] end) : MemoryStream
    {
        private long position;

        public override int Read(Span<byte> buffer)
        {
            var read = 0;
            for (; read < buffer.Length && position < start.Length + length + end.Length; read++, position++)
            {
                buffer[read] = position < start.Length ? start[position] : position < start.Length + length ? filling : end[position - start.Length - length];
            }

            return read;
        }
    }
}
