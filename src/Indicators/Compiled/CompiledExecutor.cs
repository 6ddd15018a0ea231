using System.Collections.Immutable;

namespace Indicators.Compiled;

/// <summary>
/// Scores many projects by the compiled program, exactly as the reference does: the same points, states, flags and grades,
/// without the sentences; those come from the reference, as does what the program does not take.
/// </summary>
public sealed class CompiledExecutor : IExecutor
{
    private readonly RuleSet ruleSet;
    private readonly CompiledProgram? program;

    /// <param name="ruleSet">The rules.</param>
    /// <param name="standings">Whether sheets say what points rest on: <see cref="ScoreSheet.Resting"/>.</param>
    public CompiledExecutor(RuleSet ruleSet, bool standings = false)
    {
        this.ruleSet = ruleSet;
        program = CompiledProgram.Of(ruleSet, out var reason, standings);
        WholeReason = reason;
    }

    /// <summary>Null where the whole rule set is left to the reference.</summary>
    internal CompiledProgram? Program => program;

    /// <summary>Why the whole rule set is left to the reference; null where it is not.</summary>
    public Bilingual? WholeReason { get; }

    /// <summary>The indicators and flags that the reference works out, by code, with the reason.</summary>
    public IReadOnlyDictionary<string, Bilingual> ByReference => program?.Left ?? ImmutableDictionary<string, Bilingual>.Empty;

    /// <summary>The parts of the expressions of an indicator or flag that the reference works out before the program runs, such as sums over tables.</summary>
    public ImmutableArray<string> PartsByReference(string code) => program is null ? [] : [.. program.PartsOf.GetValueOrDefault(code, []).Order(StringComparer.Ordinal)];

    /// <summary>The instructions of the program.</summary>
    public int Steps => program?.Whole.Steps ?? 0;

    /// <summary>Scores projects whose evidence has passed <c>EvidenceCheck</c>, in their order.</summary>
    /// <param name="projects">The projects.</param>
    /// <param name="portfolio">What they are compared with; without it a rule set that <see cref="RuleSet.NeedsPortfolio"/> scores none.</param>
    /// <param name="threads">At most so many at a time; -1 for as many as there are cores. Every row has its own place, so the result is the same.</param>
    /// <param name="cancel">Stops the work between blocks.</param>
    public ScoreSheet Score(IReadOnlyList<Project> projects, Portfolio? portfolio = null, int threads = -1, CancellationToken cancel = default)
    {
        var sheet = new ScoreSheet(ruleSet, program, projects);
        if (projects.Count == 0)
        {
            return sheet;
        }

        if (projects.Count <= LaneProgram.Block)
        {
            Block(sheet, 0, portfolio, Workspace.Of(program, projects.Count));
            return sheet;
        }

        var blocks = (projects.Count + LaneProgram.Block - 1) / LaneProgram.Block;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            () => Workspace.Of(program, LaneProgram.Block),
            (block, _, workspace) =>
            {
                Block(sheet, block * LaneProgram.Block, portfolio, workspace);
                return workspace;
            },
            _ => { });
        return sheet;
    }

    /// <inheritdoc/>
    /// <remarks>Explained by the reference: a number on which the two do not agree is a fault of ours, and is not handed out.</remarks>
    public IEnumerable<ProjectResult> Evaluate(IEnumerable<Project> projects, Portfolio? portfolio = null, CancellationToken cancel = default)
    {
        var reference = new ReferenceEvaluator(ruleSet);
        foreach (var block in projects.Chunk(LaneProgram.Block))
        {
            cancel.ThrowIfCancellationRequested();
            var (sheet, workspace) = (new ScoreSheet(ruleSet, program, block), Workspace.Of(program, block.Length));
            workspace?.Run(sheet, 0, block.Length);
            foreach (var (row, result) in reference.Evaluate(block, portfolio, cancel).Index())
            {
                // What the reference alone scores has nothing to be compared with.
                if (workspace is not null && !workspace.IsByReference(row))
                {
                    sheet.RequireSame(row, result);
                }

                yield return result;
            }
        }
    }

    private void Block(ScoreSheet sheet, int from, Portfolio? portfolio, Workspace? workspace)
    {
        var rows = Math.Min(LaneProgram.Block, sheet.Projects.Count - from);
        workspace?.Run(sheet, from, rows);
        for (var row = 0; row < rows; row++)
        {
            if (workspace?.IsByReference(row) != false)
            {
                sheet.TakeReference(from + row, new ReferenceEvaluator(ruleSet).Evaluate([sheet.Projects[from + row]], portfolio).Single());
            }
        }
    }

    /// <summary>What a thread works in.</summary>
    private sealed record Workspace(EvidenceColumns Columns, double[][] Scratch, LeftOutScorer? LeftOut)
    {
        public static Workspace? Of(CompiledProgram? program, int rows) =>
            program is null ? null : new Workspace(new EvidenceColumns(program, rows), program.Scratch(rows), LeftOutScorer.Of(program));

        /// <summary>Whether the reference is to score a row as a whole.</summary>
        public bool IsByReference(int row) => Columns.IsAway(row) && !Columns.IsLeftOut(row);

        /// <summary>Scores a block of the sheet's projects by the program.</summary>
        public void Run(ScoreSheet sheet, int from, int rows)
        {
            Columns.Fill(sheet.Projects, from, rows);
            Columns.Run(0, sheet, from, rows, Scratch);
            LeftOut?.Run(Columns, 0, sheet, from, rows, Scratch);
        }
    }
}
