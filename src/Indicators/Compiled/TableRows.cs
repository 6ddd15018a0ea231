namespace Indicators.Compiled;

/// <summary>The rows of a table of some projects, and what a program makes of them. Of one thread at a time.</summary>
/// <param name="program">The program.</param>
/// <param name="into">The columns of the projects, which take the results.</param>
internal sealed class TableRows(TableProgram program, EvidenceColumns into)
{
    private readonly double[][] scratch = [.. Enumerable.Range(0, program.Lanes.Slots).Select(_ => new double[LaneProgram.Block])];
    private readonly int[] ends = new int[LaneProgram.Block];
    private double[][] outputs = [];
    private int count;
    private int room;

    /// <summary>By column of the program, empty where it reads none.</summary>
    public double[][] Values { get; } = [.. program.Columns.All.Select(_ => Array.Empty<double>())];

    /// <summary>The row that is next, and has room.</summary>
    public int Next
    {
        get
        {
            if (count == room)
            {
                Grow();
            }

            return count;
        }
    }

    /// <summary>Takes the row that is next.</summary>
    public void Take() => count++;

    /// <summary>Begins a project; one that has begun at this place and was not ended is forgotten.</summary>
    public void Begin(int project) => count = project == 0 ? 0 : ends[project - 1];

    public void End(int project) => ends[project] = count;

    /// <summary>Works out what is asked of the first so many projects.</summary>
    public void Run(int projects)
    {
        for (var from = 0; from < count; from += LaneProgram.Block)
        {
            program.Lanes.Run(Values, from, scratch, outputs, from, LaneProgram.Padded(Math.Min(LaneProgram.Block, count - from)));
        }

        for (var i = 0; i < program.Aggregates.Length; i++)
        {
            var (aggregate, first) = (program.Aggregates[i], TableLifter.OutputsOfAggregate * i);
            for (var project = 0; project < projects; project++)
            {
                var rows = (project == 0 ? 0 : ends[project - 1])..ends[project];
                var figure = aggregate.Over(Of(first, rows), Of(first + 1, rows), Of(first + 2, rows), out var rank);
                into.Put(project, aggregate.Value, figure);
                into.Put(project, aggregate.Missing, rank);
            }
        }
    }

    private ReadOnlySpan<double> Of(int output, Range rows) => outputs.Length == 0 ? [] : outputs[output].AsSpan(rows);

    private void Grow()
    {
        room = Math.Max(2 * room, LaneProgram.Block);
        for (var i = 0; i < Values.Length; i++)
        {
            var grown = program.Columns.All[i].IsLive ? new double[room] : [];
            Values[i].CopyTo(grown, 0);
            Values[i] = grown;
        }

        outputs = [.. program.Lanes.Constants.Select(_ => new double[room])];
        foreach (var (output, constant) in outputs.Zip(program.Lanes.Constants))
        {
            Array.Fill(output, constant ?? 0);
        }
    }
}
