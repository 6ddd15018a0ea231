using Indicators.Impact;

namespace Indicators.Cli;

/// <summary>The projects that moved the most: from where to where, and by which indicators.</summary>
internal sealed class MoverList(Terminal terminal, ImpactReport report)
{
    private const int Indent = 2;

    private readonly Screen screen = terminal.Output;
    private readonly DifferenceList differences = new(terminal);

    public void Print(int top)
    {
        var movers = report.Impact.Movers.ToList();
        if (movers.Count == 0 || top == 0)
        {
            return;
        }

        screen.Line();
        screen.Line(terminal.Say(Texts.MoversTitle, Math.Min(top, movers.Count), movers.Count), Ink.Bold);
        foreach (var mover in movers.Take(top))
        {
            Print(mover);
        }
    }

    private void Print(ProjectImpact mover)
    {
        var (before, after) = (mover.Before, mover.After);
        screen.Text($"{mover.Id} {(mover.Name == mover.Id ? "" : mover.Name)}", Indent, Indent, Ink.Bold);
        string[] parts =
        [
            terminal.Say(Texts.MoverTotal, report.Points(before.Total), report.Points(after.Total), report.Change(mover.Change)),
            .. before.Held == after.Held ? Array.Empty<string>() : [terminal.Say(Texts.MoverHeld, report.Points(before.Held), report.Points(after.Held))],
            mover.GradeChanged ? terminal.Say(Texts.MoverGrade, Grade(before), Grade(after)) : terminal.Say(Texts.MoverGradeSame, Grade(before)),
            mover.RankMoved ? terminal.Say(Texts.MoverRank, Rank(before), Rank(after)) : terminal.Say(Texts.MoverRankSame, Rank(before)),
        ];
        screen.Text(string.Join(" · ", parts), 2 * Indent, Indent);
        Flags(Texts.MoverRaised, mover.Raised);
        Flags(Texts.MoverCleared, mover.Cleared);
        var (old, @new) = report.Impact.Evaluations(mover);
        foreach (var move in mover.Moves)
        {
            Print(move, old.Total.Find(move.Code), @new.Total.Find(move.Code));
        }
    }

    private void Print(IndicatorMove move, Score? before, Score? after)
    {
        var points = $"{Points(move.Before)} → {Points(move.After)} ({report.Change(move.Change)})";
        screen.Text($"{move.Code} {(before ?? after)!.Node.Name}  {points}", 2 * Indent, Indent);
        var edits = report.Sides.EditsOf(move.Code).Select(differences.Say).ToList();
        Labelled(Texts.MoverEdits, edits.Count == 0 ? terminal.Say(Texts.EditElsewhere) : string.Join(terminal.Say(Texts.Semicolon), edits));
        Labelled(Texts.MoverBefore, before?.Sentence(terminal.Language));
        Labelled(Texts.MoverAfter, after?.Sentence(terminal.Language));
    }

    private void Labelled(Bilingual label, string? text)
    {
        if (text is not null)
        {
            screen.Text(terminal.Say(label) + text, 3 * Indent, TextWidth.Of(terminal.Say(label)), Ink.Dim);
        }
    }

    private void Flags(Bilingual label, IEnumerable<string> codes)
    {
        if (codes.Any())
        {
            screen.Text(terminal.Say(label, terminal.List(codes)), 2 * Indent, Indent);
        }
    }

    private string Grade(ProjectScore score) => score.Grade ?? terminal.Say(Texts.NoGradeShort);

    private string Points(Fraction? points) => points is { } there ? report.Points(there) : "—";

    private static object Rank(ProjectScore score) => score.Rank is { } rank ? rank : "—";
}
