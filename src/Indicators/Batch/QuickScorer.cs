using System.Buffers;
using CsvHelper;
using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>Scores the rows of a block from bytes to bytes. Of one thread at a time.</summary>
internal sealed class QuickScorer
{
    private readonly QuickRows rows;
    private readonly QuickWriter writer;
    private readonly EvidenceColumns columns;
    private readonly double[][] scratch;
    private readonly ScoreSheet sheet;
    private readonly QuickTexts texts = new();
    private readonly List<(CsvPart Row, bool IsTaken)> order = [];
    private readonly ArrayBufferWriter<byte> written = new();

    private QuickScorer(QuickRows rows, QuickWriter writer, CompiledProgram program, EvidenceColumns columns)
    {
        (this.rows, this.writer, this.columns) = (rows, writer, columns);
        scratch = program.Scratch();
        sheet = new ScoreSheet(program.RuleSet, program, [.. Enumerable.Repeat(new Project { Id = "" }, LaneProgram.Block)]);
    }

    /// <summary>Rows that go the way of all other commands, each with how many bytes of <see cref="Written"/> come before its own.</summary>
    public List<(CsvPart Row, int Before)> Left { get; } = [];

    /// <summary>The results of all others.</summary>
    public ReadOnlySpan<byte> Written => written.WrittenSpan;

    /// <summary>Null where rules, files or the format ask for more than it can do.</summary>
    public static QuickScorer? Of(IReadOnlyList<BatchFile> files, CompiledProgram? program, BatchFormat format)
    {
        if (program is null || QuickWriter.Of(program, format) is not { } writer)
        {
            return null;
        }

        var columns = new EvidenceColumns(program, LaneProgram.Block);
        return QuickRows.Of(files, program, columns) is { } rows ? new QuickScorer(rows, writer, program, columns) : null;
    }

    /// <summary>Scores rows into <see cref="Written"/> and <see cref="Left"/>.</summary>
    /// <returns>The numbers of those that it scored.</returns>
    public Tally Score(IReadOnlyList<CsvPart> parts)
    {
        Left.Clear();
        written.ResetWrittenCount();
        foreach (var part in parts)
        {
            if (part.Fault == RecordFault.None)
            {
                Score(part);
            }
            else
            {
                Left.Add((part, written.WrittenCount));
            }
        }

        return writer.Count();
    }

    private void Score(CsvPart part)
    {
        var isMalformed = false;
        using var reader = CsvFile.Open(part.Utf8, lineBreaks: true, _ => isMalformed = true);
        var row = 0;
        Begin();
        while (reader.Read())
        {
            var isPlain = !isMalformed && rows.Take(reader, row, texts);
            order.Add((new CsvPart(part.Utf8.Slice((int)reader.ByteOffset, reader.RawRecord.Length), part.Line + reader.LineNumber - 1), isPlain));
            isMalformed = false;
            row += isPlain ? 1 : 0;
            if (row == LaneProgram.Block)
            {
                Finish(row);
                row = 0;
                Begin();
            }
        }

        Finish(row);
    }

    private void Begin()
    {
        order.Clear();
        texts.Clear();
    }

    private void Finish(int count)
    {
        if (count > 0)
        {
            columns.Begin(count);
            columns.Sort(count);
            columns.Run(0, sheet, 0, count, scratch);
            writer.Take(sheet);
        }

        var row = 0;
        foreach (var (part, isTaken) in order)
        {
            if (isTaken && !columns.IsAway(row))
            {
                writer.Write(written, row, texts.Id(row), texts.Name(row));
            }
            else
            {
                Left.Add((part, written.WrittenCount));
            }

            row += isTaken ? 1 : 0;
        }
    }
}
