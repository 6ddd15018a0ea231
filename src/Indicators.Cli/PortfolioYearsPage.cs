using System.Globalization;
using Indicators.Years;
using Indicators.Years.Statistics;

namespace Indicators.Cli;

/// <summary>A portfolio in two years for a person: who is in both, how the totals lie and moved, which indicators moved them, and the biggest movers with their reasons.</summary>
internal sealed class PortfolioYearsPage(Terminal terminal, PortfolioYears years, ImpactSides sides)
{
    private const int Column = 10;
    private const int MoverIndicators = 3;
    private const int MostGroups = 12;

    private readonly Screen screen = terminal.Output;
    private readonly YearWords words = new(terminal, sides);
    private readonly MatchedProjects matched = years.Matched;

    public void Print()
    {
        Side(words.Before, sides.Before, sides.BeforeSource);
        Side(words.After, sides.After, sides.AfterSource);
        screen.Text(terminal.Say(Texts.MatchedCounts, matched.Count, years.Exits.Count, words.Before, years.Entries.Count, words.After, years.Rejected.Before + years.Rejected.After), ink: Ink.Bold);
        if (matched.Count == 0)
        {
            screen.Text(terminal.Say(Texts.NoneInBoth), ink: Ink.Red);
            return;
        }

        Totals();
        Tests();
        Transitions();
        Nodes();
        foreach (var (field, groups) in matched.Groups)
        {
            Groups(field, groups);
        }

        Movers();
    }

    private void Side(string year, RuleSet rules, string source) => screen.Text(terminal.Say(Texts.YearRules, year, rules.Name, source), hanging: 2);

    private void Totals()
    {
        var (total, before, after) = (matched.Total, matched.Before, matched.After);
        var means = words.Means(total);
        Title(terminal.Say(Texts.TotalsOfMatched, matched.Count));
        Row("", [words.Before, words.After, terminal.Say(Texts.ChangeColumn)], Ink.Dim);
        Row(terminal.Say(Texts.MeanRow), [words.Points(total.Mean(total.Before)), words.Points(total.Mean(total.After)), words.Change(total.Mean(total.Change))]);
        Row(terminal.Say(Texts.IntervalRow), [Interval(before), Interval(after)], wide: true);
        Row(terminal.Say(Texts.DeviationRow), [Number(before.StandardDeviation), Number(after.StandardDeviation)]);
        foreach (var (label, share) in new[] { (Texts.MinimumRow, 0), (Texts.LowerQuartileRow, 0.25), (Texts.MedianRow, 0.5), (Texts.UpperQuartileRow, 0.75), (Texts.MaximumRow, 1) })
        {
            var (from, to) = (before.Quantile(share), after.Quantile(share));
            Row(terminal.Say(label), [Number(from), Number(to), Number(to - from, signed: true)]);
        }

        screen.Text(
            terminal.Say(Texts.MeanSplit, means.Change, means.Evidence, means.Rules)
                + (matched.NotSplit > 0 ? terminal.Say(Texts.SomeNotSplit, matched.NotSplit) : "")
                + (total.OnMissing.Sign > 0 ? terminal.Say(Texts.MeanOnMissing, words.Points(total.Mean(total.OnMissing, ofSplit: true))) : ""),
            2, 2);
    }

    private void Tests()
    {
        var (shift, ranks, outliers) = (matched.Shift, matched.Ranks, matched.Outliers);
        Title(terminal.Say(Texts.TestsTitle));
        screen.Text(terminal.Say(Texts.ShiftLine, Number(shift.T), shift.Differences.Count - 1, Said(shift.TProbability), Said(shift.RankProbability)), 2, 2);
        screen.Text(terminal.Say(Texts.RanksLine, Number(ranks.Rho, 3), Said(ranks.RhoProbability), Number(ranks.Tau, 3), Said(ranks.TauProbability)), 2, 2);
        screen.Text(terminal.Say(Texts.OutliersLine, Number(outliers.Low), Number(outliers.High), outliers.Below, outliers.Above), 2, 2);
    }

    private void Transitions()
    {
        var counts = matched.Transitions;
        var rows = Grades(years.Before, counts.Keys.Select(k => k.Before));
        var columns = Grades(years.After, counts.Keys.Select(k => k.After));
        Title(terminal.Say(Texts.YearTransitions, words.Before, words.After));
        Row("", [.. columns.Select(Grade), terminal.Say(Texts.SumColumn)], Ink.Dim);
        foreach (var row in rows)
        {
            Row(Grade(row), [.. columns.Select(c => Count(counts.GetValueOrDefault((row, c)))), Count(counts.Where(t => t.Key.Before == row).Sum(t => t.Value))]);
        }

        Row(terminal.Say(Texts.SumColumn), [.. columns.Select(c => Count(counts.Where(t => t.Key.After == c).Sum(t => t.Value))), Count(matched.Count)], Ink.Dim);
    }

