namespace Indicators.Cli;

/// <summary>The result of <c>indicators test --format json</c>: one array, an object a rule set.</summary>
internal static class TestJson
{
    public static void Write(IEnumerable<TestedRuleSet> tested, bool withCoverage, Terminal terminal) =>
        terminal.Json(tested.Select(t => RuleSet(t, withCoverage, terminal)));

    private static Dictionary<string, object?> RuleSet(TestedRuleSet tested, bool withCoverage, Terminal terminal)
    {
        var json = new Dictionary<string, object?>
        {
            ["ruleSet"] = tested.RuleSet.Id,
            ["digest"] = tested.RuleSet.Digest,
            ["cases"] = tested.Results.Select(r => new
            {
                name = r.Case.Name,
                place = r.Case.Place.ToString(),
                passed = r.Passed,
                total = r.Evaluation?.Total.Published.ToFixed(2),
                grade = r.Evaluation is { IsGraded: true } graded ? graded.Grade.Name : null,
                differences = r.Mismatches.Select(m => new { code = terminal.Say(m.Code), expected = terminal.Say(m.Expected), got = terminal.Say(m.Got), arithmetic = m.Arithmetic, place = m.Place.ToString() }),
                problems = r.Problems.Select(p => new { code = p.Code, place = p.Place.ToString(), text = p.Text(terminal.Language) }),
            }),
        };
        if (withCoverage)
        {
            json["coverage"] = new
            {
                parts = tested.Coverage.Parts.Length,
                reached = tested.Coverage.Reached,
                unreached = tested.Unreached.Select(u => new { name = terminal.Say(u.Name), place = u.Place.ToString(), why = u.Why.In(terminal.Language) }),
            };
        }

        return json;
    }
}
