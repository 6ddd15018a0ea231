using Indicators.Impact;

namespace Indicators.Cli;

/// <summary>The result of <c>indicators impact --format json</c>: one object, numbers of points as decimal strings.</summary>
internal static class ImpactJson
{
    /// <param name="report">What is told.</param>
    /// <param name="all">Every project that is compared; otherwise those in which anything differs, their rank included.</param>
    /// <param name="terminal">Where it is written, and the language of sentences.</param>
    public static void Write(ImpactReport report, bool all, Terminal terminal)
    {
        var (summary, projects) = (report.Summary, report.Impact.Projects.Where(p => all || p.Moved || p.RankMoved));
        var say = new DifferenceList(terminal);
        terminal.Json(new
        {
            before = Side(report.Sides.Before, report.Sides.BeforeSource),
            after = Side(report.Sides.After, report.Sides.AfterSource),
            edits = report.Sides.Edits.Select(e => DiffJson.Difference(e, terminal.Language)),
            counts = new
            {
                read = report.Read,
                compared = summary.Compared,
                rejectedOnBoth = report.Rejections.Both,
                rejectedBefore = report.Rejections.BeforeOnly.Select(r => Rejection(r, terminal.Language)),
                rejectedAfter = report.Rejections.AfterOnly.Select(r => Rejection(r, terminal.Language)),
            },
            moved = !summary.NothingMoved,
            totals = new { up = summary.Up, down = summary.Down, unchanged = summary.Unchanged, held = summary.Held },
            grades = new { changed = summary.GradesChanged, transitions = summary.Transitions.Select(t => new { before = t.From, after = t.To, projects = t.Projects }) },
            ranks = new { moved = summary.RanksMoved, longest = summary.LongestClimb is { } far ? new { id = far.Id, before = far.Before.Rank, after = far.After.Rank, climb = far.Climb } : null },
            distribution = new { before = Distribution(summary.Before, report), after = Distribution(summary.After, report) },
            indicators = summary.Indicators.Select(i => new
            {
                code = i.Code,
                name = i.Name,
                edits = report.Sides.EditsOf(i.Code).Select(say.Say),
                projects = i.Projects,
                mean = report.Points(i.Mean),
                minimum = report.Points(i.Minimum),
                maximum = report.Points(i.Maximum),
            }),
            flags = summary.Flags.Select(f => new { code = f.Code, name = f.Name, raised = f.Raised, cleared = f.Cleared }),
            projects = projects.AsParallel().AsOrdered().Select(p => Project(p, report, terminal.Language)),
        });
    }

    private static object Side(RuleSet rules, string source) => new { ruleSet = rules.Id, name = rules.Name, year = rules.Year, digest = rules.Digest, source };

    private static object Rejection(Rejection rejection, Language language) => new
    {
        id = rejection.Id,
        reasons = rejection.Reasons.Select(r => new { code = r.Code, place = r.Place.ToString(), text = r.Text(language) }),
    };

    private static object? Distribution(Distribution? totals, ImpactReport report) => totals is null ? null : new
    {
        mean = report.Points(totals.Mean),
        minimum = report.Points(totals.Minimum),
        lowerQuartile = report.Points(totals.LowerQuartile),
        median = report.Points(totals.Median),
        upperQuartile = report.Points(totals.UpperQuartile),
        maximum = report.Points(totals.Maximum),
    };

    private static object Project(ProjectImpact project, ImpactReport report, Language language)
    {
        (Evaluation Before, Evaluation After)? evaluations = project.Moves.IsEmpty ? null : report.Impact.Evaluations(project);
        return new
        {
            id = project.Id,
            name = project.Name,
            change = report.Points(project.Change),
            before = Score(project.Before, report),
            after = Score(project.After, report),
            flags = new { raised = project.Raised, cleared = project.Cleared },
            indicators = project.Moves.Select(m => new
            {
                code = m.Code,
                before = m.Before is { } before ? report.Points(before) : null,
                after = m.After is { } after ? report.Points(after) : null,
                change = report.Points(m.Change),
                sentenceBefore = evaluations?.Before.Total.Find(m.Code)?.Sentence(language),
                sentenceAfter = evaluations?.After.Total.Find(m.Code)?.Sentence(language),
            }).ToArray(),
        };
    }

    private static object Score(ProjectScore score, ImpactReport report) =>
        new { total = report.Points(score.Total), held = report.Points(score.Held), grade = score.Grade, rank = score.Rank };
}
