using System.Numerics;

namespace Indicators.Compiled;

/// <summary>
/// Scores rows in which something is left out (剔除). The program scores their leaves; how the weight of what is left out is
/// shared among the others, and what comes of it, is the reference's: each such row has denominators of its own.
/// </summary>
internal sealed class LeftOutScorer
{
    private const int OutputsOfLeaf = 5;

    /// <summary>What is left out is mostly one of a few leaves; of so many ways the shares are kept.</summary>
    private const int MostShares = 256;

    private static readonly Place Nowhere = new("");

    private readonly CompiledProgram program;
    private readonly LaneProgram lanes;
    private readonly double[][] outputs;
    private readonly (string Code, int Id, int Missing)[] asked;
    private readonly Conclusion[] conclusions;
    private readonly Fraction[] scales;
    private readonly (Rule Rule, int Flag, bool AsksScores)[] rules;
    private readonly char[] present;
    private readonly Dictionary<string, WeightShares> shares = [];

    private LeftOutScorer(CompiledProgram program, LaneProgram lanes)
    {
        (this.program, this.lanes) = (program, lanes);
        outputs = [.. lanes.Constants.Select(c => c is null ? new double[LaneProgram.Block] : [])];
        asked =
        [
            .. program.ScoreFlags.SelectMany(f => f.When.Codes).Where(c => c.Function == "finding").Select(c => c.Code).Distinct()
                .Select(c => (c, program.Columns.ConclusionColumns(c).Id, program.Columns.ConclusionColumns(c).Missing)),
        ];
        // By the number of the text; those that no rule names are all the same to it.
        var numbered = Words.Conclusions.ToLookup(c => program.Columns.Texts.GetValueOrDefault(c.Value.Zh), c => c.Key);
        conclusions = [.. Enumerable.Range(0, program.Columns.Texts.Count + 1).Select(id => numbered[id].FirstOrDefault())];
        scales = [.. program.Leaves.Select(program.ScaleOf)];
        rules = [.. program.RuleSet.Program.Rules.Where(r => r is not (LeafRule or ComputeRule)).Select(r => (r, r is FlagRule f ? program.RuleSet.Flags.IndexOf(f.Flag) : -1, r is FlagRule s && program.ScoreFlags.Contains(s.Flag)))];
        present = new char[program.Leaves.Length];
    }

    /// <summary>Null where the reference scores such rows as a whole.</summary>
    public static LeftOutScorer? Of(CompiledProgram program) => program.LeafScores is { } lanes ? new LeftOutScorer(program, lanes) : null;

    /// <summary>Scores such rows of a block that has run.</summary>
    /// <param name="columns">Its evidence.</param>
    /// <param name="from">Its first row there.</param>
    /// <param name="sheet">Takes the scores.</param>
    /// <param name="at">Its first row in the sheet.</param>
    /// <param name="rows">How many it has.</param>
    /// <param name="scratch">Of this thread.</param>
    public void Run(EvidenceColumns columns, int from, ScoreSheet sheet, int at, int rows, double[][] scratch)
    {
        var hasRun = false;
        for (var row = 0; row < rows; row++)
        {
            if (!columns.IsLeftOut(from + row))
            {
                continue;
            }

            if (!hasRun)
            {
                lanes.Run(columns.Values, from, scratch, outputs, 0, LaneProgram.Padded(rows));
                hasRun = true;
            }

            sheet.TakeReference(at + row, Score(columns.Values, from + row, sheet, at + row, row));
        }
    }

    private ProjectResult Score(double[][] evidence, int from, ScoreSheet sheet, int at, int row)
    {
        var project = new Project
        {
            Id = "",
            Findings = [.. asked.Where(a => evidence[a.Missing][from] == 0).Select(a => new Finding(a.Code, conclusions[(int)evidence[a.Id][from]], Nowhere))],
        };
        var scoring = new Scoring(program.RuleSet, project, null);
        for (var leaf = 0; leaf < program.Leaves.Length; leaf++)
        {
            var result = Leaf(leaf, row);
            scoring.Take(result);
            present[leaf] = result.State == ScoreState.NotApplicable ? '0' : '1';
        }

        foreach (var (rule, flag, asksScores) in rules)
        {
            switch (rule)
            {
                case FlagRule raises:
                    scoring.Take(raises.Flag, asksScores ? scoring.Holds(raises.Flag) : sheet.Holds(flag, at));
                    break;
                case ShareOutRule:
                    ShareOut(scoring);
                    break;
                default:
                    scoring.Run(rule);
                    break;
            }
        }

        return new ProjectResult(project, scoring.Result());
    }

    /// <summary>The shares depend on nothing but which leaves are left out.</summary>
    private void ShareOut(Scoring scoring)
    {
        var lookup = shares.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(present, out var known))
        {
            scoring.Take(known);
            return;
        }

        if (shares.Count == MostShares)
        {
            shares.Clear();
        }

        lookup[present] = scoring.ShareOut();
    }

    private LeafResult Leaf(int number, int row)
    {
        var leaf = program.Leaves[number];
        var state = LeafLifter.StateOf((int)Of(2));
        var rank = (int)Of(3);
        MissingState? missing = state == ScoreState.Scored || rank == 0 ? null : (MissingState)(rank - 1);
        Fraction? points = state is ScoreState.Scored or ScoreState.Missing ? scales[number] * new Fraction(new BigInteger(Of(0)), new BigInteger(Of(1))) : null;
        return new LeafResult(leaf, state, points, missing, missing is { } how ? leaf.Missing.For(how) : null, (Standing)(int)Of(4), Scoring.Unsaid, null, [], null);

        double Of(int output) => lanes.Constants[OutputsOfLeaf * number + output] ?? outputs[OutputsOfLeaf * number + output][row];
    }
}
