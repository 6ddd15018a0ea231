using Indicators.Compiled;

namespace Indicators.Benchmarks.Scoring;

/// <summary>Columns that are filled, and a sheet that is made: what is timed is the program alone.</summary>
internal sealed class CompiledRun
{
    private readonly CompiledProgram program;
    private readonly EvidenceColumns columns;
    private readonly ScoreSheet sheet;
    private readonly double[][] outputs;
    private readonly double[][] scratch;
    private readonly (int Column, int Field)[] fields;
    private readonly int count;

    public CompiledRun(CompiledProgram program, MadeUpRows rows)
    {
        (this.program, columns, count) = (program, rows.ColumnsFor(program), rows.Count);
        // Some fields nothing reads.
        fields = [.. program.Live.Where(c => MadeUpRows.FieldOf(program.Columns.All[c]) is not null).Select(c => (c, MadeUpRows.FieldOf(program.Columns.All[c])!.Value))];
        sheet = new ScoreSheet(program.RuleSet, program, new Project[count]);
        outputs = sheet.RoomFor(program.Whole);
        scratch = program.Scratch(Math.Min(count, LaneProgram.Block));
    }

    public double Total(int row) => sheet.Output(program.Published(0), row);

    /// <summary>Another row in the place of the first.</summary>
    public CompiledRun Take(ReadOnlySpan<double> figures)
    {
        foreach (var (column, field) in fields)
        {
            columns.Values[column][0] = figures[field] * MadeUpRows.Units;
        }

        return this;
    }

    public CompiledRun Score()
    {
        for (var from = 0; from < count; from += LaneProgram.Block)
        {
            columns.Run(from, sheet, from, Math.Min(LaneProgram.Block, count - from), scratch);
        }

        return this;
    }

    public void ScoreWhole() => ScoreBy(program.Whole, LaneProgram.Block, scratch);

    /// <summary>In blocks of another size.</summary>
    public void ScoreBy(LaneProgram lanes, int block, double[][] scratch)
    {
        for (var from = 0; from < count; from += block)
        {
            lanes.Run(columns.Values, from, scratch, outputs, from, LaneProgram.Padded(Math.Min(block, count - from)));
        }
    }

    /// <summary>A stretch of the rows for each thread.</summary>
    public void ScoreBy(int threads) => Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
    {
        var own = program.Scratch();
        var blocks = (count + LaneProgram.Block - 1) / LaneProgram.Block;
        for (var block = blocks * thread / threads; block < blocks * (thread + 1) / threads; block++)
        {
            var from = block * LaneProgram.Block;
            columns.Run(from, sheet, from, Math.Min(LaneProgram.Block, count - from), own);
        }
    });
}
