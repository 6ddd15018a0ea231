using System.CommandLine;
using System.Globalization;
using Indicators.Archive;
using Indicators.Loading;

namespace Indicators.Cli;

/// <summary><c>indicators archive</c>: looks into an archive of evaluations, proves that it is whole, and scores what it holds again.</summary>
internal sealed class ArchiveCommand(Terminal terminal, ArchiveOptions options)
{
    public const string Name = "archive";

    private static readonly string[] Actions = ["head", "verify", "list", "show", "replay"];

    public static Command Create(Terminal terminal)
    {
        var action = terminal.Argument("ACTION", Texts.AboutArchiveAction, Texts.NoArchiveAction);
        var address = terminal.Argument("ARCHIVE", Texts.AboutArchiveAddress, Texts.NoArchiveAddress);
        var head = terminal.Option("--head", Texts.AboutKnownHead, "N:HASH");
        var entry = terminal.Count("--entry", Texts.AboutEntry, "N");
        var project = terminal.Option("--project", Texts.AboutArchiveProject, "ID");
        var ruleSet = terminal.Option("--rule-set", Texts.AboutArchiveRuleSet, "ID");
        var year = terminal.Year("--year", Texts.AboutArchiveYear);
        var after = terminal.Count("--after", Texts.AboutAfter, "N");
        var top = terminal.Count("--top", Texts.AboutArchiveTop, "N");
        var rules = terminal.Option("--rules", Texts.AboutReplayRules, "DIR");
        var command = new Verb(Name, terminal.Say(Texts.AboutArchive), "verify archive.db") { action, address, head, entry, project, ruleSet, year, after, top, rules };
        command.SetAction((parsed, cancel) => Task.Run(
            () => new ArchiveCommand(terminal, new ArchiveOptions(
                parsed.GetRequiredValue(action),
                parsed.GetRequiredValue(address),
                parsed.GetValue(head),
                parsed.GetValue(entry) is null ? null : parsed.ChosenCount(entry, 0),
                new ArchiveFilter(parsed.GetValue(project), parsed.GetValue(ruleSet), parsed.ChosenYear(year)),
                parsed.ChosenCount(after, 0),
                (int)Math.Min(parsed.ChosenCount(top, 100), int.MaxValue),
                parsed.GetValue(rules))).Run(cancel),
            CancellationToken.None));
        return command;
    }

    private int Run(CancellationToken cancel)
    {
        if (!Actions.Contains(options.Action))
        {
            throw new UsageException(terminal.Say(Texts.NotAmong, "ACTION", options.Action, terminal.List(Actions)));
        }

        var known = options.Head is null ? null : Head.Parse(options.Head) ?? throw new UsageException(terminal.Say(Texts.NotAHead, options.Head));
        if (!options.Address.StartsWith(EvaluationArchive.Postgres, StringComparison.Ordinal))
        {
            Paths.RequireAny(options.Address, terminal);
        }

        try
        {
            using var archive = EvaluationArchive.Open(options.Address, creates: false);
            return options.Action switch
            {
                "head" => Tell(archive.Head.ToString()),
                "verify" => Verify(archive.Verify(known, cancel)),
                "list" => List(archive),
                "show" => Show(archive),
                _ => Replay(archive, cancel),
            };
        }
        catch (ArchiveException e)
        {
            return ArchiveWords.Refuse(terminal, options.Address, e);
        }
    }

    private int Verify(Verification verification)
    {
        if (verification.Flaw is { } flaw)
        {
            terminal.Error.Text(terminal.Say(Texts.ArchiveFlaw, ArchiveWords.Flaws[flaw], verification.At, verification.Sound), ink: Ink.Red);
            return ExitCode.Problems;
        }

        return Tell(terminal.Say(Texts.ArchiveSound, verification.Sound.Sequence, verification.Sound));
    }

    private int List(EvaluationArchive archive)
    {
        var found = archive.List(options.Filter, options.After, options.Top);
        foreach (var entry in found)
        {
            var what = entry.What;
            terminal.Output.Text(terminal.Say(Texts.ArchiveLine, entry.Sequence, entry.KeptAt, what.KeptBy, what.ProjectId, what.RuleSetId, what.FiscalYear, what.Total.Length == 0 ? "—" : what.Total, what.Grade), hanging: 4);
        }

        return found.Count == options.Top ? Tell(terminal.Say(Texts.ArchiveMore, found[^1].Sequence)) : ExitCode.Fine;
    }

    private int Show(EvaluationArchive archive)
    {
        var entry = Chosen(archive);
        terminal.Json(new
        {
            sequence = entry.Sequence,
            keptAt = entry.KeptAt,
            keptBy = entry.What.KeptBy,
            engine = entry.What.Engine,
            ruleSet = entry.What.RuleSetId,
            fiscalYear = entry.What.FiscalYear,
            digest = entry.What.RuleSetDigest,
            project = entry.What.ProjectId,
            evidence = System.Text.Json.JsonDocument.Parse(entry.What.Evidence).RootElement,
            scores = System.Text.Json.JsonDocument.Parse(entry.What.Scores).RootElement,
            previous = entry.Previous,
            hash = entry.Hash,
        });
        return ExitCode.Fine;
    }

    /// <summary>One entry, or all that are asked for: those under other rules are counted, not scored.</summary>
    private int Replay(EvaluationArchive archive, CancellationToken cancel)
    {
        var rules = options.Rules ?? throw new UsageException(terminal.Say(Texts.NoReplayRules));
        Paths.RequireDirectory(rules, terminal);
        var loaded = RuleSetLoader.LoadEveryYear(rules);
        new DiagnosticPrinter(terminal).Print(loaded.Problems);
        var (same, other, differ) = (0, 0, 0);
        foreach (var entry in options.Entry is null ? All(archive, cancel) : [Chosen(archive)])
        {
            if (loaded.RuleSets.FirstOrDefault(r => r.Digest == entry.What.RuleSetDigest) is not { NeedsPortfolio: false } ruleSet)
            {
                other++;
                continue;
            }

            var differences = Indicators.Archive.Replay.Differences(entry, ruleSet);
            (same, differ) = differences.Count == 0 ? (same + 1, differ) : (same, differ + 1);
            if (differences.Count > 0)
            {
                terminal.Error.Text(terminal.Say(Texts.ReplayDiffers, entry.Sequence, entry.What.ProjectId, terminal.List(differences)), ink: Ink.Red);
            }
        }

        terminal.Output.Line(terminal.Say(Texts.ReplayCounts, same, differ, other));
        return differ == 0 && other == 0 ? ExitCode.Fine : ExitCode.Problems;
    }

    private IEnumerable<ArchiveEntry> All(EvaluationArchive archive, CancellationToken cancel)
    {
        const int page = 500;
        for (var after = options.After; archive.List(options.Filter, after, page) is { Count: > 0 } found; after = found[^1].Sequence)
        {
            foreach (var entry in found)
            {
                cancel.ThrowIfCancellationRequested();
                yield return entry;
            }
        }
    }

    private ArchiveEntry Chosen(EvaluationArchive archive)
    {
        var number = options.Entry ?? throw new UsageException(terminal.Say(Texts.NoEntryNumber));
        return archive.Find(number) ?? throw new UsageException(terminal.Say(Texts.NoSuchEntry, number, archive.Head.Sequence));
    }

    private int Tell(string text)
    {
        terminal.Output.Line(text);
        return ExitCode.Fine;
    }
}

/// <summary>What was asked of <c>indicators archive</c>.</summary>
internal sealed record ArchiveOptions(string Action, string Address, string? Head, long? Entry, ArchiveFilter Filter, long After, int Top, string? Rules);
