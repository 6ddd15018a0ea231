using System.Buffers;
using CsvHelper;
using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>Scores the rows of a block from bytes to bytes. Of one thread at a time.</summary>
internal sealed class QuickScorer
{
    private readonly QuickEvidence evidence;
    private readonly QuickWriter writer;
    private readonly EvidenceColumns columns;
    private readonly double[][] scratch;
    private readonly ScoreSheet sheet;
    private readonly QuickTexts texts = new();
    private readonly List<(CsvPart Row, bool IsTaken)> order = [];
    private readonly ArrayBufferWriter<byte> written = new();

    private QuickScorer(QuickEvidence evidence, QuickWriter writer, CompiledProgram program, EvidenceColumns columns)
    {
        (this.evidence, this.writer, this.columns) = (evidence, writer, columns);
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
        return QuickEvidence.Of(files, program, columns) is { } evidence ? new QuickScorer(evidence, writer, program, columns) : null;
    }

    /// <summary>Scores rows into <see cref="Written"/> and <see cref="Left"/>.</summary>
    /// <returns>The numbers of those that it scored; null where all of them go the way of all other commands.</returns>
    public Tally? Score(IReadOnlyList<CsvPart> parts)
    {
        if (parts.Count > 1 && !evidence.IsRowEach)
        {
            return null;
        }

        Left.Clear();
        written.ResetWrittenCount();
        var isWhole = true;
        foreach (var part in parts)
        {
            if (part.Fault == RecordFault.None)
            {
                isWhole &= Score(part);
            }
            else
            {
                Left.Add((part, written.WrittenCount));
            }
        }

        var tally = writer.Count();
        return isWhole ? tally : null;
    }

    private bool Score(CsvPart part)
    {
        var isMalformed = false;
        using var reader = CsvFile.Open(part.Utf8, lineBreaks: true, _ => isMalformed = true);
        var (row, start, line, isPlain) = (0, -1, 0L, false);
        Begin();
        evidence.Start();
        while (reader.Read())
        {
            if (evidence.Begins(reader) is not { } begins)
            {
                return false;
            }

            var at = (int)reader.ByteOffset;
            if (begins)
            {
                End(at);
                evidence.Begin(reader);
                (start, line, isPlain) = (at, part.Line + reader.LineNumber - 1, true);
            }

            isPlain = isPlain && !isMalformed && evidence.Take(reader, row);
            isMalformed = false;
        }

        End(part.Utf8.Length);
        Finish(row);
        return true;

        void End(int end)
        {
            if (start < 0)
            {
                return;
            }

            isPlain = isPlain && evidence.End(row, texts);
            order.Add((new CsvPart(part.Utf8[start..end], line), isPlain));
            row += isPlain ? 1 : 0;
            if (row == LaneProgram.Block)
            {
                Finish(row);
                row = 0;
                Begin();
            }
        }
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
