namespace Indicators.Compiled;

/// <summary>Reads what a program made of a row as whole numbers, without making any object.</summary>
public sealed class ScoreReader
{
    private readonly CompiledProgram program;
    private readonly PointUnits units;
    private readonly int[] indexes;
    private readonly int[][] leaves;
    private readonly long[] weights;
    private readonly (int Output, long All)[] states;
    private readonly int[] grades;

    private ScoreReader(CompiledProgram program, PointUnits units)
    {
        (this.program, this.units) = (program, units);
        var ruleSet = program.RuleSet;
        Nodes = [.. program.Nodes];
        indexes = [.. Nodes.Select((_, n) => program.Published(n))];
        leaves = [.. Nodes.Select(n => program.LeavesOf(n).ToArray())];
        weights = [.. program.Leaves.Select(l => units.Of(l.Weight))];
        states = [.. program.Leaves.Select((_, l) => program.Leaf(l)).GroupBy(l => l.Output, (output, own) => (output, own.Aggregate(0L, (all, l) => all | (1L << l.Shift))))];
        grades = [.. program.Grades.Select(g => g is null ? -1 : ruleSet.Grades.Grades.IndexOf(g))];
    }

    /// <summary>The total, then dimensions, criteria and indicators, each before what is below it.</summary>
    public Node[] Nodes { get; }

    /// <summary>Null where the weights have no small unit in common, or the program does not tell what points rest on.</summary>
    internal static ScoreReader? Of(CompiledProgram program) => program.HasStandings && PointUnits.Of(program) is { } units ? new ScoreReader(program, units) : null;

    /// <summary>The published points of a node in units of its last decimal.</summary>
    /// <param name="sheet">The scores.</param>
    /// <param name="row">Of them; scored by the program.</param>
    /// <param name="node">The number of the node in <see cref="Nodes"/>.</param>
    public long Points(ScoreSheet sheet, int row, int node) => (long)sheet.Output(indexes[node], row);

    public ScoreState State(ScoreSheet sheet, int row, int node)
    {
        var state = 0;
        foreach (var leaf in leaves[node])
        {
            state = Math.Max(state, sheet.StateOf(program.Leaf(leaf), row));
        }

        return LeafLifter.StateOf(state);
    }

    /// <summary>Whether every leaf was scored on what was observed: the state of every node, then.</summary>
    public bool IsAllScored(ScoreSheet sheet, int row)
    {
        foreach (var (output, all) in states)
        {
            // 11 in every pair of bits that is used.
            var word = (long)sheet.Output(output, row);
            if ((word & (word >> 1) & all) != all)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of the total in units of its last decimal: what is held, and what it rests on.</summary>
    public (long Held, long Evidence, long Claim, long Nothing) Total(ScoreSheet sheet, int row)
    {
        var (held, evidence, claim, nothing) = (0L, 0L, 0L, 0L);
        foreach (var leaf in leaves[0])
        {
            var weight = weights[leaf];
            held += sheet.StateOf(program.Leaf(leaf), row) == LeafLifter.Held ? weight : 0;
            switch ((Standing)sheet.StateOf(program.Standing(leaf), row))
            {
                case Standing.Evidence:
                    evidence += weight;
                    break;
                case Standing.Claim:
                    claim += weight;
                    break;
                default:
                    nothing += weight;
                    break;
            }
        }

        return (Shown(held), Shown(evidence), Shown(claim), Shown(nothing));

        long Shown(long points) => units.Shown(points, Nodes[0].Places);
    }

    /// <summary>The number of the grade, best first from 0; -1 where there is none.</summary>
    public int Grade(ScoreSheet sheet, int row) => grades[(int)sheet.Output(program.Grade, row)];

    /// <summary>Whether a flag is raised; null where that could not be decided.</summary>
    public bool? Flag(ScoreSheet sheet, int row, int flag) => sheet.StateOf(program.Flag(flag), row) switch
    {
        ScoreSheet.Raised => true,
        ScoreSheet.Undecided => null,
        _ => false,
    };
}
