namespace Indicators.Cli;

/// <summary>The result of <c>indicators check --format json</c>: one array, an object a folder.</summary>
internal static class CheckJson
{
    public static void Write(IEnumerable<CheckedRuleSet> found, Terminal terminal) =>
        terminal.Json(found.Select(Folder));

    private static object Folder(CheckedRuleSet set) => new
    {
        directory = set.Directory,
        ruleSet = set.Latest?.Id,
        fine = set.IsFine,
        years = set.Loaded.RuleSets.Where(r => r.Year is not null).Select(r => new { year = r.Year, digest = r.Digest }),
        weights = set.Latest?.Root.Children.Select(d => new { dimension = d.Name, weight = d.Weight.ToShortest(4) }),
        open = set.Loaded.Open.Select(o => new { name = o.Name, place = o.Place.ToString() }),
        problems = set.Problems.Select(p => Problem(p, null)),
        accepted = set.Analysis.Accepted.Select(a => Problem(a.Problem, a.By.Reason)),
        properties = set.Analysis.Properties.Select(p => new
        {
            code = p.Leaf.Code,
            monotone = Texts.Proofs[p.Monotone].En,
            trials = p.Trials,
            counterexample = p.Counterexample is { } shows ? new { zh = shows.In(Language.Chinese), en = shows.In(Language.English) } : null,
            withinMaximum = "proved",
            needsNoCut = p.Inside,
        }),
    };

    private static object Problem(Diagnostic problem, string? accepted) => new
    {
        code = problem.Code,
        severity = problem.Severity.Word(),
        file = problem.Place.File,
        line = problem.Place.Line,
        column = problem.Place.Column,
        years = problem.Years,
        text = new { zh = problem.Text(Language.Chinese), en = problem.Text(Language.English) },
        remedy = new { zh = problem.Remedy(Language.Chinese), en = problem.Remedy(Language.English) },
        fixes = problem.Fixes.Select(f => new { file = f.Place.File, line = f.Place.Line, column = f.Place.Column, length = f.Length, text = f.Text }),
        accepted,
    };
}
