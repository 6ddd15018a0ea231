using System.CommandLine;
using Indicators.Archive;
using Indicators.Batch;
using Indicators.Contracts;
using Indicators.Loading;

namespace Indicators.Cli;

/// <summary><c>indicators batch</c>: all projects of a city from CSV into CSV.</summary>
internal sealed class BatchCommand(Terminal terminal, BatchOptions options)
{
    public const string Name = "batch";

    private readonly DiagnosticPrinter printer = new(terminal);

    public static Command Create(Terminal terminal)
    {
        var evidence = terminal.Several("EVIDENCE…", Texts.AboutBatchEvidence, Texts.NoEvidence);
        var rules = terminal.Option(ScoreCommand.RulesOption, Texts.AboutRules, "DIR", Texts.NoRules);
        var results = terminal.Option("--out", Texts.AboutBatchOut, "FILE", Texts.NoBatchOut);
        var rejects = terminal.Option("--rejects", Texts.AboutRejects, "FILE");
        var across = terminal.Option("--across", Texts.AboutAcross, "FILE");
        var @long = terminal.Switch("--long", Texts.AboutLong);
        var explain = terminal.Switch("--explain", Texts.AboutExplain);
        var marked = terminal.Switch("--bom", Texts.AboutBom);
        var threads = terminal.Count("--threads", Texts.AboutThreads, "N");
        var resume = terminal.Switch("--resume", Texts.AboutResume);
        var archive = terminal.Option("--archive", Texts.AboutBatchArchive, "ARCHIVE");
        var keptBy = terminal.Option("--kept-by", Texts.AboutKeptBy, "NAME");
        var year = terminal.Year();
        var command = new Verb(Name, terminal.Say(Texts.AboutBatch), "sample --rules rules/kunming-2017 --out results.csv") { evidence, rules, results, rejects, across, @long, explain, marked, threads, resume, archive, keptBy, year };
        command.SetAction((parsed, cancel) =>
        {
            var file = parsed.GetRequiredValue(results)!;
            var options = new BatchOptions(
                [.. parsed.GetRequiredValue(evidence)],
                file,
                parsed.GetValue(rejects) ?? Path.Combine(Path.GetDirectoryName(file) ?? "", "rejects.csv"),
                new BatchFormat(parsed.GetValue(@long) || parsed.GetValue(explain), parsed.GetValue(explain), parsed.GetValue(marked), terminal.Language),
                (int)Math.Min(parsed.ChosenCount(threads, Environment.ProcessorCount), 1024),
                parsed.GetValue(resume))
            { Across = parsed.GetValue(across) };
            return Task.Run(() => new BatchCommand(terminal, options).Run(
                parsed.GetRequiredValue(rules)!, parsed.ChosenYear(year), parsed.GetValue(archive), parsed.GetValue(keptBy) ?? Environment.UserName, cancel), CancellationToken.None);
        });
        return command;
    }

    private int Run(string rules, int? year, string? archive, string keptBy, CancellationToken cancel)
    {
        Paths.RequireDirectory(rules, terminal);
        foreach (var path in options.Evidence)
        {
            Paths.RequireAny(path, terminal);
            Paths.RequireRules(rules, path, terminal);
        }

        RequireOutputs();
        var loaded = RuleSetLoader.LoadDirectory(rules, year);
        loaded.ReportOpen(rules);
        printer.Print(loaded.Problems);
        if (loaded.RuleSet is not { } ruleSet)
        {
            return printer.Refuse(loaded.Problems);
        }

        if (options.Across is not null && ruleSet.Across.IsEmpty)
        {
            throw new UsageException(terminal.Say(Texts.NothingAcross, rules));
        }

        var progress = new ProgressBar(terminal, options.Resumes);
        var run = BatchRun.Run(ruleSet, options, progress.Show, cancel);
        progress.Clear();
        printer.Print(run.Problems);
        if (run.IsComplete)
        {
            new BatchPage(terminal, ruleSet, run, options).Print();
            if (archive is not null && !Keep(ruleSet, archive, keptBy, cancel))
            {
                return ExitCode.Problems;
            }
        }
        else if (run.WasStopped || (run.CanResume && run.Tally.Read > 0))
        {
            terminal.Error.Text(terminal.Say(Texts.BatchStopped, run.Tally.Read, options.Results), ink: Ink.Red);
        }

        return run is { IsComplete: true, Problems.HasErrors: false, Tally: { Rejected: 0, LostRows: 0 } } ? ExitCode.Fine : ExitCode.Problems;
    }

    /// <summary>Scores once more, for the archive takes what the results leave out: all evidence. All of it is kept, or nothing.</summary>
    private bool Keep(RuleSet ruleSet, string address, string keptBy, CancellationToken cancel)
    {
        try
        {
            using var archive = EvaluationArchive.Open(address, creates: true);
            var before = archive.Head.Sequence;
            var scored = ScoredEvidence.Of(ruleSet, options.Evidence, options.Threads, options.Results + ".index", [], cancel);
            var head = archive.Append(scored.Select(s => Replay.Kept(ruleSet, s.Project, s.Sheet.ToScores(ruleSet, s.Row), keptBy)), DateTimeOffset.UtcNow);
            terminal.Output.Line(terminal.Say(Texts.BatchKept, head.Sequence - before, head));
            return true;
        }
        catch (ArchiveException e)
        {
            ArchiveWords.Refuse(terminal, address, e);
        }
        catch (EvidenceException e)
        {
            printer.Print([e.Problem]);
        }
        catch (System.Data.Common.DbException e)
        {
            terminal.Error.Text(terminal.Say(Texts.ArchiveUnopened, address.StartsWith(EvaluationArchive.Postgres, StringComparison.Ordinal) ? "PostgreSQL" : address, e.Message), ink: Ink.Red);
        }

        return false;
    }

    /// <summary>Results among the evidence would be taken for evidence, or take its place.</summary>
    private void RequireOutputs()
    {
        string[] outputs = [options.Results, options.Rejects, .. options.Across is { } across ? [across] : Array.Empty<string>()];
        if (outputs.GroupBy(Path.GetFullPath).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new UsageException(terminal.Say(Texts.OutTwice, twice.First()));
        }

        foreach (var path in outputs)
        {
            Paths.RequireOrdinary(path, terminal);
            if (options.Evidence.Any(e => Path.GetFullPath(e).TrimEnd(Path.DirectorySeparatorChar) is var read && (read == Path.GetFullPath(path) || read == Path.GetDirectoryName(Path.GetFullPath(path)))))
            {
                throw new UsageException(terminal.Say(Texts.OutIsEvidence, path));
            }
        }
    }
}
