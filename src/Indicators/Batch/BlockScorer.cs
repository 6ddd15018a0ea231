using System.Collections.Immutable;
using CsvHelper;
using Indicators.Compiled;

namespace Indicators.Batch;

/// <summary>What becomes of a block: the bytes of its results, who was rejected, and the numbers.</summary>
internal sealed class BlockResult
{
    public MemoryStream Results { get; } = new();

    public MemoryStream Rejects { get; } = new();

    public Tally Tally { get; set; } = new();

    public Position Next { get; set; } = Position.Start;

    public void Clear()
    {
        Results.SetLength(0);
        Rejects.SetLength(0);
        Tally = new Tally();
    }
}

/// <summary>Scores the projects of a block. Used by several threads at once.</summary>
internal sealed class BlockScorer(RuleSet ruleSet, ImmutableArray<BatchFile> files, BatchFormat format, Portfolio? portfolio)
{
    private readonly CompiledExecutor executor = new(ruleSet, standings: true);
    private readonly ResultWriter writer = new(ruleSet, format);
    private readonly RejectWriter rejects = new(format.Language);
    private readonly ImmutableArray<Node> indicators = [.. ruleSet.Root.All.Where(n => n.Level == Level.Indicator)];

    public void Score(Block block, BlockResult result, CancellationToken cancel)
    {
        result.Clear();
        var evidence = BlockEvidence.Of(block, files, ruleSet);
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

                writer.Write(csv, sheet, row, explained?[row].Evaluation);
                result.Tally.Add(ruleSet, indicators, sheet, row);
            }
        }

        Count(block, evidence, result.Tally);
        using var rejected = BatchFormat.Writer(result.Rejects);
        rejects.Write(rejected, evidence.Rejections);
        result.Next = block.Next;
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
