namespace Indicators.Compiled;

/// <summary>
/// Scores projects that come as columns of whole numbers, without an object for each. Of one thread at a time; the numbers
/// are those of <see cref="CompiledExecutor"/>.
/// </summary>
public sealed class ColumnScorer
{
    private readonly CompiledProgram program;
    private readonly EvidenceColumns columns;
    private readonly double[][] scratch;
    private readonly (ScaledField Field, FieldColumns Into, FigureUnit? Unit)[] fields;
    private readonly Node[] nodes;
    private readonly int[] indexes;
    private readonly int[][] leaves;
    private readonly int[] grades;
    private readonly ScoreSheet sheet;

    private ColumnScorer(CompiledProgram program, EvidenceColumns columns, IReadOnlyList<ScaledField> fields)
    {
        (this.program, this.columns, scratch) = (program, columns, program.Scratch());
        var ruleSet = program.RuleSet;
        this.fields = [.. fields.Select(f => (f, new FieldColumns(f.Definition, program, columns), f.Figure))];
        nodes = [ruleSet.Root, .. ruleSet.Root.All.Skip(1).Where(n => n.Level <= Level.Indicator)];
        indexes = [.. nodes.Select(n => program.Published(program.Nodes.IndexOf(n)))];
        leaves = [.. nodes.Select(n => program.LeavesOf(n).ToArray())];
        grades = [.. program.Grades.Select(g => g is null ? 0 : ruleSet.Grades.Grades.IndexOf(g) + 1)];
        sheet = new ScoreSheet(ruleSet, program, [.. Enumerable.Repeat(new Project { Id = "" }, LaneProgram.Block)]);
    }

    /// <summary>Null where the rules need more than these fields, which then are scored as projects.</summary>
    /// <param name="executor">Scores them.</param>
    /// <param name="ruleSet">Its rules.</param>
    /// <param name="fields">The columns; each known.</param>
    public static ColumnScorer? Of(CompiledExecutor executor, RuleSet ruleSet, IReadOnlyList<ScaledField> fields)
    {
        if (executor.Program is not { } program)
        {
            return null;
        }

        var columns = new EvidenceColumns(program, LaneProgram.Block);
        var others = ruleSet.Schema.Fields.Except(fields.Select(f => f.Definition)).ToList();
        return columns.TakeBare() && others.TrueForAll(f => !f.Required && TakesBlank(new FieldColumns(f, program, columns))) && fields.All(f => new FieldColumns(f.Definition, program, columns).Takes)
            ? new ColumnScorer(program, columns, fields) : null;
    }

    /// <summary>Scores projects.</summary>
    /// <param name="evidence">Their values; each column as long as there are projects.</param>
    /// <param name="scores">Takes the scores, and has room for all.</param>
    /// <param name="left">Takes the numbers of projects that must be scored in another way, or refused.</param>
    public void Score(in ScaledColumns evidence, ScoreColumns scores, List<int> left)
    {
        Span<bool> taken = stackalloc bool[LaneProgram.Block];
        for (var from = 0; from < evidence.Count; from += LaneProgram.Block)
        {
            var rows = Math.Min(LaneProgram.Block, evidence.Count - from);
            taken.Fill(true);
            columns.Begin(rows);
            for (var field = 0; field < fields.Length; field++)
            {
                Put(field, evidence, from, rows, taken);
            }

            columns.Sort(rows);
            columns.Run(0, sheet, 0, rows, scratch);
            for (var row = 0; row < rows; row++)
            {
                taken[row] &= !columns.IsAway(row);
                if (!taken[row])
                {
                    left.Add(from + row);
                }
            }

            Read(scores, from, rows, taken);
        }
    }

    private static bool TakesBlank(FieldColumns into) =>
        Enumerable.Range(0, LaneProgram.Block).All(row => into.Put(row, 0, Lifted.Rank(MissingState.Blank), LeafLifter.Unnamed));

    private void Put(int field, in ScaledColumns evidence, int from, int rows, Span<bool> taken)
    {
        var (scaled, into, unit) = fields[field];
        var values = evidence.Values[field];
        var present = evidence.Present[field].Span;
        var documented = evidence.Documented.Span;
        for (var row = 0; row < rows; row++)
        {
            var at = from + row;
            if (!present.IsEmpty && !ScoreColumns.Bit(present, at))
            {
                taken[row] &= !scaled.Definition.Required & into.Put(row, 0, Lifted.Rank(MissingState.Blank), LeafLifter.Unnamed);
                continue;
            }

            var rests = !documented.IsEmpty && ScoreColumns.Bit(documented, at) ? Standing.Evidence : Standing.Claim;
            taken[row] &= Figure(values[at], scaled.Decimals, unit, into, out var figure) & into.Put(row, figure, 0, (int)rests);
        }
    }

    private static bool Figure(long value, int decimals, FigureUnit? unit, FieldColumns into, out double figure)
    {
        if (unit is null)
        {
            figure = value == 1 ? Emitter.AllBits : 0;
            return value is 0 or 1;
        }

        var isSound = unit.Scale(value, decimals, out var units) && into.IsInRange(units);
        figure = units;
        return isSound;
    }

    private void Read(ScoreColumns scores, int from, int rows, ReadOnlySpan<bool> taken)
    {
        for (var node = 0; node < nodes.Length; node++)
        {
            var (points, present) = (scores.Points[node], scores.Present[node]);
            for (var row = 0; row < rows; row++)
            {
                if (taken[row] && HasPoints(node, row))
                {
                    points[from + row] = (long)sheet.Output(indexes[node], row);
                    ScoreColumns.Set(present, from + row);
                }
            }
        }

        for (var row = 0; row < rows; row++)
        {
            scores.Grades[from + row] = taken[row] ? grades[(int)sheet.Output(program.Grade, row)] : 0;
            for (var flag = 0; flag < scores.Raised.Length && taken[row]; flag++)
            {
                var state = sheet.StateOf(program.Flag(flag), row);
                if (state != 0)
                {
                    ScoreColumns.Set(state == ScoreSheet.Raised ? scores.Raised[flag] : scores.Undecided[flag], from + row);
                }
            }
        }
    }

    private bool HasPoints(int node, int row)
    {
        var state = 0;
        foreach (var leaf in leaves[node])
        {
            state = Math.Max(state, sheet.StateOf(program.Leaf(leaf), row));
        }

        return state > LeafLifter.Held;
    }
}
