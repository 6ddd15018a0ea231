using Indicators.Years;

namespace Indicators.Cli;

/// <summary>One project in two years for a person: what changed, how much of it the project did and how much the rules, and why, indicator by indicator.</summary>
internal sealed class ProjectYearsPage(Terminal terminal, ProjectComparison comparison, ImpactSides sides)
{
    private const int Bars = 30;
    private const int Column = 10;

    private readonly Screen screen = terminal.Output;
    private readonly YearWords words = new(terminal, sides);
    private readonly DifferenceList differences = new(terminal);

    public void Print()
    {
        Heading();
        Side(words.Before, sides.Before, sides.BeforeSource, comparison.Before);
        Side(words.After, sides.After, sides.AfterSource, comparison.After);
        Summary();
        Beside();
        Waterfall();
        Reasons(int.MaxValue);
    }

    /// <summary>In short, as one of many: the summary and the largest changes.</summary>
    public void PrintShort(int indicators)
    {
        Heading();
        Summary();
        Reasons(indicators);
    }

    private void Heading()
    {
        var project = comparison.After.Project;
        screen.Text(project.Name is { } name && name != project.Id ? $"{project.Id} {name}" : project.Id, ink: Ink.Bold);
    }

    private void Side(string year, RuleSet rules, string source, Evaluation evaluation)
    {
        var held = evaluation.Total.Held.IsZero ? "" : terminal.Say(Texts.YearHeld, words.Points(evaluation.Total.Held));
        screen.Text(terminal.Say(Texts.YearSide, year, words.Points(evaluation.Total.Published), Grade(evaluation), rules.Name, source) + held, 2, 2);
        if (evaluation is { IsGraded: true } && evaluation == comparison.After && rules.ConsequenceOf(evaluation.Grade) is { } laidDown)
        {
            screen.Text(terminal.Say(Texts.ConsequenceLabel) + terminal.Say(Texts.Colon) + terminal.Say(Texts.ConsequenceLine, laidDown.Says, terminal.List(laidDown.Basis)), 4, 2);
        }
    }

    private void Summary()
    {
        var change = terminal.Say(Texts.YearChange, words.Points(comparison.Before.Total.Published), words.Points(comparison.After.Total.Published), words.Change(comparison.Change));
        screen.Text(comparison.Total is { } split ? change + words.Effects(split) : change + terminal.Say(Texts.NotSplit), 2, 2, Ink.Bold);
        if (comparison.OnMissing.Sign > 0)
        {
            screen.Text(terminal.Say(Texts.OnMissing, comparison.OnMissing.ToShortest(2)), 2, 2);
        }

        if (!comparison.GradeChanged)
        {
            return;
        }

        var deciding = comparison.Deciding();
        var caps = comparison.Caps.Select(f => $"{f.Code} {f.Name.In(terminal.Language)}").Distinct().ToList();
        screen.Text(
            terminal.Say(Texts.GradeFrom, Grade(comparison.Before), Grade(comparison.After))
                + (!deciding.IsEmpty ? terminal.Say(Texts.DecidedBy, terminal.List(deciding.Select(d => $"{d.Pair.Code} {d.Pair.Name} {words.Change(d.Change * d.Pair.Sign)}")))
                    : caps.Count > 0 ? terminal.Say(Texts.DecidedByFlags, terminal.List(caps)) : terminal.Say(Texts.DecidedByBands)),
            2, 2);
    }

    private void Beside()
    {
        foreach (var (name, before, after, change) in comparison.Beside())
        {
            var moved = change is { } share ? terminal.Say(Texts.BesideChange, (share.Sign > 0 ? "+" : "") + words.Rate(share)) : "";
            screen.Text(terminal.Say(Texts.BesideLine, name, before, after) + moved, 2, 2);
        }
    }

