using System.Collections.Immutable;
using System.CommandLine;
using Indicators.Cases;
using Indicators.Loading;

namespace Indicators.Cli;

/// <summary><c>indicators test</c>: runs the cases of rule sets and says what differs, and what no case reaches.</summary>
internal sealed class TestCommand(Terminal terminal, bool withCoverage, bool asJson)
{
    public const string Name = "test";

    private readonly DiagnosticPrinter printer = new(terminal);
    private readonly List<TestedRuleSet> tested = [];

    public static Command Create(Terminal terminal)
    {
        var directories = terminal.Directories();
        var coverage = terminal.Switch("--coverage", Texts.AboutCoverage);
        var format = terminal.Option("--format", Texts.AboutFormat, "table|json", null, "table", "json");
        var command = new Verb(Name, terminal.Say(Texts.AboutTest), "rules/kunming-2017 --coverage") { directories, coverage, format };
        command.SetAction(parsed => new TestCommand(terminal, parsed.GetValue(coverage), parsed.GetValue(format) == "json").Run(parsed.GetRequiredValue(directories)));
        return command;
    }

    private int Run(string[] directories)
    {
        foreach (var directory in directories)
        {
            Paths.RequireDirectory(directory, terminal);
        }

        var fine = true;
        foreach (var directory in directories)
        {
            fine &= Run(directory);
        }

        if (asJson)
        {
            TestJson.Write(tested, withCoverage, terminal);
        }

        return fine ? ExitCode.Fine : ExitCode.Problems;
    }

    private bool Run(string directory)
    {
        var loaded = RuleSetLoader.LoadDirectory(directory);
        var problems = loaded.Problems;
        var cases = CaseReader.Read(directory, problems);
        if (!loaded.Open.IsEmpty && !problems.HasErrors)
        {
            Say(terminal.Say(Texts.TestFramework, directory, loaded.Open.Length), Ink.Plain);
            return true;
        }

        if (loaded.RuleSet is not { } ruleSet)
        {
            printer.Report(problems);
            return false;
        }

        // A case of another year runs under the rules of that year; coverage is that of the latest.
        var latest = new CaseRun(ruleSet, terminal.Language);
        var runs = cases.Select(c => c.Year ?? ruleSet.Year).Distinct()
            .ToDictionary(year => year ?? 0, year => year == ruleSet.Year ? latest : OfYear(directory, year!.Value, problems));
        ImmutableArray<CaseResult> results = [.. cases.Select(c => runs[c.Year ?? ruleSet.Year ?? 0]?.Run(c)).OfType<CaseResult>()];
        var unreached = withCoverage ? latest.Coverage.Unreached.ToImmutableArray() : [];
        var test = new TestedRuleSet(ruleSet, results, unreached, latest.Coverage);
        tested.Add(test);
        Print(test, directory);
        printer.Print(problems);
        return test.Passed == results.Length && !results.IsEmpty && unreached.IsEmpty && !problems.HasErrors;
    }

    /// <summary>Null after reporting that there are no such rules.</summary>
    private CaseRun? OfYear(string directory, int year, Diagnostics problems)
    {
        var loaded = RuleSetLoader.LoadDirectory(directory, year);
        problems.AddRange(loaded.RuleSet is null ? loaded.Problems : []);
        return loaded.RuleSet is { } ruleSet ? new CaseRun(ruleSet, terminal.Language) : null;
    }

    private void Print(TestedRuleSet test, string directory)
    {
        Say(
            terminal.Say(Texts.TestSummary, test.RuleSet.Id, test.Results.Length, test.Passed, test.Coverage.Reached, test.Coverage.Parts.Length),
            test.Passed == test.Results.Length ? Ink.Bold : Ink.Red);
        if (test.Results.IsEmpty)
        {
            Say(terminal.Say(Texts.TestNoCases, directory), Ink.Red, indent: 2);
        }

        foreach (var result in test.Results.Where(r => !r.Passed))
        {
            Print(result);
        }

        foreach (var (name, place, why) in test.Unreached)
        {
            Say(terminal.Say(Texts.TestUnreached, terminal.Say(name), place, why.In(terminal.Language)), Ink.Yellow, indent: 2);
        }
    }

    private void Print(CaseResult result)
    {
        Say(terminal.Say(Texts.TestFailed, result.Case.Name, result.Case.Place), Ink.Red, indent: 2);
        foreach (var mismatch in result.Mismatches)
        {
            Say(terminal.Say(Texts.TestMismatch, terminal.Say(mismatch.Code), terminal.Say(mismatch.Expected), terminal.Say(mismatch.Got), mismatch.Place.Line), Ink.Plain, indent: 4);
            if (mismatch.Arithmetic is { } arithmetic)
            {
                Say(arithmetic, Ink.Dim, indent: 6);
            }
        }

        printer.Print(result.Problems);
    }

    private void Say(string text, Ink ink, int indent = 0)
    {
        if (!asJson)
        {
            terminal.Output.Text(text, indent, 2, ink);
        }
    }
}

/// <summary>A rule set whose cases were run.</summary>
internal sealed record TestedRuleSet(RuleSet RuleSet, ImmutableArray<CaseResult> Results, ImmutableArray<(Bilingual Name, Place Place, Phrase Why)> Unreached, Coverage Coverage)
{
    public int Passed => Results.Count(r => r.Passed);
}
