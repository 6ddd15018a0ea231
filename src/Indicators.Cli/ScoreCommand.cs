using System.CommandLine;
using Indicators.Csv;
using Indicators.Loading;
using Indicators.NRules;

namespace Indicators.Cli;

/// <summary><c>indicators score</c>: evidence in, explained evaluations out.</summary>
internal sealed class ScoreCommand(Terminal terminal, ScoreOptions options)
{
    public const string RulesOption = "--rules";

    private readonly DiagnosticPrinter printer = new(terminal);
    private readonly TracePrinter trace = new(terminal);

    public static Command Create(Terminal terminal)
    {
        var evidence = terminal.Argument("EVIDENCE", Texts.AboutEvidence, Texts.NoEvidence);
        var rules = terminal.Option(RulesOption, Texts.AboutRules, "DIR", Texts.NoRules);
        var format = terminal.Option("--format", Texts.AboutFormat, "table|json", null, "table", "json");
        var project = terminal.Option("--project", Texts.AboutProject, "ID");
        var executor = terminal.Option("--executor", Texts.AboutExecutor, string.Join('|', Executors.Names), null, [.. Executors.Names]);
        var year = terminal.Year();
        var traced = terminal.Switch("--trace", Texts.AboutTrace);
        var command = new Verb("score", terminal.Say(Texts.AboutScore), "samples/kunming-2017 --rules rules/kunming-2017") { evidence, rules, format, project, year, executor, traced };
        command.SetAction((parsed, cancel) => Task.FromResult(new ScoreCommand(terminal, new ScoreOptions(
            parsed.GetRequiredValue(evidence),
            parsed.GetRequiredValue(rules)!,
            parsed.GetValue(format) == "json",
            parsed.GetValue(project),
            parsed.ChosenYear(year),
            parsed.GetValue(executor) ?? Executors.Compiled,
            parsed.GetValue(traced))).Run(cancel)));
        return command;
    }

    private int Run(CancellationToken cancel)
    {
        CheckExecutor();
        Paths.RequireDirectory(options.Rules, terminal);
        Paths.RequireAny(options.Evidence, terminal);
        Paths.RequireRules(options.Rules, options.Evidence, terminal);
        var loaded = RuleSetLoader.LoadDirectory(options.Rules, options.Year);
        var (ruleSet, problems) = loaded;
        loaded.ReportOpen(options.Rules);
        printer.Print(problems);
        if (ruleSet is null)
        {
            return printer.Refuse(problems);
        }

        var evidence = EvidenceReader.Read(options.Evidence, ruleSet);
        printer.Print(evidence.Problems);
        problems.AddRange(evidence.Problems);
        var rejected = evidence.Rejected.ToList();
        var several = options.Project is null && evidence.Projects.Length + rejected.Count > 1;
        using (var report = options.AsJson ? (IReport)new JsonReport(terminal, several) : new TableReport(terminal))
        {
            // Peers are all projects of the evidence, whichever one is asked for.
            var portfolio = Portfolio.Of(ruleSet, evidence.Projects);
            foreach (var result in Executors.Create(options.Executor, ruleSet, options.Trace ? trace.Add : null).Evaluate(Chosen(evidence), portfolio, cancel))
            {
                if (result.Evaluation is { } evaluation)
                {
                    report.Add(evaluation);
                    continue;
                }

                problems.Add(result.Problem!);
                printer.Print([result.Problem!]);
                rejected.Add(result.Project.Id);
            }
        }

        trace.Print();
        if (evidence.Projects.IsEmpty)
        {
            terminal.Error.Line(terminal.Say(Texts.NothingToScore), Ink.Red);
        }

        printer.Summarize(problems, rejected);
        if (evidence.LostRows > 0)
        {
            terminal.Error.Text(terminal.Say(Texts.LostRows, evidence.LostRows), ink: Ink.Red);
        }

        return problems.HasErrors || rejected.Count > 0 || evidence.Projects.IsEmpty ? ExitCode.Problems : ExitCode.Fine;
    }

    private void CheckExecutor()
    {
        if (options.Trace && options.Executor != Executors.NRules)
        {
            throw new UsageException(terminal.Say(Texts.TraceNeedsNRules));
        }

        if (options.Executor == Executors.NRules && !NRulesExecutor.IsBuilt)
        {
            throw new UsageException($"{terminal.Say(Messages.NRulesAbsent.Text)}{terminal.Say(Texts.Then)}{terminal.Say(Messages.NRulesAbsent.Remedy)}");
        }
    }

    private IEnumerable<Project> Chosen(EvidenceSet evidence)
    {
        if (options.Project is not { } id)
        {
            return evidence.Projects;
        }

        Ids.Require(id, evidence, terminal);
        return evidence.Projects.Where(p => p.Id == id);
    }
}

/// <summary>What was asked of <c>indicators score</c>.</summary>
/// <param name="Project">The one project to score; null for all.</param>
/// <param name="Year">The fiscal year of the rules; null for the latest.</param>
/// <param name="Executor">Which of them scores; all give the same.</param>
internal sealed record ScoreOptions(string Evidence, string Rules, bool AsJson, string? Project, int? Year, string Executor, bool Trace);
