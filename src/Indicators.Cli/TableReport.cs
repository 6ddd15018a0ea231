using System.Globalization;

namespace Indicators.Cli;

/// <summary>A page per project, and at the end a list of all if there are several.</summary>
internal sealed class TableReport(Terminal terminal) : IReport
{
    private const int Id = 14;

    private readonly Screen screen = terminal.Output;
    private readonly List<(string Name, string Columns)> projects = [];

    public void Add(Evaluation evaluation)
    {
        if (projects.Count > 0)
        {
            Separate();
        }

        new EvaluationPage(terminal, evaluation).Print();
        projects.Add((Name(evaluation.Project.Id, evaluation.Project.Name ?? ""), Columns(
            evaluation.Total.Published.ToFixed(2),
            evaluation.Total.Held.ToFixed(2),
            evaluation.IsGraded ? evaluation.Grade.Name : "-",
            evaluation.Flags.Length.ToString(CultureInfo.InvariantCulture))));
    }

    public void Dispose()
    {
        if (projects.Count < 2)
        {
            return;
        }

        Separate();
        screen.Line(terminal.Say(Texts.Overview, projects.Count), Ink.Bold);
        screen.Row(terminal.Say(Texts.ProjectColumn), 0, Columns(
            terminal.Say(Texts.TotalLabel), terminal.Say(Texts.HeldColumn), terminal.Say(Texts.GradeColumn), terminal.Say(Texts.FlagsColumn)), Ink.Dim);
        foreach (var (name, columns) in projects)
        {
            screen.Row(name, Id, columns);
        }
    }

    private static string Name(string id, string name) => TextWidth.PadRight(id, Id - 1) + " " + name;

    private static string Columns(string total, string held, string grade, string flags) =>
        string.Concat(new[] { total, held, grade, flags }.Select(c => TextWidth.PadLeft(c, 9)));

    private void Separate()
    {
        screen.Line();
        screen.Line(new string('=', screen.Width), Ink.Dim);
        screen.Line();
    }
}
