using System.Collections.Immutable;
using System.CommandLine;
using Indicators.Differences;
using Indicators.Loading;

namespace Indicators.Cli;

/// <summary><c>indicators diff</c>: what changed from one rule set to another, by dimension and indicator.</summary>
internal sealed class DiffCommand(Terminal terminal)
{
    public const string Name = "diff";

    public static Command Create(Terminal terminal)
    {
        var before = terminal.Argument("A", Texts.AboutDiffBefore, Texts.NoBefore);
        var after = terminal.Argument("B", Texts.AboutDiffAfter, Texts.NoAfter);
        var fromYear = terminal.Year("--from-year", Texts.AboutFromYear);
        var toYear = terminal.Year("--to-year", Texts.AboutToYear);
        var format = terminal.Option("--format", Texts.AboutFormat, "table|json", null, "table", "json");
        var command = new Verb(Name, terminal.Say(Texts.AboutDiff), "rules/mof-2020-henan rules/mof-2020-xiuyu") { before, after, fromYear, toYear, format };
        command.SetAction(parsed => new DiffCommand(terminal).Run(
            parsed.GetRequiredValue(before), parsed.ChosenYear(fromYear), parsed.GetRequiredValue(after), parsed.ChosenYear(toYear), parsed.GetValue(format) == "json"));
        return command;
    }

    private int Run(string before, int? fromYear, string after, int? toYear, bool asJson)
    {
        Paths.RequireDirectory(before, terminal);
        Paths.RequireDirectory(after, terminal);
        var (one, other) = LoadedSides.Of(before, fromYear, after, toYear);
        var problems = new Diagnostics();
        problems.AddRange(one.Problems.Concat(other.Problems).Where(p => p.Severity == Severity.Error));
        if (problems.HasErrors)
        {
            new DiagnosticPrinter(terminal).Report(problems);
            return ExitCode.Problems;
        }

        var differences = Comparison.Between(one, other);
        if (asJson)
        {
            DiffJson.Write(before, LoadedSides.Year(one), after, LoadedSides.Year(other), differences, terminal);
        }
        else
        {
            terminal.Output.Text(terminal.Say(Texts.DiffTitle, Named(before, one), Named(after, other)), hanging: 2, ink: Ink.Bold);
            new DifferenceList(terminal).Print(differences);
            terminal.Output.Line();
            terminal.Output.Text(Summary(differences), ink: Ink.Bold);
        }

        return ExitCode.Fine;
    }

    private string Named(string directory, LoadResult loaded) =>
        LoadedSides.Year(loaded) is { } year ? terminal.Say(Texts.DiffSide, directory, year) : directory;

    private string Summary(ImmutableArray<Difference> differences)
    {
        if (differences.Length == 0)
        {
            return terminal.Say(Texts.DiffNothing);
        }

        var counts = differences.GroupBy(d => d.Kind).OrderBy(g => g.Key).Select(g => terminal.Say(Texts.DiffCount, Texts.DifferenceKinds[g.Key], g.Count()));
        var sum = terminal.Say(differences.Length == 1 ? Texts.DiffOne : Texts.DiffSummary, differences.Length, string.Join(terminal.Say(Texts.Comma), counts));
        return differences.All(d => d.Kind == DifferenceKind.Note) ? $"{sum}{terminal.Say(Texts.Semicolon)}{terminal.Say(Texts.DiffOnlyNotes)}" : sum;
    }
}
