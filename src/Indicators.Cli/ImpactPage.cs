using System.Globalization;
using Indicators.Impact;

namespace Indicators.Cli;

/// <summary>An impact for a person: the two sides, the counts, the figures over all projects, and the biggest movers with their reasons.</summary>
internal sealed class ImpactPage(Terminal terminal, ImpactReport report, int top)
{
    private const int Column = 10;
    private const int NameWidth = 40;

    private readonly Screen screen = terminal.Output;
    private readonly ImpactSummary summary = report.Summary;

    public void Print()
    {
        Side(Texts.BeforeLabel, report.Sides.Before, report.Sides.BeforeSource);
        Side(Texts.AfterLabel, report.Sides.After, report.Sides.AfterSource);
        if (!report.Sides.Edits.IsEmpty)
        {
            Title(terminal.Say(Texts.ImpactEdits, report.Sides.Edits.Length));
            new DifferenceList(terminal).Print(report.Sides.Edits, indent: 2);
        }

        screen.Line();
        Labelled(Texts.ImpactProjects, terminal.Say(Texts.ImpactCounts, report.Read, summary.Compared, report.Rejections.Count));
        new RejectionList(terminal, report.Rejections).Print();
        if (summary.Compared == 0)
        {
            return;
        }

        if (summary.NothingMoved)
        {
            screen.Text(terminal.Say(Texts.NothingMoved), ink: Ink.Bold);
            return;
        }

        Figures();
        Transitions();
        Distributions();
        Indicators();
        Flags();
        new MoverList(terminal, report).Print(top);
    }

    private void Side(Bilingual label, RuleSet rules, string source) => Labelled(
        label,
        rules.Year is { } year ? terminal.Say(Texts.ImpactSideYear, rules.Id, rules.Name, source, year) : terminal.Say(Texts.ImpactSide, rules.Id, rules.Name, source));

    private void Figures()
    {
        Labelled(Texts.TotalLabel, terminal.Say(Texts.ImpactTotals, summary.Up, summary.Down, summary.Unchanged, summary.Held));
        Labelled(Texts.GradeLabel, terminal.Say(Texts.ImpactGrades, summary.GradesChanged));
        var longest = summary.LongestClimb is { } far
            ? terminal.Say(Texts.ImpactLongest, far.Id, far.Before.Rank!, far.After.Rank!, far.Climb.ToString("+0;-0", CultureInfo.InvariantCulture))
            : "";
        Labelled(Texts.ImpactRanksLabel, terminal.Say(Texts.ImpactRanks, summary.RanksMoved) + longest);
    }

    private void Transitions()
    {
        var (rows, columns) = (summary.GradesBefore, summary.GradesAfter);
        var counts = summary.Transitions.ToDictionary(t => (t.From ?? "", t.To ?? ""), t => t.Projects);
        Title(terminal.Say(Texts.TransitionsTitle));
        Row("", [.. columns.Select(Grade), terminal.Say(Texts.SumColumn)], Ink.Dim);
        foreach (var row in rows)
        {
            var cells = columns.Select(column => counts.GetValueOrDefault((row ?? "", column ?? ""))).ToList();
            Row(Grade(row), [.. cells.Select(Count), Count(cells.Sum())]);
        }

        Row(terminal.Say(Texts.SumColumn), [.. columns.Select(c => Count(summary.Transitions.Where(t => t.To == c).Sum(t => t.Projects))), Count(summary.Compared)], Ink.Dim);
    }

    private void Distributions()
    {
        if (summary is not { Before: { } before, After: { } after })
        {
            return;
        }

        Title(terminal.Say(Texts.DistributionTitle));
        Row("", [terminal.Say(Texts.BeforeLabel), terminal.Say(Texts.AfterLabel), terminal.Say(Texts.ChangeColumn)], Ink.Dim);
        (Bilingual Label, Func<Distribution, Fraction> Of)[] figures =
        [
            (Texts.MeanRow, d => d.Mean), (Texts.MinimumRow, d => d.Minimum), (Texts.LowerQuartileRow, d => d.LowerQuartile),
            (Texts.MedianRow, d => d.Median), (Texts.UpperQuartileRow, d => d.UpperQuartile), (Texts.MaximumRow, d => d.Maximum),
        ];
        foreach (var (label, of) in figures)
        {
            Row(terminal.Say(label), [report.Points(of(before)), report.Points(of(after)), report.Change(of(after) - of(before))]);
        }
    }

    private void Indicators()
    {
        if (summary.Indicators.IsEmpty)
        {
            return;
        }

        Title(terminal.Say(Texts.ImpactIndicators, summary.Indicators.Length));
        Row("", [.. new[] { Texts.ImpactProjectsColumn, Texts.MeanColumn, Texts.LeastColumn, Texts.MostColumn }.Select(c => terminal.Say(c))], Ink.Dim);
        foreach (var moved in summary.Indicators)
        {
            Row($"{moved.Code} {moved.Name}", [Count(moved.Projects), report.Change(moved.Mean), report.Change(moved.Minimum), report.Change(moved.Maximum)]);
        }
    }

    private void Flags()
    {
        if (summary.Flags.IsEmpty)
        {
            return;
        }

        Title(terminal.Say(Texts.ImpactFlags));
        Row("", [terminal.Say(Texts.RaisedColumn), terminal.Say(Texts.ClearedColumn)], Ink.Dim);
        foreach (var flag in summary.Flags)
        {
            Row($"{flag.Code} {flag.Name}", [Count(flag.Raised), Count(flag.Cleared)]);
        }
    }

    private void Title(string title)
    {
        screen.Line();
        screen.Line(title, Ink.Bold);
    }

    /// <summary>A name, cut only by the terminal, and columns that line up below each other.</summary>
    private void Row(string name, string[] columns, Ink ink = Ink.Plain) =>
        screen.Line("  " + TextWidth.PadRight(name, NameWidth) + string.Concat(columns.Select(c => TextWidth.PadLeft(c, Column))), ink);

    private void Labelled(Bilingual label, string text)
    {
        const int width = 10;
        screen.Text(TextWidth.PadRight(terminal.Say(label), width) + text, hanging: width);
    }

    private string Grade(string? grade) => grade ?? terminal.Say(Texts.NoGradeShort);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
