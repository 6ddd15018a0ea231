using System.Collections.Immutable;
using System.CommandLine;
using Indicators.Batch;
using Indicators.Loading;
using Indicators.Sampling;

namespace Indicators.Cli;

/// <summary><c>indicators sample</c>: made-up evidence for a rule set, to try it out with many projects.</summary>
internal static class SampleCommand
{
    public const string Name = "sample";

    public static Command Create(Terminal terminal)
    {
        var rules = terminal.Option(ScoreCommand.RulesOption, Texts.AboutRules, "DIR", Texts.NoRules);
        var projects = terminal.Count("--projects", Texts.AboutSampleProjects, "N");
        var seed = terminal.Count("--seed", Texts.AboutSeed, "S");
        var folder = terminal.Option("--out", Texts.AboutSampleOut, "DIR", Texts.NoSampleOut);
        var year = terminal.Year();
        var command = new Verb(Name, terminal.Say(Texts.AboutSample), "--rules rules/kunming-2017 --projects 1000 --out sample") { rules, projects, seed, folder, year };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetRequiredValue(rules)!,
            parsed.ChosenCount(projects, 100),
            parsed.ChosenCount(seed, 1),
            parsed.GetRequiredValue(folder)!,
            parsed.ChosenYear(year),
            terminal,
            cancel)));
        return command;
    }

    private static int Run(string rules, long projects, long seed, string folder, int? year, Terminal terminal, CancellationToken cancel)
    {
        Paths.RequireDirectory(rules, terminal);
        Paths.RequireEmpty(folder, terminal);

        var loaded = RuleSetLoader.LoadDirectory(rules, year);
        loaded.ReportOpen(rules);
        if (loaded.RuleSet is not { } ruleSet)
        {
            new DiagnosticPrinter(terminal).Report(loaded.Problems);
            return ExitCode.Problems;
        }

        var progress = new ProgressBar(terminal, resumes: false);
        ImmutableArray<string> files;
        try
        {
            files = new SamplePortfolio(ruleSet, (ulong)seed).Write(folder, projects, cancel, made => progress.Show(new BatchProgress(made, made, projects, BatchStage.Scoring, Resumed: 0)));
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            terminal.Error.Text(terminal.Say(Texts.SampleStopped, folder), ink: Ink.Red);
            return ExitCode.Problems;
        }

        progress.Clear();
        terminal.Output.Text(terminal.Say(Texts.SampleMade, folder, projects, seed, ruleSet.Id), ink: Ink.Bold);
        foreach (var file in files)
        {
            terminal.Output.Line($"  {file}");
        }

        return ExitCode.Fine;
    }
}
