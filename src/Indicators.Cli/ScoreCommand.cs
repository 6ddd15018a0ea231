using System.CommandLine;
using Indicators.Csv;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Cli;

/// <summary><c>indicators score</c>: evidence in, explained evaluations out.</summary>
internal sealed class ScoreCommand(Terminal terminal, string evidencePath, string rulesPath, bool asJson, string? projectId)
{
    public const string RulesOption = "--rules";
    private const int IdsShown = 20;

    private readonly DiagnosticPrinter printer = new(terminal);

    public static Command Create(Terminal terminal)
    {
        var evidence = terminal.Argument("EVIDENCE", Texts.AboutEvidence, Texts.NoEvidence);
        var rules = terminal.Option(RulesOption, Texts.AboutRules, "DIR", Texts.NoRules);
        var format = terminal.Option("--format", Texts.AboutFormat, "table|json", null, "table", "json");
        var project = terminal.Option("--project", Texts.AboutProject, "ID");
        var command = new Command("score", terminal.Say(Texts.AboutScore)) { evidence, rules, format, project };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => new ScoreCommand(
            terminal,
            parsed.GetRequiredValue(evidence),
            parsed.GetRequiredValue(rules)!,
            parsed.GetValue(format) == "json",
            parsed.GetValue(project)).Run());
        return command;
    }

    private int Run()
    {
        Paths.RequireDirectory(rulesPath, terminal);
        Paths.RequireAny(evidencePath, terminal);
        var (ruleSet, problems) = RuleSetLoader.LoadDirectory(rulesPath);
        printer.Print(problems);
        if (ruleSet is null)
        {
            printer.Summarize(problems, []);
            terminal.Error.Line(terminal.Say(Texts.RulesUnusable), Ink.Red);
            return ExitCode.Problems;
        }

        var evidence = EvidenceReader.Read(evidencePath, ruleSet);
        printer.Print(evidence.Problems);
        problems.AddRange(evidence.Problems);
        var rejected = evidence.Rejected.ToList();
        var several = projectId is null && evidence.Projects.Length + rejected.Count > 1;
        using (var report = asJson ? (IReport)new JsonReport(terminal, several) : new TableReport(terminal))
        {
            foreach (var project in Chosen(evidence))
            {
                if (Evaluate(ruleSet, project, problems) is { } evaluation)
                {
                    report.Add(evaluation);
                }
                else
                {
                    rejected.Add(project.Id);
                }
            }
        }

        if (evidence.Projects.IsEmpty)
        {
            terminal.Error.Line(terminal.Say(Texts.NothingToScore), Ink.Red);
        }

        printer.Summarize(problems, rejected);
        return problems.HasErrors || rejected.Count > 0 || evidence.Projects.IsEmpty ? ExitCode.Problems : ExitCode.Fine;
    }

    private IEnumerable<Project> Chosen(EvidenceSet evidence)
    {
        if (projectId is null || evidence.Rejected.Contains(projectId))
        {
            return evidence.Projects.Where(p => projectId is null);
        }

        string[] ids = [.. evidence.Projects.Select(p => p.Id), .. evidence.Rejected];
        return ids.Contains(projectId)
            ? evidence.Projects.Where(p => p.Id == projectId)
            : throw new UsageException(terminal.Say(
                Texts.NoSuchProject,
                projectId,
                ids.Length == 0 ? terminal.Say(Texts.NoProjects) : terminal.ListShortly(ids, IdsShown)));
    }

    private Evaluation? Evaluate(RuleSet ruleSet, Project project, Diagnostics problems)
    {
        try
        {
            return ReferenceEvaluator.Evaluate(ruleSet, project);
        }
        catch (ExpressionLimitException)
        {
            var problem = new Diagnostic(Messages.ExpressionLimit, new Place(evidencePath), Limits.ListItems, project.Id);
            problems.Add(problem);
            printer.Print([problem]);
            return null;
        }
    }
}
