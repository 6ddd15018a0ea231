using System.Collections.Immutable;

namespace Indicators.Compiled;

/// <summary>
/// Scores many projects by the compiled program, exactly as the reference does: the same points, states, flags and grades,
/// without the sentences. What the program does not take is worked out by the reference.
/// </summary>
public sealed class CompiledExecutor
{
    private readonly RuleSet ruleSet;
    private readonly CompiledProgram? program;

    public CompiledExecutor(RuleSet ruleSet)
    {
        this.ruleSet = ruleSet;
        program = CompiledProgram.Of(ruleSet, out var reason);
        WholeReason = reason;
    }

    /// <summary>Why the whole rule set is left to the reference; null where it is not.</summary>
    public Bilingual? WholeReason { get; }

    /// <summary>The indicators and flags that the reference works out, by code, with the reason.</summary>
    public IReadOnlyDictionary<string, Bilingual> ByReference => program?.Left ?? ImmutableDictionary<string, Bilingual>.Empty;

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
        var blocks = (projects.Count + LaneProgram.Block - 1) / LaneProgram.Block;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            () => program is null ? null : new EvidenceColumns(program, LaneProgram.Block),
            (block, _, columns) =>
            {
                Block(sheet, block * LaneProgram.Block, portfolio, columns);
                return columns;
            },
            _ => { });
        return sheet;
    }

    private void Block(ScoreSheet sheet, int from, Portfolio? portfolio, EvidenceColumns? columns)
    {
        var rows = Math.Min(LaneProgram.Block, sheet.Projects.Count - from);
        columns?.Fill(sheet.Projects, from, rows);
        columns?.Run(0, sheet, from, rows);
        for (var row = 0; row < rows; row++)
        {
            if (columns is null || columns.IsAway(row))
            {
                sheet.TakeReference(from + row, new ReferenceEvaluator(ruleSet).Evaluate([sheet.Projects[from + row]], portfolio).Single());
            }
        }
    }
}