    private void Nodes()
    {
        var nodes = matched.Nodes.Where(n => n.Pair!.Level is Level.Dimension or Level.Indicator).ToList();
        var probabilities = matched.IndicatorShifts();
        Title(terminal.Say(Texts.NodesOfMatched));
        Row("", [words.Before, words.After, .. new[] { Texts.ChangeColumn, Texts.EvidenceColumn, Texts.RulesColumn }.Select(c => terminal.Say(c)), "p"], Ink.Dim);
        foreach (var node in nodes)
        {
            var isDimension = node.Pair!.Level == Level.Dimension;
            var name = isDimension ? node.Pair.Name : $"  {node.Pair.Code} {node.Pair.Name}";
            var means = words.Means(node);
            string[] columns =
            [
                node.Pair.Before is null ? "—" : words.Points(node.Mean(node.Before)), node.Pair.After is null ? "—" : words.Points(node.Mean(node.After)), words.Change(node.Mean(node.Change)),
                means.Evidence, means.Rules,
                probabilities.TryGetValue(node.Pair.Code, out var p) ? Probability(p) : "",
            ];
            if (isDimension || !node.Change.IsZero || !node.Effects.Evidence.IsZero)
            {
                Row(name, columns, isDimension ? Ink.Bold : Ink.Plain);
            }
        }

        screen.Text(terminal.Say(Texts.HolmNote, probabilities.Count), 2, 2, Ink.Dim);
    }

    private void Groups(string field, IReadOnlyCollection<(string Name, ChangeFigures Figures)> groups)
    {
        var probabilities = ChangeFigures.Shifts(groups.Select(g => g.Figures));
        Title(terminal.Say(Texts.GroupsTitle, field, groups.Count));
        Row("", [terminal.Say(Texts.ImpactProjectsColumn), words.Before, words.After, .. new[] { Texts.EvidenceColumn, Texts.RulesColumn }.Select(c => terminal.Say(c)), "p"], Ink.Dim);
        foreach (var ((name, figures), p) in groups.Zip(probabilities).Take(MostGroups))
        {
            var means = words.Means(figures);
            Row(name.Length == 0 ? terminal.Say(Texts.NoGroup) : name,
            [
                Count(figures.Projects), words.Points(figures.Mean(figures.Before)), words.Points(figures.Mean(figures.After)),
                means.Evidence, means.Rules, Probability(p),
            ]);
        }

        screen.Text((groups.Count > MostGroups ? terminal.Say(Texts.MoreGroups, groups.Count - MostGroups) : "") + terminal.Say(Texts.HolmNote, groups.Count), 2, 2, Ink.Dim);
    }

    private void Movers()
    {
        if (years.Movers.IsEmpty)
        {
            return;
        }

        Title(terminal.Say(Texts.YearMovers, years.Movers.Length));
        foreach (var mover in years.Movers)
        {
            screen.Line();
            new ProjectYearsPage(terminal, mover, sides).PrintShort(MoverIndicators);
        }
    }

    private void Title(string title)
    {
        screen.Line();
        screen.Line(title, Ink.Bold);
    }

    private void Row(string name, string[] columns, Ink ink = Ink.Plain, bool wide = false) =>
        screen.Row("  " + name, 4, string.Concat(columns.Select(c => TextWidth.PadLeft(c, wide ? 18 : Column))), ink);

    private static string[] Grades(RuleSet rules, IEnumerable<string> found) => [.. rules.Grades.Grades.Select(g => g.Name).Concat(found.Order(StringComparer.Ordinal)).Distinct()];

    private string Grade(string grade) => grade.Length == 0 ? terminal.Say(Texts.NoGradeShort) : grade;

    private string Interval(Sample sample) => sample.MeanInterval() is var (low, high) && !double.IsNaN(low) ? $"{Number(low)}~{Number(high)}" : "—";

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Number(double number, int places = 2, bool signed = false)
    {
        var text = number.ToString($"F{places}", CultureInfo.InvariantCulture);
        return double.IsNaN(number) ? "—" : (signed && number > 0 && text.Any(c => c is > '0' and <= '9') ? "+" : "") + text;
    }

    /// <summary>In a sentence.</summary>
    private static string Said(double p) => Probability(p) is var text && text.StartsWith('<') ? $"< {text[1..]}" : $"= {text}";

    internal static string Probability(double p) => double.IsNaN(p) ? "—" : p < 0.0001 ? "<0.0001" : Number(p, 4);
}
