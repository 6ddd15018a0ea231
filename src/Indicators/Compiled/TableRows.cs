namespace Indicators.Compiled;

/// <summary>The rows of a table of some projects, and what a program makes of them. Of one thread at a time.</summary>
internal sealed class TableRows
{
    private readonly TableProgram program;
    private readonly EvidenceColumns into;
    private readonly (int Value, int Missing, ColumnBounds Bounds)[] cells;
    private readonly int[] absent;
    private readonly double[][] scratch;
    private readonly double[][] values;
    private readonly int[] ends = new int[LaneProgram.Block];
    private double[][] outputs = [];
    private int count;
    private int room;

    /// <param name="program">The program.</param>
    /// <param name="cells">The columns of the table that a row has, in this order.</param>
    /// <param name="into">The columns of the projects, which take the results.</param>
    public TableRows(TableProgram program, IReadOnlyCollection<FieldDefinition> cells, EvidenceColumns into)
    {
        (this.program, this.into) = (program, into);
        this.cells = [.. cells.Select(c => At(c, FieldPart.Value) is var value && value < 0 ? (-1, At(c, FieldPart.Missing), default) : (value, At(c, FieldPart.Missing), program.Columns.All[value].Bounds))];
        absent = [.. program.Table.Columns.Except(cells).Select(c => At(c, FieldPart.Missing)).Where(i => i >= 0)];
        scratch = [.. Enumerable.Range(0, program.Lanes.Slots).Select(_ => new double[LaneProgram.Block])];
        values = [.. program.Columns.All.Select(_ => Array.Empty<double>())];
        Grow();

        int At(FieldDefinition column, FieldPart part) => program.Columns.All.ToList().FindIndex(c => c.IsLive && c.Field == column && c.Part == part);
    }

    /// <summary>Puts a cell into the row that is next; false where the program does not prove what it makes of it.</summary>
    /// <param name="cell">Which.</param>
    /// <param name="figure">As a program takes it.</param>
    /// <param name="rank">0, or that of the missing state.</param>
    public bool Put(int cell, double figure, int rank)
    {
        var (value, missing, bounds) = cells[cell];
        if (missing >= 0)
        {
            values[missing][count] = rank;
        }

        if (value < 0)
        {
            return true;
        }

        // Of what is missing the figure does not matter, but that it can be one.
        values[value][count] = rank > 0 ? Math.Clamp(0, bounds.Low, bounds.High) : figure;
        return rank > 0 || bounds.Contain(figure);
    }

    /// <summary>Takes the row; what it has no cell for is blank.</summary>
    public void Take()
    {
        foreach (var missing in absent)
        {
            values[missing][count] = Lifted.Undefined;
        }

        if (++count == room)
        {
            Grow();
        }
    }

    /// <summary>Begins a project; one that has begun at this place and was not ended is forgotten.</summary>
    public void Begin(int project) => count = project == 0 ? 0 : ends[project - 1];

    public void End(int project) => ends[project] = count;

    /// <summary>Works out what is asked of the first so many projects.</summary>
    public void Run(int projects)
    {
        for (var from = 0; from < count; from += LaneProgram.Block)
        {
            program.Lanes.Run(values, from, scratch, outputs, from, LaneProgram.Padded(Math.Min(LaneProgram.Block, count - from)));
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

    private ReadOnlySpan<double> Of(int output, Range rows) => outputs[output].AsSpan(rows);

    private void Grow()
    {
        room = Math.Max(2 * room, LaneProgram.Block);
        for (var i = 0; i < values.Length; i++)
        {
            Array.Resize(ref values[i], program.Columns.All[i].IsLive ? room : 0);
        }

        outputs = [.. program.Lanes.Constants.Select(_ => new double[room])];
        foreach (var (output, constant) in outputs.Zip(program.Lanes.Constants))
        {
            Array.Fill(output, constant ?? 0);
        }
    }
}
