using System.Collections.Immutable;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>The results, what was rejected, what is kept to put projects in groups, and how far all have come.</summary>
internal sealed class BatchOutputs : IDisposable
{
    private readonly BatchOptions options;
    private readonly RuleSet ruleSet;
    private readonly BatchIdentity identity;
    private readonly OutputFile results;
    private readonly OutputFile rejects;
    private readonly OutputFile? grouped;

    private BatchOutputs(BatchOptions options, RuleSet ruleSet, BatchIdentity identity, OutputFile results, OutputFile rejects, OutputFile? grouped) =>
        (this.options, this.ruleSet, this.identity, this.results, this.rejects, this.grouped) = (options, ruleSet, identity, results, rejects, grouped);

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
            var grouped = options.Across is null ? null : OutputFile.Continue(GroupedPath(options), found.Grouped, isDone: false);
            if (results is not null && rejects is not null && options.Across is null == grouped is null)
            {
                return new BatchOutputs(options, ruleSet, identity, results, rejects, grouped);
            }

            results?.Dispose();
            rejects?.Dispose();
            grouped?.Dispose();
            found = null;
        }

        File.Delete(Checkpoint.PathOf(options.Results));
        var outputs = new BatchOutputs(options, ruleSet, identity, OutputFile.Create(options.Results), OutputFile.Create(options.Rejects), options.Across is null ? null : OutputFile.Create(GroupedPath(options)));
        outputs.WriteHeaders();
        return outputs;
    }

    /// <summary>Starts again from nothing.</summary>
    public void Clear()
    {
        File.Delete(Checkpoint.PathOf(options.Results));
        results.Clear();
        rejects.Clear();
        grouped?.Clear();
        WriteHeaders();
    }

    public void Write(BlockResult block)
    {
        results.Write(block.Results);
        rejects.Write(block.Rejects);
        grouped?.Write(block.Grouped);
    }

    public void Save(Position next, bool isDone, bool isIndexed, ImmutableArray<FileEncoding> encodings, Tally tally)
    {
        results.Flush();
        rejects.Flush();
        grouped?.Flush();
        new Checkpoint(identity, next, isDone, isIndexed, encodings, results.Length, rejects.Length, grouped?.Length ?? 0, tally).Save(options.Results);
    }

    /// <summary>Looks through the projects that were scored for those of which several together raise a flag.</summary>
    public ImmutableArray<RaisedGroups> Group(CancellationToken cancel)
    {
        if (options.Across is null)
        {
            return [];
        }

        using var across = OutputFile.Create(options.Across);
        using var index = new GroupIndex(ruleSet, options.Results + ".groups");
        using (var rows = File.OpenRead(OutputFile.PartOf(GroupedPath(options))))
        {
            index.Take(rows, cancel);
        }

        var raised = new GroupWriter(across, options.Format).Write(index, ruleSet, cancel);
        across.Publish();
        return raised;
    }

    /// <summary>Gives the files their names. Killed in between, the rest is done when it is resumed.</summary>
    public void Publish()
    {
        rejects.Publish();
        results.Publish();
        File.Delete(Checkpoint.PathOf(options.Results));
        grouped?.Dispose();
        File.Delete(OutputFile.PartOf(GroupedPath(options)));
    }

    public void Dispose()
    {
        results.Dispose();
        rejects.Dispose();
        grouped?.Dispose();
    }

    private static string GroupedPath(BatchOptions options) => options.Results + ".grouped";

    private void WriteHeaders()
    {
        var (first, second) = (new MemoryStream(), new MemoryStream());
        options.Format.Mark(first);
        options.Format.Mark(second);

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
