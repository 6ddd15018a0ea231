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
        var directories = new Argument<string[]>("DIR…") { Description = terminal.Say(Texts.AboutTestDirectories), Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
        directories.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0)
            {
                result.AddError(terminal.Say(Texts.NoDirectory));
            }
            else if (result.Tokens.FirstOrDefault(t => t.Value.StartsWith('-') && !Path.Exists(t.Value)) is { } option)
            {
                result.AddError(terminal.Say(Texts.UnknownOption, option.Value));
            }
        });
        var coverage = terminal.Switch("--coverage", Texts.AboutCoverage);
        var format = terminal.Option("--format", Texts.AboutFormat, "table|json", null, "table", "json");
        var command = new Command(Name, terminal.Say(Texts.AboutTest)) { directories, coverage, format };
        command.TreatUnmatchedTokensAsErrors = false;
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
        var problems = new Diagnostics();
        var cases = CaseReader.Read(directory, problems);
        var sets = new Dictionary<int, CaseRun>();
        var loads = new Dictionary<int, LoadResult>();
        var latest = RuleSetLoader.LoadDirectory(directory);
        problems.AddRange(latest.Problems);
        if (latest is { Open.IsEmpty: false, Problems.HasErrors: false })
        {
            Say(terminal.Say(Texts.TestFramework, directory, latest.Open.Length), Ink.Plain);
            return true;
        }

        var results = new List<CaseResult>();
        if (latest.RuleSet is { } latestSet)
        {
            var run = new CaseRun(latestSet, terminal.Language);
            foreach (var test in cases)
            {
                results.Add(RunOf(test, run).Run(test));
            }

            var passed = results.Count(r => r.Passed);
            Say(terminal.Say(Texts.TestSummary, latestSet.Id, results.Count, passed, run.Coverage.Reached, run.Coverage.Parts.Length), passed == results.Count ? Ink.Bold : Ink.Red);
            results.Where(r => !r.Passed).ToList().ForEach(Print);
            var unreached = withCoverage ? run.Coverage.Unreached.ToImmutableArray() : [];
            foreach (var (name, place, why) in unreached)
            {
                Say(terminal.Say(Texts.TestUnreached, terminal.Say(name), place, why.In(terminal.Language)), Ink.Yellow, indent: 2);
            }

            tested.Add(new TestedRuleSet(latestSet, [.. results], unreached, run.Coverage));
            if (results.Count == 0)
            {
                Say(terminal.Say(Texts.TestNoCases, directory), Ink.Red, indent: 2);
            }

            printer.Print(problems);
            return passed == results.Count && results.Count > 0 && unreached.IsEmpty && !problems.HasErrors;
        }

        printer.Print(problems);
        printer.Summarize(problems, []);
        return false;

        // A case of another year runs under the rules of that year; coverage is that of the latest.
        CaseRun RunOf(Case test, CaseRun run)
        {
            if (test.Year is not { } year || year == latestSet.Year)
            {
                return run;
            }

            if (!sets.TryGetValue(year, out var other))
            {
                loads[year] = RuleSetLoader.LoadDirectory(directory, year);
                problems.AddRange(loads[year].RuleSet is null ? loads[year].Problems : []);
                sets[year] = other = loads[year].RuleSet is { } set ? new CaseRun(set, terminal.Language) : run;
            }

            return other;
        }
    }

    private void Print(CaseResult result)
    {
        Say(terminal.Say(Texts.TestFailed, result.Case.Name, result.Case.Place), Ink.Red, indent: 2);
        foreach (var mismatch in result.Mismatches)
        {
            Say(terminal.Say(Texts.TestMismatch, terminal.Say(mismatch.Code), terminal.Say(mismatch.Expected), terminal.Say(mismatch.Got)), Ink.Plain, indent: 4);
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
internal sealed record TestedRuleSet(RuleSet RuleSet, ImmutableArray<CaseResult> Results, ImmutableArray<(Bilingual Name, Place Place, Phrase Why)> Unreached, Coverage Coverage);
