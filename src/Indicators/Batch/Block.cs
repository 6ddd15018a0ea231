using System.Collections.Immutable;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>Some projects in their order, with all rows of theirs from every file. Used again when it is done with.</summary>
internal sealed class Block(IReadOnlyList<BatchFile> files)
{
    private readonly BlockRows[] rows = [.. files.Select(_ => new BlockRows())];

    public int Bytes { get; private set; }

    /// <summary>How many there are.</summary>
    public int Projects { get; set; }

    /// <summary>Projects that are not scored because their id stands in several rows.</summary>
    public List<Twin> Twins { get; } = [];

    /// <summary>Where reading goes on after it.</summary>
    public Position Next { get; set; } = Position.Start;

    public void Clear()
    {
        (Bytes, Projects) = (0, 0);
        Twins.Clear();
        foreach (var file in rows)
        {
            file.Clear();
        }
    }

    public void Add(RowCursor cursor)
    {
        rows[cursor.Number].Add(cursor);
        Bytes += cursor.Record.Length;
    }

    public BlockRows Rows(int file) => rows[file];
}

/// <summary>The rows of one file in a block.</summary>
internal sealed class BlockRows
{
    private readonly List<(int Start, int Length, long Line, RecordFault Fault, long Full)> parts = [];
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private long nextLine;

    public IReadOnlyList<CsvPart> Parts => [.. parts.Select(p => new CsvPart(bytes.AsMemory(p.Start, p.Length), p.Line, p.Fault, p.Full))];

    public void Clear()
    {
        parts.Clear();
        (length, nextLine) = (0, 0);
    }

    public void Add(RowCursor cursor)
    {
        var record = cursor.Record;
        if (bytes.Length - length < record.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + record.Length));
        }

        record.CopyTo(bytes.AsSpan(length));
        // Rows that follow each other are one stretch.
        if (cursor.Fault == RecordFault.None && cursor.Line == nextLine && parts[^1].Fault == RecordFault.None)
        {
            parts[^1] = parts[^1] with { Length = parts[^1].Length + record.Length };
        }
        else
        {
            parts.Add((length, record.Length, cursor.Line, cursor.Fault, cursor.Length));
        }

        length += record.Length;
        nextLine = cursor.NextLine;
    }
}

/// <summary>A row whose project stands in another row as well.</summary>
/// <param name="Line">The row.</param>
/// <param name="Other">The line of the other.</param>
internal sealed record Twin(string Id, long Line, long Other);

/// <summary>Where reading goes on.</summary>
/// <param name="Projects">How many came before.</param>
/// <param name="LastId">The last of them.</param>
/// <param name="Files">Of each file that is read in order its next row; none at the start.</param>
internal sealed record Position(long Projects, string LastId, ImmutableArray<FilePosition> Files)
{
    public static Position Start { get; } = new(0, "", []);
}

/// <summary>Where a row begins in the text of a file.</summary>
internal readonly record struct FilePosition(long Offset, long Line);
