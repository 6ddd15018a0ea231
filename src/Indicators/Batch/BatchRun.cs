using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Indicators.Batch;

/// <summary>What is to be scored, and where the results go.</summary>
/// <param name="Evidence">Folders and files.</param>
/// <param name="Results">The file of results.</param>
/// <param name="Rejects">The file of what was rejected.</param>
/// <param name="Format">Of the results.</param>
/// <param name="Threads">How many blocks are scored at a time.</param>
/// <param name="Resumes">Whether to go on where an earlier run of the same stopped.</param>
public sealed record BatchOptions(ImmutableArray<string> Evidence, string Results, string Rejects, BatchFormat Format, int Threads, bool Resumes)
{
    /// <summary>The file of flags that several projects raise together (跨项目); null where they are not looked for.</summary>
    public string? Across { get; init; }

    /// <summary>About how much evidence is scored at a time; the results do not depend on it.</summary>
    internal int BlockBytes { get; init; } = 1 << 20;

    /// <summary>Whether rows go from bytes to bytes where they can; the results do not depend on it.</summary>
    internal bool IsQuick { get; init; } = true;
}

/// <summary>How far a batch has come.</summary>
/// <param name="Projects">Projects scored or rejected, those before the run was resumed included.</param>
/// <param name="BytesRead">Of the files as they stand on disk.</param>
/// <param name="Bytes">All of them.</param>
/// <param name="Stage">What is being done.</param>
/// <param name="Resumed">Projects that an earlier run had done.</param>
public sealed record BatchProgress(long Projects, long BytesRead, long Bytes, BatchStage Stage, long Resumed);

public enum BatchStage
{
    /// <summary>Rows that are not in the order of the projects are put in order.</summary>
    Ordering,

    /// <summary>What the projects are compared with is measured.</summary>
    Measuring,

    Scoring,

    /// <summary>Projects are put in groups for the flags that several raise together.</summary>
    Grouping,
}

/// <summary>
/// 批量: scores all projects of a city from CSV into CSV, in memory that does not grow with their number. The results are the
/// same bytes for any number of threads, and whether or not the run was stopped and resumed.
/// </summary>
public sealed class BatchRun
{
    /// <summary>Blocks from one checkpoint to the next.</summary>
    private const int BlocksBetween = 8;

    private readonly RuleSet ruleSet;
    private readonly BatchOptions options;
    private readonly Action<BatchProgress> progress;
    private readonly CancellationToken cancel;
    private EvidenceIndex? index;
    private Portfolio? portfolio;
    private Position next = Position.Start;
    private long resumed;

    private BatchRun(RuleSet ruleSet, BatchOptions options, Action<BatchProgress> progress, CancellationToken cancel) =>
        (this.ruleSet, this.options, this.progress, this.cancel) = (ruleSet, options, progress, cancel);

    /// <summary>The numbers so far.</summary>
    public Tally Tally { get; private set; } = new();

    /// <summary>What several projects raise together, where that was asked for; in the order of the rule set.</summary>
    public ImmutableArray<RaisedGroups> Across { get; private set; } = [];

    /// <summary>Problems of the files as a whole; those of projects stand in the file of rejects.</summary>
    public Diagnostics Problems { get; } = [];

    /// <summary>Whether all was read and the results stand under their name.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether it was cancelled.</summary>
    public bool WasStopped { get; private set; }

    /// <summary>Whether a run that is not complete can be gone on with: once a file has to be mended it is another, and so are its results.</summary>
    public bool CanResume => WasStopped || Problems.Any(p => p.Message == Messages.WriteFailed || p.Message == Messages.ReadFailed);

    /// <summary>Runs to the end, or until something makes it impossible: see <see cref="Problems"/>.</summary>
    /// <param name="ruleSet">The rules.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="progress">Is told after each block.</param>
    /// <param name="cancel">Stops after the blocks that are being scored.</param>
    public static BatchRun Run(RuleSet ruleSet, BatchOptions options, Action<BatchProgress> progress, CancellationToken cancel = default)
    {
        var run = new BatchRun(ruleSet, options, progress, cancel);
        try
        {
            if (BatchInput.Open(options.Evidence, ruleSet, run.Problems) is { } input)
            {
                run.ScoreAll(input);
            }
        }
        catch (OperationCanceledException)
        {
            run.WasStopped = true;
        }
        catch (EvidenceException e)
        {
            run.Problems.Add(e.Problem);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            run.Problems.Report(Messages.WriteFailed, new Place(options.Results), e.Message);
        }
        finally
        {
            run.index?.Dispose();
        }

        return run;
    }

