namespace Indicators.Cli;

/// <summary>Prints problems: the place and what is wrong, the line itself with a caret, and the way out.</summary>
internal sealed class DiagnosticPrinter(Terminal terminal)
{
    private const int Indent = 4;
    private const int RejectedShown = 20;

    private readonly Screen screen = terminal.Error;

    /// <summary>File by file, each from top to bottom.</summary>
    public void Print(IEnumerable<Diagnostic> problems)
    {
        var inOrder = problems.GroupBy(p => p.Place.File).SelectMany(file => file.OrderBy(p => p.Place.Line).ThenBy(p => p.Place.Column));
        foreach (var problem in inOrder)
        {
            Print(problem);
        }
    }

    /// <summary>All problems of something in which no project is left out, and how many they are.</summary>
    public void Report(Diagnostics problems)
    {
        Print(problems);
        Summarize(problems, []);
    }

    /// <summary>Says, after they are printed, that rules with these problems score nothing.</summary>
    public int Refuse(Diagnostics problems)
    {
        Summarize(problems, []);
        screen.Line(terminal.Say(Texts.RulesUnusable), Ink.Red);
        return ExitCode.Problems;
    }

    /// <summary>One line of counts, and who was left out.</summary>
    public void Summarize(Diagnostics problems, IReadOnlyCollection<string> rejected)
    {
        if (problems.Count == 0 && rejected.Count == 0)
        {
            return;
        }

        var errors = problems.Count(p => p.Severity == Severity.Error);
        var warnings = problems.Count - errors;
        string[] counts =
        [
            .. Count(errors, Texts.OneError, Texts.Errors),
            .. Count(warnings, Texts.OneWarning, Texts.Warnings),
            .. rejected.Count == 0 ? Array.Empty<string>()
                : [terminal.Say(Texts.RejectedProjects, rejected.Count, terminal.ListShortly(rejected, RejectedShown))],
        ];
        screen.Text(string.Join(terminal.Language == Language.Chinese ? "，" : ", ", counts), hanging: 2, ink: errors > 0 ? Ink.Red : Ink.Yellow);
    }

    private IEnumerable<string> Count(int number, Bilingual one, Bilingual many) =>
        number == 0 ? [] : [terminal.Say(number == 1 ? one : many, number)];

    private void Print(Diagnostic problem)
    {
        var isError = problem.Severity == Severity.Error;
        var severity = terminal.Say(isError ? Texts.Error : Texts.Warning);
        // Not wrapped: editors and grep read the place from this line.
        screen.Line($"{problem.Place}: {severity} {problem.Code}: {problem.Text(terminal.Language)}", isError ? Ink.Red : Ink.Yellow);
        if (problem.Place is { SourceLine: { } line, Column: > 0 and var column })
        {
            var (shown, caret) = SourceExcerpt.Of(TextWidth.Clean(line), (int)column, screen.Width - Indent);
            screen.Line(TextWidth.Spaces(Indent) + shown);
            screen.Line(TextWidth.Spaces(Indent + caret) + "^", Ink.Bold);
        }

        screen.Text(problem.Remedy(terminal.Language), Indent);
    }
}
