using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Compiled;

/// <summary>The evidence of some projects as a program reads it: a number a row for each column.</summary>
internal sealed class EvidenceColumns
{
    private readonly CompiledProgram program;
    private readonly double[][] values;
    private readonly ColumnBounds[] bounds;
    private readonly ReferenceRow?[] sources;
    private readonly bool[] away;
    private readonly bool[] leftOut;
    private readonly bool[] plain;

    /// <param name="program">The program.</param>
    /// <param name="rows">How many there is room for.</param>
    public EvidenceColumns(CompiledProgram program, int rows)
    {
        this.program = program;
        rows = LaneProgram.Padded(rows);
        values = [.. program.Columns.All.Select(c => c.IsLive ? new double[rows] : [])];
        bounds = [.. program.Columns.All.Select(c => c.Bounds)];
        sources = new ReferenceRow?[rows];
        away = new bool[rows];
        leftOut = new bool[rows];
        plain = new bool[(rows + LaneProgram.Block - 1) / LaneProgram.Block];
    }

    /// <summary>By column of the program, empty where none is read.</summary>
    public double[][] Values => values;

    /// <summary>Whether a row is for the reference: its figures are beyond what is proved, or the program says so.</summary>
    public bool IsAway(int row) => away[row];

    /// <summary>Whether it is so for nothing but what is left out in it: its leaves are scored by the program.</summary>
    public bool IsLeftOut(int row) => leftOut[row];

    /// <summary>Takes projects into rows, from the first on; a row that the program cannot take is marked, and its lanes hold anything.</summary>
    public void Fill(IReadOnlyList<Project> projects, int from, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            away[i] = !Take(i, new ReferenceRow(program.RuleSet, projects[from + i], program.ReferenceRules, program.Columns.Fields));
        }

        Sort(rows);
    }

    /// <summary>Takes figures that somebody has read already.</summary>
    /// <param name="figure">Of a row and a column.</param>
    /// <param name="rows">How many rows.</param>
    public void Fill(Func<int, Column, double> figure, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            away[i] = false;
            foreach (var index in program.Live)
            {
                Take(i, index, figure(i, program.Columns.All[index]));
            }
        }

        Sort(rows);
    }

    /// <summary>
    /// Puts what findings and tables say of projects that have none into all rows, so that only fields are left to be put.
    /// False where the rules need more than fields.
    /// </summary>
    public bool TakeBare() => program.ReferenceRules.IsEmpty && program.Said.IsEmpty && program.WorkedOut.IsEmpty && PutBare();

    /// <summary>Puts what findings and tables say of projects that have none into all rows, beside what is left to the reference; false where the program does not prove what it makes of it.</summary>
    public bool PutBare()
    {
        var bare = new ReferenceRow(program.RuleSet, new Project { Id = "" }, [], program.Columns.Fields);
        var figures = program.Live.Where(i => program.Columns.All[i] is { Field: null } c && (!c.IsWorkedOut || program.Share?.WorkedOut.Contains(i) == false)).Select(i => (Index: i, Figure: program.Columns.All[i].Read(bare))).ToList();
        figures.ForEach(f => Array.Fill(values[f.Index], f.Figure));
        return figures.TrueForAll(f => IsWithin(f.Index, f.Figure));
    }

    /// <summary>Puts what a project has; false where the row is for the reference as a whole.</summary>
    private bool Take(int row, ReferenceRow source)
    {
        sources[row] = source;
        try
        {
            _ = program.ReferenceRules.IsEmpty ? null : source.Scored;
            var isWithin = true;
            foreach (var index in program.Live)
            {
                var figure = values[index][row] = program.Columns.All[index].Read(source);
                isWithin &= IsWithin(index, figure);
            }

            return isWithin;
        }
        catch (ExpressionLimitException)
        {
            return false;
        }
    }

    /// <summary>Begins rows whose figures somebody writes into <see cref="Values"/>, each within the bounds.</summary>
    public void Begin(int rows) => away.AsSpan(0, rows).Clear();

    /// <summary>Whether the program proves what it makes of a figure.</summary>
    public bool IsWithin(int index, double figure) => bounds[index].Contain(figure);

    /// <summary>Puts a figure into a row that has begun, which is for the reference if it is beyond what is proved; of a column that nobody reads nothing.</summary>
    public void Put(int row, int index, double figure)
    {
        if (index >= 0)
        {
            Take(row, index, figure);
        }
    }

    private void Take(int row, int index, double figure)
    {
        values[index][row] = figure;
        away[row] |= !IsWithin(index, figure);
    }

    /// <summary>Which blocks take the shorter program; after all rows are filled.</summary>
    public void Sort(int rows)
    {
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
    /// <param name="scratch">Of this thread: see <see cref="CompiledProgram.Scratch"/>.</param>
    public void Run(int from, ScoreSheet sheet, int at, int rows, double[][] scratch)
    {
        var lanes = plain[from / LaneProgram.Block] ? program.Plain : program.Whole;
        var outputs = sheet.RoomFor(lanes);
        lanes.Run(values, from, scratch, outputs, at, LaneProgram.Padded(rows));
        sheet.TakeBlock(at, lanes);
        leftOut.AsSpan(from, rows).Clear();
        for (var i = 0; i < rows && lanes.Constants[CompiledProgram.Away] is not 0; i++)
        {
            var isAway = Holds(CompiledProgram.Away, i);
            leftOut[from + i] = isAway && !away[from + i] && program.LeafScores is not null && sources[from + i]?.IsRuled != true;
            away[from + i] |= isAway;
        }

        for (var i = 0; i < rows && lanes.Constants[CompiledProgram.Saying] is not 0; i++)
        {
            var isSilent = Holds(CompiledProgram.Saying, i) && !CanSay(from + i);
            leftOut[from + i] &= !isSilent;
            away[from + i] |= isSilent;
        }

        bool Holds(int mask, int row) => BitConverter.DoubleToInt64Bits(sheet.Output(mask, at + row)) != 0;
    }

    /// <summary>Whether what flags say of a row can be worked out: as it can where nothing is left to be tried.</summary>
    private bool CanSay(int row)
    {
        if (sources[row] is not { } source)
        {
            return true;
        }

        try
        {
            foreach (var text in program.Said)
            {
                _ = text.Evaluate(source.Scored.Scope);
            }

            return true;
        }
        catch (ExpressionLimitException)
        {
            return false;
        }
    }
}
