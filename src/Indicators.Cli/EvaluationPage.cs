using System.Globalization;

namespace Indicators.Cli;

/// <summary>One evaluation for a person: who was scored, the result, what it rests on, the tree, the flags.</summary>
internal sealed class EvaluationPage(Terminal terminal, Evaluation evaluation)
{
    private readonly Screen screen = terminal.Output;

    public void Print()
    {
        var project = evaluation.Project;
        screen.Text(
            project.Name is { } name && name != project.Id ? name + terminal.Say(Texts.ProjectId, project.Id) : terminal.Say(Texts.ProjectOnly, project.Id),
            ink: Ink.Bold);
        Labelled(Texts.RuleSetLabel, terminal.Say(Texts.RuleSetLine, evaluation.RuleSet.Name, evaluation.RuleSet.Id));
        if (!evaluation.RuleSet.FiscalYears.IsEmpty)
        {
            Labelled(Texts.YearsLabel, Years());
        }

        screen.Line();
        Labelled(Texts.TotalLabel, Total(), Ink.Bold);
        Labelled(Texts.GradeLabel, Grade(), Ink.Bold);
        if (evaluation is { IsGraded: true } && evaluation.RuleSet.ConsequenceOf(evaluation.Grade) is { } laidDown)
        {
            Labelled(Texts.ConsequenceLabel, terminal.Say(Texts.ConsequenceLine, laidDown.Says, terminal.List(laidDown.Basis)));
        }

        Labelled(Texts.StandingLabel, Standing());
        if (evaluation.RuleSet.Note is { } note)
        {
            Labelled(Texts.NoteLabel, note);
        }

        screen.Line();
        new ScoreTree(terminal, evaluation).Print();
        screen.Line();
        new FlagList(terminal, evaluation).Print();
        new Legend(terminal).Print(evaluation.Total);
    }

    private void Labelled(Bilingual label, string text, Ink ink = Ink.Plain)
    {
        var width = terminal.Language == Language.Chinese ? 10 : 13;
        screen.Text(TextWidth.PadRight(terminal.Say(label), width) + text, hanging: width, ink: ink);
    }

    private string Years()
    {
        var years = terminal.List(evaluation.RuleSet.FiscalYears.Select(y => y.ToString(CultureInfo.InvariantCulture)));
        if (evaluation.RuleSet is { FiscalYears.Length: > 1, Year: { } year })
        {
            years += terminal.Say(Texts.RulesOfYear, year);
        }

        return evaluation.RuleSet.Period is { } period ? years + terminal.Say(Texts.Period, period.From, period.To) : years;
    }

    private string Total()
    {
        var total = evaluation.Total;
        var line = terminal.Say(Texts.TotalLine, total.Published.ToFixed(Digits.Of(evaluation)), total.Maximum.ToFixed(2));
        return total.Held.IsZero ? line : line + terminal.Say(Texts.TotalHeld, total.Held.ToFixed(2));
    }

    private string Grade()
    {
        if (!evaluation.IsGraded)
        {
            return terminal.Say(Texts.NoGrade);
        }

        var (grade, uncapped, best) = (evaluation.Grade, evaluation.UncappedGrade, evaluation.BestGrade);
        var caps = evaluation.Flags.Where(f => f.Definition?.Cap == grade).Select(f => f.Code);
        var line = grade == uncapped ? grade.Name : terminal.Say(Texts.GradeCapped, uncapped.Name, terminal.List(caps), grade.Name);
        line += evaluation.Total.Held.IsZero ? ""
            : best == grade ? terminal.Say(Texts.GradeSettled)
            : terminal.Say(Texts.GradeBest, best.Name);
        return grade == uncapped ? line + Distance() : line;
    }

    /// <summary>How far the next better grade is, unless a red line stands before it.</summary>
    private string Distance()
    {
        var published = evaluation.Total.Published;
        var grades = evaluation.RuleSet.Grades;
        return grades.Better(evaluation.Grade) is { } better
            && !evaluation.Flags.Any(f => f.Definition?.Cap is { } cap && grades.Worse(better, cap) != better)
            && better.Intervals.Where(i => i.LowClosed && i.Low > published).Min(i => i.Low) is { } low
            ? terminal.Say(Texts.GradeDistance, (low - published).ToFixed(Digits.Of(evaluation)), better.Name, better.Band)
            : "";
    }

    private string Standing()
    {
        var (evidence, claim, nothing) = Digits.AddingUp(evaluation.Total.Resting);
        return terminal.Say(Texts.StandingLine, evidence.ToFixed(2), claim.ToFixed(2), nothing.ToFixed(2));
    }
}
