using System.Collections.Immutable;

namespace Indicators.Compiled;

/// <summary>
/// Scores many projects by the compiled program, exactly as the reference does: the same points, states, flags and grades,
/// without the sentences. What the program does not take is worked out by the reference.
/// </summary>
public sealed class CompiledExecutor
{
    private readonly RuleSet ruleSet;
    private readonly CompiledRuleSet? compiled;
    private readonly LaneProgram? program;
    private readonly LaneProgram? plain;
    private readonly Columns columns = new();
    private readonly ImmutableArray<Node> nodes;
    private readonly ImmutableArray<int> live = [];
    private readonly ImmutableArray<int> sparse = [];

    public CompiledExecutor(RuleSet ruleSet)
    {
        this.ruleSet = ruleSet;
        nodes = [.. ruleSet.Root.All.Where(n => n.Level <= Level.Indicator)];
        compiled = CompiledRuleSet.Of(ruleSet, columns, out var reason);
        WholeReason = reason;
        if (compiled is not null)
        {
            program = Program(compiled);
            columns.Plain = true;
            plain = Program(CompiledRuleSet.Of(ruleSet, columns, out _)!);
            live = [.. columns.All.Index().Where(c => c.Item.IsLive).Select(c => c.Index)];
            sparse = [.. live.Where(columns.Sparse.Contains)];
        }
    }

    /// <summary>Why the whole rule set is left to the reference; null where it is not.</summary>
    public Bilingual? WholeReason { get; }

    /// <summary>The indicators and flags that the reference works out, by code, with the reason.</summary>
    public IReadOnlyDictionary<string, Bilingual> ByReference => compiled?.Left ?? ImmutableDictionary<string, Bilingual>.Empty;

    /// <summary>The instructions of the program.</summary>
    public int Steps => program?.Steps ?? 0;

    /// <summary>Scores projects whose evidence has passed <c>EvidenceCheck</c>, in their order.</summary>
    /// <param name="projects">The projects.</param>
    /// <param name="portfolio">What they are compared with; without it a rule set that <see cref="RuleSet.NeedsPortfolio"/> scores none.</param>
    /// <param name="threads">At most so many at a time; -1 for as many as there are cores. Every row has its own place, so the result is the same.</param>
    /// <param name="cancel">Stops the work between blocks.</param>
    public ScoreSheet Score(IReadOnlyList<Project> projects, Portfolio? portfolio = null, int threads = -1, CancellationToken cancel = default)
    {
        var sheet = new ScoreSheet(ruleSet, compiled, nodes, projects);
        var blocks = (projects.Count + LaneProgram.Block - 1) / LaneProgram.Block;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            () => program is null ? null : new Workspace(new double[Math.Max(program.Registers, plain!.Registers) * LaneProgram.Block], [.. columns.All.Select(c => c.IsLive ? new double[LaneProgram.Block] : [])]),
            (block, _, workspace) =>
            {
                Block(sheet, block * LaneProgram.Block, portfolio, workspace);
                return workspace;
            },
            _ => { });
        return sheet;
    }

    private void Block(ScoreSheet sheet, int from, Portfolio? portfolio, Workspace? workspace)
    {
        var rows = Math.Min(LaneProgram.Block, sheet.Projects.Count - from);
        Span<bool> reference = stackalloc bool[LaneProgram.Block];
        if (workspace is null)
        {
            reference.Fill(true);
        }
        else
        {
            Fill(sheet, from, rows, workspace.Columns, reference);
            var shortest = sparse.All(c => workspace.Columns[c].AsSpan(0, rows).IndexOfAnyExcept(0.0) < 0) ? plain! : program!;
            shortest.Run(workspace.Columns, 0, workspace.Registers);
            Take(sheet, from, rows, shortest, workspace, reference);
        }

        for (var row = 0; row < rows; row++)
        {
            if (reference[row])
            {
                sheet.TakeReference(from + row, new ReferenceEvaluator(ruleSet).Evaluate([sheet.Projects[from + row]], portfolio).Single());
            }
        }
    }

    /// <summary>The columns of a block; a row that the program cannot take is marked, and its lanes hold anything.</summary>
    private void Fill(ScoreSheet sheet, int from, int rows, double[][] values, Span<bool> reference)
    {
        for (var i = 0; i < rows; i++)
        {
            var row = new ReferenceRow(ruleSet, sheet.Projects[from + i], compiled!.ReferenceRules);
            try
            {
                _ = compiled!.ReferenceRules.IsEmpty ? null : row.Scored;
                foreach (var index in live)
                {
                    var column = columns.All[index];
                    var value = values[index][i] = column.Read(row);
                    // A mask is no number; nothing bounds it.
                    reference[i] |= !double.IsNegativeInfinity(column.Low) && !(value >= column.Low && value <= column.High);
                }
            }
            catch (Feel.ExpressionLimitException)
            {
                reference[i] = true;
            }
        }
    }

    private void Take(ScoreSheet sheet, int from, int rows, LaneProgram ran, Workspace workspace, Span<bool> reference)
    {
        var next = 0;
        var sentAway = Output();
        for (var i = 0; i < rows; i++)
        {
            reference[i] |= BitConverter.DoubleToInt64Bits(sentAway[i]) != 0;
        }

        for (var node = 0; node < nodes.Length; node++)
        {
            sheet.TakeNode(node, from, rows, Output(), Output(), Output());
        }

        sheet.TakeGrades(from, rows, Output());
        for (var f = 0; f < ruleSet.Flags.Length; f++)
        {
            sheet.TakeFlag(f, from, rows, Output(), Output());
        }

        ReadOnlySpan<double> Output() => ran.Output(next++, workspace.Columns, 0, workspace.Registers);
    }

    /// <summary>With its outputs in the order in which <see cref="Take"/> takes them; the columns that it reads are live, within the bounds that it trusts.</summary>
    private LaneProgram Program(CompiledRuleSet rules)
    {
        List<int> outputs =
        [
            rules.ToReference,
            .. nodes.SelectMany(n => new[] { rules.Published(n), rules.Held(n), rules.Scores[n.Code].State }),
            rules.Grade,
            .. rules.Flags.SelectMany(f => new[] { f.Mask, f.Missing }),
        ];
        var made = new LaneProgram(rules.Emitter.Instructions, outputs);
        foreach (var load in made.LiveColumns)
        {
            columns.All[(int)rules.Emitter.Instructions[load].Value].Trust(rules.Emitter.BoundsOf(load));
        }

        return made;
    }

    private sealed record Workspace(double[] Registers, double[][] Columns);
}
