using System.Collections.Immutable;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>The results, what was rejected, and how far both have come.</summary>
internal sealed class BatchOutputs : IDisposable
{
    private readonly BatchOptions options;
    private readonly RuleSet ruleSet;
    private readonly BatchIdentity identity;
    private readonly OutputFile results;
    private readonly OutputFile rejects;

    private BatchOutputs(BatchOptions options, RuleSet ruleSet, BatchIdentity identity, OutputFile results, OutputFile rejects) =>
        (this.options, this.ruleSet, this.identity, this.results, this.rejects) = (options, ruleSet, identity, results, rejects);

    /// <summary>Opens both files, to go on or from the start.</summary>
    /// <param name="options">Where they are.</param>
    /// <param name="ruleSet">Says what columns there are.</param>
    /// <param name="identity">Of this run.</param>
    /// <param name="found">A checkpoint of the same run; becomes null where the files that it speaks of are gone.</param>
    public static BatchOutputs Open(BatchOptions options, RuleSet ruleSet, BatchIdentity identity, ref Checkpoint? found)
    {
        if (found is not null)
        {
            var results = OutputFile.Continue(options.Results, found.Results, found.IsDone);
            var rejects = OutputFile.Continue(options.Rejects, found.Rejects, found.IsDone);
            if (results is not null && rejects is not null)
            {
                return new BatchOutputs(options, ruleSet, identity, results, rejects);
            }

            results?.Dispose();
            rejects?.Dispose();
            found = null;
        }

        File.Delete(Checkpoint.PathOf(options.Results));
        var outputs = new BatchOutputs(options, ruleSet, identity, OutputFile.Create(options.Results), OutputFile.Create(options.Rejects));
        outputs.WriteHeaders();
        return outputs;
    }

    /// <summary>Starts again from nothing.</summary>
    public void Clear()
    {
        File.Delete(Checkpoint.PathOf(options.Results));
        results.Clear();
        rejects.Clear();
        WriteHeaders();
    }

    public void Write(BlockResult block)
    {
        results.Write(block.Results);
        rejects.Write(block.Rejects);
    }

    public void Save(Position next, bool isDone, bool isIndexed, ImmutableArray<FileEncoding> encodings, Tally tally)
    {
        results.Flush();
        rejects.Flush();
        new Checkpoint(identity, next, isDone, isIndexed, encodings, results.Length, rejects.Length, tally).Save(options.Results);
    }

    /// <summary>Gives the files their names. Killed in between, the rest is done when it is resumed.</summary>
    public void Publish()
    {
        rejects.Publish();
        results.Publish();
        File.Delete(Checkpoint.PathOf(options.Results));
    }

    public void Dispose()
    {
        results.Dispose();
        rejects.Dispose();
    }

    private void WriteHeaders()
    {
        var (first, second) = (new MemoryStream(), new MemoryStream());
        if (options.Format.Marked)
        {
            first.Write("\uFEFF"u8);
            second.Write("\uFEFF"u8);
        }

        using (var csv = BatchFormat.Writer(first))
        {
            new ResultWriter(ruleSet, options.Format).WriteHeader(csv);
        }

        using (var csv = BatchFormat.Writer(second))
        {
            new RejectWriter(options.Format.Language).WriteHeader(csv);
        }

        results.Write(first);
        rejects.Write(second);
    }
}
