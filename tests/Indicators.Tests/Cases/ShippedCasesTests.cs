namespace Indicators.Tests.Cases;

/// <summary>Every rule set in <c>rules/</c> is sound, and its cases pass and reach all of it.</summary>
public sealed class ShippedCasesTests
{
    public static TheoryData<string> All => [.. ShippedCases.All];

    public static TheoryData<string> Scoring => [.. ShippedCases.Scoring];

    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_set_has_no_problem(string name) =>
        Assert.Empty(ShippedCases.Load(name).Problems.Select(p => p.ToString()));

    [Theory]
    [MemberData(nameof(Scoring))]
    public void Its_cases_pass_and_reach_everything(string name)
    {
        var ruleSet = ShippedCases.Load(name).RuleSet!;
        var (run, results) = ShippedCases.Run(ruleSet, name);
        Assert.NotEmpty(results);
        Assert.Empty(results.Where(r => !r.Passed).Select(r =>
            $"{r.Case.Place} {string.Join("；", r.Mismatches.Select(m => $"{m.Code.Zh}: {m.Expected.Zh} ≠ {m.Got.Zh}"))} {string.Join("；", r.Problems)}"));
        Assert.Empty(run.Coverage.Unreached.Select(u => $"{u.Place} {u.Name.Zh}: {u.Why.In(Language.Chinese)}"));
    }
}
