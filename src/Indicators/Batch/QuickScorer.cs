using System.Buffers;
using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>Scores the projects of a block from bytes to bytes. Of one thread at a time.</summary>
internal sealed class QuickScorer
{
    private readonly QuickProjects projects;
    private readonly QuickFile[] files;
    private readonly QuickReference reference;
    private readonly QuickWriter writer;
    private readonly LeftOutScorer? leftOut;
    private readonly QuickLeftOut leftOutWriter;
    private readonly EvidenceColumns columns;
    private readonly double[][] scratch;
    private readonly ScoreSheet sheet;
    private readonly QuickTexts texts = new();
    private readonly List<bool> taken = [];
    private readonly List<QuickMark>[] marks;
    private readonly ArrayBufferWriter<byte> written = new();
    private readonly Utf8Buffer current = new();

    private QuickScorer(QuickProjects projects, QuickFile[] others, QuickWriter writer, CompiledProgram program, EvidenceColumns columns, BatchFormat format)
    {
        (this.projects, files, this.writer, this.columns) = (projects, [projects, .. others], writer, columns);
        reference = new QuickReference(program, columns, projects.Fields, others.OfType<QuickTable>());
        marks = [.. files.Select(_ => new List<QuickMark>())];
        scratch = program.Scratch();
        Project[] scored = [.. Enumerable.Repeat(new Project { Id = "" }, LaneProgram.Block)];
        sheet = new ScoreSheet(program.RuleSet, program, scored);
        (leftOut, leftOutWriter) = (LeftOutScorer.Of(program), new QuickLeftOut(program.RuleSet, sheet, scored, format));
    }

    /// <summary>Projects that go the way of all other commands.</summary>
    public List<QuickLeft> Left { get; } = [];

    /// <summary>The results of all others.</summary>
    public ReadOnlySpan<byte> Written => written.WrittenSpan;

    /// <summary>Null where rules, files or the format ask for more than it can do.</summary>
    public static QuickScorer? Of(IReadOnlyList<BatchFile> files, CompiledProgram? program, BatchFormat format)
    {
        var canRead = files.Skip(1).All(f => f.Role == FileRole.Findings || (f.Role.Table is { } table && QuickTable.CanTake(table)));
        if (!canRead || program?.Share is null || QuickWriter.Of(program, format) is not { } writer)
        {
            return null;
        }

        var columns = new EvidenceColumns(program, LaneProgram.Block);
        if (!columns.PutBare())
        {
            return null;
        }

        QuickProjects? projects = files[0].Role == FileRole.Wide ? new QuickRows(files[0], program, columns)
            : files[0].Role == FileRole.Long ? new QuickValues(files[0], program, columns) : null;
        QuickFile[] others = [.. files.Skip(1).Select<BatchFile, QuickFile>(f => f.Role == FileRole.Findings ? new QuickFindings(f, program, columns) : new QuickTable(f, program, columns))];
        return projects is null ? null : new QuickScorer(projects, others, writer, program, columns, format);
    }

    /// <summary>Scores projects into <see cref="Written"/> and <see cref="Left"/>.</summary>
    /// <param name="rows">Of each file.</param>
    /// <returns>The numbers of those that it scored; null where all of them go the way of all other commands.</returns>
    public Tally? Score(IReadOnlyList<IReadOnlyList<CsvPart>> rows)
    {
        Left.Clear();
        written.ResetWrittenCount();
        foreach (var (file, own) in files.Zip(rows))
        {
            file.Start(own);
        }

        var isSound = ScoreAll();
        foreach (var file in files)
        {
            file.Stop();
        }

        var tally = writer.Count();
        tally.Add(leftOutWriter.Count());
        return isSound ? tally : null;
    }

    /// <summary>False where it cannot be told whose each row is.</summary>
    private bool ScoreAll()
    {
        Begin();
        var row = 0;
        while (projects.HasRecord)
        {
            if (Take(row) is not { } isTaken)
            {
                return false;
            }

            taken.Add(isTaken);
            if (isTaken)
            {
                texts.Add(current.Span, projects.Name);
                row++;
            }

            if (row == LaneProgram.Block)
            {
                Finish(row);
                Begin();
                row = 0;
            }
        }

        if (files.Any(f => f.HasRecord))
        {
            return false;
        }

        Finish(row);
        return true;
    }

    private void Begin()
    {
        taken.Clear();
        texts.Clear();
        foreach (var file in marks)
        {
            file.Clear();
        }
    }

    /// <summary>Takes a project; null where it cannot be told which rows are its own.</summary>
    private bool? Take(int row)
    {
        var isPlain = projects.Id(out var id) && !id.IsEmpty;
        if (!isPlain && (!projects.IsRowEach || files.Length > 1))
        {
            return null;
        }

        current.Set(id);
        for (var i = 0; i < files.Length; i++)
        {
            var file = files[i];
            marks[i].Add(file.Here);
            file.Begin(row);
            var isRow = file == projects && projects.IsRowEach;
            while (file.HasRecord)
            {
                var isTold = file.Id(out var own) && !own.IsEmpty;
                if (!isTold && !isRow)
                {
                    return null;
                }

                if (!isRow && !own.SequenceEqual(current.Span))
                {
                    break;
                }

                isPlain = isPlain && file.Take(row);
                file.Read();
                if (isRow)
                {
                    break;
                }
            }

            isPlain = isPlain && file.End(row);
        }

        return isPlain && reference.End(row);
    }

    private void Finish(int count)
    {
        if (count > 0)
        {
            columns.Begin(count);
            foreach (var file in files)
            {
                file.Finish(count);
            }

            columns.Sort(count);
            columns.Run(0, sheet, 0, count, scratch);
            leftOut?.Run(columns, 0, sheet, 0, count, scratch);
            writer.Take(sheet);
        }

        for (var i = 0; i < files.Length; i++)
        {
            marks[i].Add(files[i].Here);
        }

        var row = 0;
        for (var i = 0; i < taken.Count; i++)
        {
            if (taken[i] && !columns.IsAway(row))
            {
                writer.Write(written, row, texts.Id(row), texts.Name(row));
            }
            else if (taken[i] && columns.IsLeftOut(row))
            {
                leftOutWriter.Write(written, row, texts.Id(row), texts.Name(row));
            }
            else
            {
                Left.Add(new QuickLeft([.. files.Select((f, n) => f.Between(marks[n][i], marks[n][i + 1]).ToArray())], marks[0][i].Line, written.WrittenCount));
            }

            row += taken[i] ? 1 : 0;
        }

        sheet.Forget();
    }
}

/// <summary>A project that is left to the way of all other commands.</summary>
/// <param name="Rows">Its rows in each file.</param>
/// <param name="Line">On which it begins.</param>
/// <param name="Before">How many bytes of the results come before its own.</param>
internal sealed record QuickLeft(CsvPart[][] Rows, long Line, int Before);
