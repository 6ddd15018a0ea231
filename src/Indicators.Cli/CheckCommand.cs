using System.CommandLine;

namespace Indicators.Cli;

/// <summary><c>indicators check</c>: all problems of rule sets, and what is proved of those that have no errors.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    public static Command Create(Terminal terminal)
    {
        var directories = terminal.Directories();
        var year = terminal.Year();
        var proof = terminal.Switch("--proof", Texts.AboutProof);
        var plan = terminal.Switch("--plan", Texts.AboutPlan);
        var fix = terminal.Switch("--fix", Texts.AboutFix);
        var format = terminal.Option("--format", Texts.AboutCheckFormat, "text|json|sarif", null, "text", "json", "sarif");
        var command = new Verb(Name, terminal.Say(Texts.AboutCheck), "rules/kunming-2017") { directories, year, proof, plan, fix, format };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetRequiredValue(directories);
            foreach (var path in paths)
            {
                Paths.RequireDirectory(path, terminal);
            }

            if (parsed.GetValue(fix))
            {
                Mend(paths, parsed.ChosenYear(year), terminal);
            }

            return Run(paths, parsed.ChosenYear(year), parsed.GetValue(format) ?? "text", parsed.GetValue(proof), parsed.GetValue(plan), terminal);
        });
        return command;
    }

    /// <summary>Beside the problems, so that what is printed as JSON stays whole.</summary>
    private static void Mend(string[] directories, int? year, Terminal terminal)
    {
        foreach (var mended in directories.SelectMany(d => RuleFileFixes.Apply(d, year)))
        {
            terminal.Error.Line(terminal.Say(Texts.Mended, mended.Place, mended.Code, mended.Text(terminal.Language)));
        }
    }

    private static int Run(string[] directories, int? year, string format, bool everyLeaf, bool withPlan, Terminal terminal)
    {
        var found = directories.Select(d => CheckedRuleSet.Of(d, year)).ToList();
        switch (format)
        {
            case "json":
                CheckJson.Write(found, terminal);
                break;
            case "sarif":
                CheckSarif.Write(found, terminal);
                break;
            default:
                Print(found, everyLeaf, withPlan, terminal);
                break;
        }

        return found.All(f => f.IsFine) ? ExitCode.Fine : ExitCode.Problems;
    }

    private static void Print(List<CheckedRuleSet> found, bool everyLeaf, bool withPlan, Terminal terminal)
    {
        var printer = new DiagnosticPrinter(terminal);
        foreach (var (i, set) in found.Index())
        {
            if (i > 0)
            {
                terminal.Output.Line();
            }

            printer.Report(set.Problems);
            if (set.Problems.Count(p => RuleFileFixes.IsMendable(p, set.Directory)) is > 0 and var mendable)
            {
                terminal.Error.Text(terminal.Say(Texts.CanBeMended, mendable));
            }

            if (set.IsFine)
            {
                new CheckPage(terminal, everyLeaf, withPlan).Print(set);
            }
        }
    }
}
