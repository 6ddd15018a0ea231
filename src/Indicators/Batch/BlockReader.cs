using System.Text;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>
/// Reads several files side by side into blocks: for each project of the first, the rows that the others have of it. All must
/// hold the projects in the same order; whether they do is seen while reading.
/// </summary>
internal sealed class BlockReader : IDisposable
{
    private readonly RowCursor main;
    private readonly RowCursor[] others;
    private readonly bool mustAscend;
    private readonly int target;
    private readonly IEnumerator<Twin> twins;
    private readonly bool isWide;
    private readonly FilePosition[] positions;
    private readonly Utf8Buffer current = new();
    private long projects;
    private bool hasTwin;

    /// <param name="main">Says which projects there are.</param>
    /// <param name="others">The other files.</param>
    /// <param name="mustAscend">Nothing is known of the order yet: an id that is not above the one before proves that it is another.</param>
    /// <param name="twins">Rows of the first file whose projects stand there twice, in its order.</param>
    /// <param name="from">Where it goes on.</param>
    /// <param name="target">From so many bytes on a block takes no further project.</param>
    public BlockReader(RowCursor main, IReadOnlyList<RowCursor> others, bool mustAscend, IEnumerable<Twin> twins, Position from, int target)
    {
        (this.main, this.others, this.mustAscend, projects, this.target) = (main, [.. others], mustAscend, from.Projects, target);
        isWide = main.File?.Role == FileRole.Wide;
        positions = new FilePosition[All.Max(c => c.Number) + 1];
        current.Set(Encoding.UTF8.GetBytes(from.LastId));
        foreach (var cursor in All)
        {
            cursor.Read();
        }

        this.twins = twins.GetEnumerator();
        hasTwin = this.twins.MoveNext();
    }

    /// <summary>How much of the files has been read.</summary>
    public long BytesRead => All.OfType<FileCursor>().Sum(c => c.BytesRead);

    private IEnumerable<RowCursor> All => others.Prepend(main);

    private ReadOnlySpan<byte> Current => current.Span;

    /// <summary>Fills a block.</summary>
    /// <returns>False where no row was left.</returns>
    /// <exception cref="AssumptionException">The files are not in the same order, or no order was found in them.</exception>
    public bool Read(Block block)
    {
        block.Clear();
        var any = main.HasRow;
        while (main.HasRow)
        {
            var isNew = !main.Id.IsEmpty && (isWide || !main.Id.SequenceEqual(Current));
            if (isNew && block.Bytes >= target)
            {
                break;
            }

            if (isNew)
            {
                Begin(block);
            }
            else
            {
                block.Add(main);
            }

            main.Read();
        }

        if (!main.HasRow)
        {
            foreach (var other in others)
            {
                Take(other, block, isTwin: false);
                if (other.HasRow)
                {
                    throw new AssumptionException(Assumption.Order);
                }
            }
        }

        block.Next = Here();
        return any || block.Bytes > 0;
    }

    public void Dispose()
    {
        twins.Dispose();
        foreach (var cursor in All)
        {
            cursor.Dispose();
        }
    }

    private void Begin(Block block)
    {
        if (mustAscend && projects > 0 && NaturalOrder.Compare(main.Id, Current) <= 0)
        {
            throw new AssumptionException(Assumption.Order);
        }

        current.Set(main.Id);
        projects++;
        block.Projects++;
        while (hasTwin && twins.Current.Line < main.Line)
        {
            hasTwin = twins.MoveNext();
        }

        var isTwin = hasTwin && twins.Current.Line == main.Line;
        if (isTwin)
        {
            block.Twins.Add(twins.Current);
        }
        else if (main.File is not null)
        {
            block.Add(main);
        }

        foreach (var other in others)
        {
            Take(other, block, isTwin);
            if (mustAscend && other.HasRow && NaturalOrder.Compare(other.Id, Current) < 0)
            {
                throw new AssumptionException(Assumption.Order);
            }
        }
    }

    /// <summary>Takes the rows of the project, and those that name none.</summary>
    private void Take(RowCursor other, Block block, bool isTwin)
    {
        while (other.HasRow && (other.Id.IsEmpty || other.Id.SequenceEqual(Current)))
        {
            if (!isTwin || other.Id.IsEmpty)
            {
                block.Add(other);
            }

            other.Read();
        }
    }

    private Position Here()
    {
        foreach (var cursor in All.OfType<FileCursor>())
        {
            positions[cursor.Number] = cursor.Position;
        }

        return new Position(projects, Encoding.UTF8.GetString(Current), [.. positions]);
    }
}
