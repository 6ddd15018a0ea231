using System.Collections.Concurrent;
using System.Collections.Immutable;
using Indicators.Compiled;

namespace Indicators.Batch;

/// <summary>What becomes of a block: the bytes of its results, who was rejected, and the numbers.</summary>
internal sealed class BlockResult
{
    public MemoryStream Results { get; } = new();

    public MemoryStream Rejects { get; } = new();

    public MemoryStream Grouped { get; } = new();

    public Tally Tally { get; set; } = new();

    public Position Next { get; set; } = Position.Start;

    public void Clear()
    {
        Results.SetLength(0);
        Rejects.SetLength(0);
        Grouped.SetLength(0);
        Tally = new Tally();
    }
}

/// <summary>Scores the projects of a block. Used by several threads at once.</summary>
internal sealed class BlockScorer(RuleSet ruleSet, ImmutableArray<BatchFile> files, BatchFormat format, Portfolio? portfolio)
{
    private readonly CompiledExecutor executor = new(ruleSet, standings: true);
    private readonly ResultWriter writer = new(ruleSet, format);
    private readonly RejectWriter rejects = new(format.Language);
    private readonly ConcurrentBag<QuickScorer> quick = [];

    private volatile bool canBeQuick = true;

    /// <summary>Whether rows are scored from bytes to bytes where they can be; the results are the same.</summary>
    public bool IsQuick
    {
        init => canBeQuick = value;
    }

    /// <summary>Keeps of each project what puts it in groups; null where none are asked for.</summary>
    public GroupedRows? Groups { get; init; }

    public void Score(Block block, BlockResult result, CancellationToken cancel)
    {
        result.Clear();
        if (!quick.TryTake(out var scorer) && canBeQuick)
        {
            scorer = QuickScorer.Of(files, executor.Program, format);
            canBeQuick = scorer is not null;
        }

        if (scorer?.Score([.. files.Select((_, i) => block.Rows(i).Parts)]) is { } tally)
        {
            result.Tally.Add(tally);
            Merge(scorer, block, result, cancel);
        }
        else
        {
            Score(BlockEvidence.Of(block, files, ruleSet), block, result, null, cancel);
        }

        if (scorer is not null)
        {
            quick.Add(scorer);
        }

        result.Next = block.Next;
    }

    /// <summary>Scores what was left, and puts it where it belongs.</summary>
    private void Merge(QuickScorer scorer, Block block, BlockResult result, CancellationToken cancel)
    {
        var done = 0;
        if (scorer.Left.Count > 0 || block.Twins.Count > 0)
        {
            var before = scorer.Left.ToDictionary(l => l.Line, l => l.Before);
            Score(BlockEvidence.Of(file => [.. scorer.Left.SelectMany(l => l.Rows[file])], block.Twins, files, ruleSet), block, result, line => Copy(before[line]), cancel);
        }
        else
        {
            result.Tally.Read = block.Projects;
        }

        Copy(scorer.Written.Length);

        void Copy(int until)
        {
            result.Results.Write(scorer.Written[done..until]);
            done = until;
        }
    }

    /// <param name="evidence">What is scored.</param>
    /// <param name="block">Where it comes from.</param>
    /// <param name="result">Takes the results.</param>
    /// <param name="before">Is called before each project with its line, where other results stand between.</param>
    /// <param name="cancel">Stops the work.</param>
    private void Score(BlockEvidence evidence, Block block, BlockResult result, Action<long>? before, CancellationToken cancel)
    {
        var sheet = executor.Score(evidence.Sound, portfolio, threads: 1, cancel);
        var explained = format.Explains ? executor.Evaluate(evidence.Sound, portfolio, cancel).ToList() : null;
        using (var csv = BatchFormat.Writer(result.Results))
        {
            for (var row = 0; row < evidence.Sound.Count; row++)
            {
                if (sheet.Problem(row) is { } problem)
                {
                    evidence.Reject(evidence.Sound[row], problem);
                    continue;
                }

                if (before is not null)
                {
                    csv.Flush();
                    before(evidence.Lines[row]);
                }

                writer.Write(csv, sheet, row, explained?[row].Evaluation);
                Groups?.Write(result.Grouped, sheet.Projects[row], sheet.Published(ruleSet.Root, row));
                result.Tally.Add(ruleSet, sheet, row);
            }
        }

        Count(block, evidence, result.Tally);
        using var rejected = BatchFormat.Writer(result.Rejects);
        rejects.Write(rejected, evidence.Rejections);
    }

    private static void Count(Block block, BlockEvidence evidence, Tally tally)
    {
        tally.Rejected = evidence.Rejected;
        tally.Read = block.Projects + evidence.Nameless;
        tally.LostRows = evidence.LostRows;
        foreach (var problem in evidence.Rejections.Select(r => r.Problem).Concat(evidence.Warnings))
        {
            tally.Add(problem);
        }
    }
}
