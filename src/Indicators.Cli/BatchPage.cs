using System.Globalization;
using Indicators.Batch;

namespace Indicators.Cli;

/// <summary>What a batch came to: counts that add up, the grades, the commonest deductions, flags and problems.</summary>
internal sealed class BatchPage(Terminal terminal, RuleSet ruleSet, BatchRun run, BatchOptions options)
{
    private const int Most = 10;
    private const int Indent = 2;
    private const int Hanging = 4;

    private readonly Tally tally = run.Tally;
    private readonly Screen screen = terminal.Output;

    public void Print()
    {
        screen.Text(terminal.Say(Texts.BatchCounts, tally.Read, tally.Scored, tally.Rejected), ink: Ink.Bold);
        if (tally.LostRows > 0)
        {
            screen.Text(terminal.Say(Texts.BatchLost, tally.LostRows), ink: Ink.Red);
        }

        if (tally.Scored > 0)
        {
            PrintGrades();
            PrintDeductions();
            PrintFlags();
            PrintAcross();
        }

        PrintProblems();
        screen.Line();
        screen.Line(terminal.Say(Texts.BatchWritten, options.Results));
        if (options.Across is { } across)
        {
            screen.Line(terminal.Say(Texts.BatchAcrossWritten, across));
        }

        if (tally.Rejected > 0 || tally.LostRows > 0)
        {
            screen.Line(terminal.Say(Texts.BatchRejectsWritten, options.Rejects));
        }
    }

    private void PrintGrades()
    {
        Title(Texts.BatchGrades);
        foreach (var grade in ruleSet.Grades.Grades.Select(g => g.Name).Concat(tally.Grades.Keys.Order(StringComparer.Ordinal)).Distinct())
        {
            if (tally.Grades.TryGetValue(grade, out var count) || ruleSet.Grades.Find(grade) is not null)
            {
                Row(grade.Length == 0 ? terminal.Say(Texts.BatchUngraded) : grade, terminal.Say(Texts.BatchProjects, count, Share(count)));
            }
        }

        var mean = terminal.Say(Texts.BatchMean, (tally.Total / new Fraction(tally.Scored)).ToFixed(2));
        screen.Text(tally.Provisional == 0 ? mean : mean + terminal.Say(Texts.Then) + terminal.Say(Texts.BatchProvisional, tally.Provisional), Indent, Hanging);
    }

    private void PrintDeductions()
    {
        var most = tally.Deductions.OrderByDescending(d => d.Value.Projects).ThenByDescending(d => d.Value.Points).ThenBy(d => d.Key, StringComparer.Ordinal).Take(Most).ToList();
        if (most.Count == 0)
        {
            return;
        }

        Title(Texts.BatchDeductions);
        foreach (var (code, lost) in most)
        {
            Row($"{code} {ruleSet.Find(code)!.Name}", terminal.Say(Texts.BatchDeduction, lost.Projects, Share(lost.Projects), (lost.Points / new Fraction(lost.Projects)).ToFixed(2)));
        }
    }

    private void PrintFlags()
    {
        if (tally.Flags.Count == 0)
        {
            return;
        }

        Title(Texts.BatchFlags);
        var names = ruleSet.Flags.ToDictionary(f => f.Code, f => $"{f.Code} {f.Name}");
        foreach (var (code, count) in tally.Flags.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Take(Most))
        {
            Row(names.GetValueOrDefault(code, code), terminal.Say(Texts.BatchProjects, count, Share(count)));
        }
    }

    private void PrintAcross()
    {
        if (run.Across.IsEmpty)
        {
            return;
        }

        Title(Texts.BatchAcross);
        foreach (var (flag, groups, projects, undecided) in run.Across)
        {
            Row($"{flag.Code} {flag.Name}", terminal.Say(Texts.BatchGroups, groups, projects) + (undecided == 0 ? "" : terminal.Say(Texts.Then) + terminal.Say(Texts.BatchGroupsUndecided, undecided)));
        }
    }

    private void PrintProblems()
    {
        if (tally.Problems.Count == 0)
        {
            return;
        }

        Title(Texts.BatchProblems);
        foreach (var (code, found) in tally.Problems.OrderByDescending(p => p.Value.IsError).ThenByDescending(p => p.Value.Count).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            var severity = terminal.Say(found.IsError ? Texts.Error : Texts.Warning);
            screen.Text(terminal.Say(Texts.BatchProblem, severity, code, found.Count, found.Place, terminal.Say(found.Example)), Indent, Hanging, found.IsError ? Ink.Red : Ink.Yellow);
        }
    }

    private void Title(Bilingual title)
    {
        screen.Line();
        screen.Line(terminal.Say(title), Ink.Bold);
    }

    private void Row(string name, string figures) => screen.Row(TextWidth.Spaces(Indent) + name, Hanging, figures);

    private string Share(long count) => string.Create(CultureInfo.InvariantCulture, $"{new Fraction(100 * count, tally.Scored).ToFixed(1)}%");
}
