using Indicators.Years;

namespace Indicators.Batch;

/// <summary>All projects of evidence files for other work than a batch: block by block, in bounded memory, as often as asked and always in the same order.</summary>
internal sealed class EvidenceBlocks : IProjectSource
{
    private const int BlockBytes = 1 << 20;

    private readonly BatchInput input;
    private readonly EvidenceIndex? index;

    private EvidenceBlocks(BatchInput input, EvidenceIndex? index, RuleSet ruleSet) => (this.input, this.index, RuleSet) = (input, index, ruleSet);

    /// <summary>What the evidence is for.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>Opens the files and finds out how they must be read; null after reporting why they cannot be.</summary>
    /// <param name="paths">Folders and files.</param>
    /// <param name="ruleSet">What the evidence is for.</param>
    /// <param name="temporary">A file for rows that are not in the order of the projects.</param>
    /// <param name="problems">Takes errors and warnings of files as a whole.</param>
    /// <param name="cancel">Stops the work.</param>
    public static EvidenceBlocks? Open(IReadOnlyList<string> paths, RuleSet ruleSet, string temporary, Diagnostics problems, CancellationToken cancel)
    {
        EvidenceIndex? index = null;
        try
        {
            if (BatchInput.Open(paths, ruleSet, problems) is not { } input)
            {
                return null;
            }

            while (!HoldsWhatIsAssumed(input, index, cancel, out var isOrdered))
            {
                index?.Dispose();
                index = isOrdered && index is null ? null : input.Index(temporary, cancel);
            }

            return new EvidenceBlocks(input, index, ruleSet);
        }
        catch (EvidenceException e)
        {
            index?.Dispose();
            problems.Add(e.Problem);
            return null;
        }
    }

    /// <summary>Works on each block and hands out what became of it, in the order of the projects.</summary>
    /// <exception cref="EvidenceException">A file changed, or cannot be read any further.</exception>
    public IEnumerable<T> Run<T>(int threads, Func<ProjectBlock, T> work, CancellationToken cancel)
    {
        using var reader = input.Read(Position.Start, index, BlockBytes);
        foreach (var result in Pipeline.Run(threads, reader, input.Files, cancel, block => work(Checked(block))))
        {
            yield return result;
        }

        input.RequireUnchanged();
    }

    public void Dispose() => index?.Dispose();

    private ProjectBlock Checked(Block block)
    {
        var evidence = BlockEvidence.Of(block, input.Files, RuleSet);
        return new ProjectBlock(evidence.Sound, [.. evidence.Rejections.Select(r => r.Problem)], evidence.Rejected);
    }

    /// <summary>Reads everything once without looking into it.</summary>
    private static bool HoldsWhatIsAssumed(BatchInput input, EvidenceIndex? index, CancellationToken cancel, out bool isOrdered)
    {
        isOrdered = true;
        try
        {
            using var reader = input.Read(Position.Start, index, BlockBytes);
            var block = new Block(input.Files);
            while (reader.Read(block))
            {
                cancel.ThrowIfCancellationRequested();
            }

            return true;
        }
        catch (AssumptionException e)
        {
            isOrdered = e.Assumption != Assumption.Order;
            return false;
        }
    }
}
