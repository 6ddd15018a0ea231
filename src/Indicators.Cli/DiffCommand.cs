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
        var format = terminal.Option("--format", Texts.AboutFormat, "table|json", null, "table", "json");
        var command = new Command(Name, terminal.Say(Texts.AboutDiff)) { before, after, format };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => new DiffCommand(terminal).Run(
            parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), parsed.GetValue(format) == "json"));
        return command;
    }

    private int Run(string before, string after, bool asJson)
    {
        Paths.RequireDirectory(before, terminal);
        Paths.RequireDirectory(after, terminal);
        var (one, other) = (RuleSetLoader.LoadDirectory(before), RuleSetLoader.LoadDirectory(after));
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
            DiffJson.Write(before, after, differences, terminal);
        }
        else
        {
            Print(before, after, differences);
        }

        return ExitCode.Fine;
    }

    private void Print(string before, string after, ImmutableArray<Difference> differences)
    {
        terminal.Output.Text(terminal.Say(Texts.DiffTitle, before, after), hanging: 2, ink: Ink.Bold);
        foreach (var section in differences.GroupBy(d => d.Subject.Section))
        {
            terminal.Output.Line();
            terminal.Output.Line(terminal.Say(section.Key), Ink.Bold);
            foreach (var subject in section.GroupBy(d => d.Subject))
            {
                var heading = $"{subject.Key.Code} {subject.Key.Name}".Trim();
                var indent = heading.Length == 0 ? 2 : 4;
                if (heading.Length > 0)
                {
                    terminal.Output.Text(heading, 2, 2);
                }

                foreach (var difference in subject)
                {
                    terminal.Output.Text(Say(difference), indent, 2, difference.Kind == DifferenceKind.Note ? Ink.Dim : Ink.Plain);
                }
            }
        }

        terminal.Output.Line();
        if (differences.Length == 0)
        {
            terminal.Output.Line(terminal.Say(Texts.DiffNothing));
            return;
        }

        if (differences.All(d => d.Kind == DifferenceKind.Note))
        {
            terminal.Output.Line(terminal.Say(Texts.DiffOnlyNotes));
        }

        var counts = differences.GroupBy(d => d.Kind).OrderBy(g => g.Key).Select(g => terminal.Say(Texts.DiffCount, Texts.DifferenceKinds[g.Key], g.Count()));
        terminal.Output.Text(terminal.Say(differences.Length == 1 ? Texts.DiffOne : Texts.DiffSummary, differences.Length, string.Join(terminal.Say(Texts.Comma), counts)), ink: Ink.Bold);
    }

    private string Say(Difference difference)
    {
        var kind = Texts.DifferenceKinds[difference.Kind];
        var part = difference.Part.Zh.StartsWith(kind.Zh, StringComparison.Ordinal) ? terminal.Say(difference.Part) :
            difference.Part.Zh.Length == 0 ? terminal.Say(kind) : terminal.Say(Texts.DiffKindPart, kind, difference.Part);
        return difference switch
        {
            { Kind: DifferenceKind.Came, After: { } after } => terminal.Say(Texts.DiffCame, part, after),
            { Kind: DifferenceKind.Went, Before: { } before } => terminal.Say(Texts.DiffCame, part, before),
            { Before: { } before, After: { } after } => terminal.Say(Texts.DiffChanged, part, before, after),
            { After: { } after } => terminal.Say(Texts.DiffAdded, part, after),
            _ => terminal.Say(Texts.DiffRemoved, part, difference.Before ?? new Phrase(Texts.DiffNothing)),
        };
    }
}