    /// <summary>From the total of the year before to that of the year after, one indicator at a time.</summary>
    private void Waterfall()
    {
        screen.Line();
        screen.Line(terminal.Say(Texts.WaterfallTitle), Ink.Bold);
        var at = comparison.Before.Total.Published;
        Row(terminal.Say(Texts.TotalOfYear, words.Before), words.Points(at), Bar(Fraction.Zero, at), Ink.Bold);
        foreach (var indicator in comparison.Indicators.Where(i => !i.Change.IsZero))
        {
            var change = indicator.Change * indicator.Pair.Sign;
            Row($"{indicator.Pair.Code} {indicator.Pair.Name}", words.Change(change), Bar(at, at + change));
            at += change;
        }

        if (!comparison.Rest.IsZero)
        {
            Row(terminal.Say(Texts.CapsRow), words.Change(comparison.Rest), Bar(at, at + comparison.Rest));
        }

        Row(terminal.Say(Texts.TotalOfYear, words.After), words.Points(comparison.After.Total.Published), Bar(Fraction.Zero, comparison.After.Total.Published), Ink.Bold);
    }

    private void Row(string name, string points, string bar, Ink ink = Ink.Plain) =>
        screen.Row($"  {name}", 4, TextWidth.PadLeft(points, Column) + "  " + TextWidth.PadRight(bar, Bars), ink);

    private static string Bar(Fraction from, Fraction to)
    {
        var (low, high) = (At(Fraction.Min(from, to)), At(Fraction.Max(from, to)));
        return TextWidth.Spaces(low) + new string(to < from ? '░' : '█', Math.Max(1, high - low));

        static int At(Fraction points) => (int)(Fraction.Clamp(points, Fraction.Zero, Fraction.Hundred) * Bars / Fraction.Hundred).Round(0).Numerator;
    }

    private void Reasons(int most)
    {
        var changed = comparison.Indicators.Where(i => !i.Change.IsZero || i.Pair.WeightChanged || i.Effects is { Evidence.IsZero: false }).ToList();
        var shown = changed.OrderByDescending(i => Fraction.Abs(i.Change)).Take(most).ToHashSet();
        foreach (var indicator in changed.Where(shown.Contains))
        {
            screen.Line();
            var (before, after) = (indicator.Before, indicator.After);
            // Of an indicator that came or went, all of it is the edit.
            var isKept = before is not null && after is not null;
            var edits = isKept ? sides.EditsOf(indicator.Pair.Code).ToList() : [];
            var points = $"{Points(before)} → {Points(after)}({words.Change(indicator.Change)})";
            screen.Text($"{indicator.Pair.Code} {indicator.Pair.Name}  {points}{(indicator.Effects is { } split ? words.Effects(split) : "")}", 2, 2, Ink.Bold);
            if (indicator.Pair.WeightChanged)
            {
                screen.Text(terminal.Say(Texts.RatesCompared, before!.Node.Weight.ToShortest(2), after!.Node.Weight.ToShortest(2), words.Rate(before.Rate), words.Rate(after.Rate)), 4, 2);
            }
            else if (!isKept)
            {
                screen.Text(terminal.Say(before is null ? Texts.IndicatorCame : Texts.IndicatorWent, before is null ? words.After : words.Before), 4, 2);
            }

            foreach (var (name, old, @new) in indicator.Evidence)
            {
                screen.Text(terminal.Say(Texts.EvidenceMoved, name, old ?? Bilingual.Same("—"), @new ?? Bilingual.Same("—")), 4, 2);
            }

            if (indicator.Effects is { Evidence.IsZero: false } && !indicator.Evidence.Any())
            {
                screen.Text(terminal.Say(Texts.EvidenceElsewhere), 4, 2);
            }

            if (isKept && indicator.Effects is { Rules.IsZero: false } && edits.Count == 0)
            {
                screen.Text(terminal.Say(Texts.EditElsewhere), 4, 2);
            }

            foreach (var edit in edits)
            {
                screen.Text(terminal.Say(Texts.MoverEdits) + differences.Say(edit), 4, 2);
            }

            Sentence(words.Before, before);
            Sentence(words.After, after);
        }
    }

    private void Sentence(string year, Score? score)
    {
        if (score is not null)
        {
            screen.Text($"{year}{terminal.Say(Texts.Colon)}{score.Sentence(terminal.Language)}", 4, 2, Ink.Dim);
        }
    }

    private string Points(Score? score) => score is null ? "—" : words.Points(score.Published);

    private string Grade(Evaluation evaluation) => evaluation.IsGraded ? evaluation.Grade.Name : terminal.Say(Texts.NoGradeShort);
}