    private void ScoreAll(BatchInput input)
    {
        var identity = BatchIdentity.Of(ruleSet, options, input.Files);
        var found = options.Resumes ? Checkpoint.Load(options.Results) : null;
        if (found?.Of.Difference(identity) is { } difference)
        {
            Problems.Report(Messages.CheckpointStale, new Place(Checkpoint.PathOf(options.Results)), difference);
            return;
        }

        using var outputs = BatchOutputs.Open(options, ruleSet, identity, ref found);
        if (found is not null)
        {
            (next, Tally, resumed) = (found.Next, found.Tally, found.Tally.Read);
            input.TakeEncodings(found.Encodings);
        }

        var isIndexed = found?.Indexed ?? false;
        while (true)
        {
            try
            {
                Prepare(input, isIndexed);
                Score(input, outputs);
                break;
            }
            catch (AssumptionException e)
            {
                // What was scored rests on a wrong reading of the files.
                isIndexed |= e.Assumption == Assumption.Order;
                (next, Tally, portfolio) = (Position.Start, new Tally(), null);
                index?.Dispose();
                index = null;
                outputs.Clear();
            }
        }

        if (Tally.Read == 0)
        {
            Problems.Report(Messages.NoProject, new Place(options.Evidence[0]));
            return;
        }

        if (Tally.Read != Tally.Scored + Tally.Rejected)
        {
            throw new InvalidOperationException($"{Tally.Read} projects were read, {Tally.Scored} scored and {Tally.Rejected} rejected.");
        }

        if (options.Across is not null)
        {
            progress(new BatchProgress(Tally.Read, input.Bytes, input.Bytes, BatchStage.Grouping, resumed));
            Across = outputs.Group(cancel);
        }

        outputs.Publish();
        IsComplete = true;
    }

    private void Prepare(BatchInput input, bool isIndexed)
    {
        if (isIndexed)
        {
            progress(new BatchProgress(0, 0, input.Bytes, BatchStage.Ordering, resumed));
            index = input.Index(options.Results + ".index", cancel);
        }

        portfolio = ruleSet.NeedsPortfolio ? Measure(input) : null;
    }

    /// <summary>What the projects are compared with: all are read once before any is scored.</summary>
    private Portfolio Measure(BatchInput input)
    {
        return Portfolio.Of(ruleSet, Measured());

        IEnumerable<Fraction?[]> Measured()
        {
            using var reader = input.Read(Position.Start, index, options.BlockBytes);
            var methods = Portfolio.Methods(ruleSet).ToList();
            var blocks = Pipeline.Run(
                options.Threads, reader, input.Files, cancel,
                block => BlockEvidence.Of(block, input.Files, ruleSet).Sound.ConvertAll(p => Portfolio.Measure(ruleSet, methods, p)));
            foreach (var projects in blocks)
            {
                foreach (var project in projects)
                {
                    yield return project;
                }

                progress(new BatchProgress(0, reader.BytesRead, input.Bytes, BatchStage.Measuring, resumed));
            }
        }
    }

    /// <summary>Reads, scores and writes block after block; several are scored at a time, and written in their order.</summary>
    private void Score(BatchInput input, BatchOutputs outputs)
    {
        var scorer = new BlockScorer(ruleSet, input.Files, options.Format, portfolio)
        {
            IsQuick = options.IsQuick && options.Across is null,
            Groups = options.Across is null ? null : new GroupedRows(ruleSet),
        };
        using var reader = input.Read(next, index, options.BlockBytes);
        foreach (var lost in index is not null && next.Projects == 0 ? LostRows.Of(index, input.Files, options.Format.Language) : [])
        {
            outputs.Write(lost);
            Tally.Add(lost.Tally);
        }

        var done = 0;
        var results = new ConcurrentBag<BlockResult>();
        try
        {
            foreach (var result in Pipeline.Run(options.Threads, reader, input.Files, cancel, Scored))
            {
                outputs.Write(result);
                Tally.Add(result.Tally);
                next = result.Next;
                results.Add(result);
                if (++done % BlocksBetween == 0)
                {
                    input.RequireUnchanged();
                    Save(input, outputs, isDone: false);
                }

                progress(new BatchProgress(Tally.Read, reader.BytesRead, input.Bytes, BatchStage.Scoring, resumed));
            }
        }
        catch (OperationCanceledException)
        {
            Save(input, outputs, isDone: false);
            throw;
        }

        input.RequireUnchanged();
        Save(input, outputs, isDone: true);

        BlockResult Scored(Block block)
        {
            var result = results.TryTake(out var used) ? used : new BlockResult();
            scorer.Score(block, result, cancel);
            return result;
        }
    }

    private void Save(BatchInput input, BatchOutputs outputs, bool isDone) => outputs.Save(next, isDone, index is not null, input.Encodings, Tally);
}
