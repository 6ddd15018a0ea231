namespace Indicators.Compiled;

/// <summary>The evidence of some projects as a program reads it: a number a row for each column.</summary>
internal sealed class EvidenceColumns
{
    private readonly CompiledProgram program;
    private readonly double[][] values;
    private readonly double[][] scratch;
    private readonly bool[] away;
    private readonly bool[] plain;

    /// <param name="program">The program.</param>
    /// <param name="rows">A multiple of <see cref="LaneProgram.Block"/>.</param>
    public EvidenceColumns(CompiledProgram program, int rows)
    {
        this.program = program;
        values = [.. program.Columns.All.Select(c => c.IsLive ? new double[rows] : [])];
        scratch = [.. Enumerable.Range(0, Math.Max(program.Whole.Slots, program.Plain.Slots)).Select(_ => new double[LaneProgram.Block])];
        away = new bool[rows];
        plain = new bool[rows / LaneProgram.Block];
    }

    /// <summary>Whether a row is for the reference: its figures are beyond what is proved, or the program says so.</summary>
    public bool IsAway(int row) => away[row];

    /// <summary>Takes projects into rows, from the first on; a row that the program cannot take is marked, and its lanes hold anything.</summary>
    public void Fill(IReadOnlyList<Project> projects, int from, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            away[i] = false;
            var row = new ReferenceRow(program.RuleSet, projects[from + i], program.ReferenceRules);
            try
            {
                _ = program.ReferenceRules.IsEmpty ? null : row.Scored;
                foreach (var index in program.Live)
                {
                    var column = program.Columns.All[index];
                    var value = values[index][i] = column.Read(row);
                    // A mask is no number; nothing bounds it.
                    away[i] |= !double.IsNegativeInfinity(column.Low) && !(value >= column.Low && value <= column.High);
                }
            }
            catch (Feel.ExpressionLimitException)
            {
                away[i] = true;
            }
        }

        for (var block = 0; block * LaneProgram.Block < rows; block++)
        {
            var first = block * LaneProgram.Block;
            plain[block] = program.IsPlain(values, first, Math.Min(LaneProgram.Block, rows - first));
        }
    }

    /// <summary>Scores the rows of a block.</summary>
    /// <param name="from">Its first row here.</param>
    /// <param name="sheet">Takes the scores.</param>
    /// <param name="at">Its first row in the sheet.</param>
    /// <param name="rows">How many of its rows there are.</param>
    public void Run(int from, ScoreSheet sheet, int at, int rows)
    {
        var lanes = plain[from / LaneProgram.Block] ? program.Plain : program.Whole;
        var outputs = sheet.RoomFor(lanes);
        lanes.Run(values, from, scratch, outputs, at, LaneProgram.Block);
        sheet.TakeBlock(at, lanes);
        for (var i = 0; i < rows && lanes.Constants[CompiledProgram.Away] is not 0; i++)
        {
            away[from + i] |= BitConverter.DoubleToInt64Bits(sheet.Output(CompiledProgram.Away, at + i)) != 0;
        }
    }
}
