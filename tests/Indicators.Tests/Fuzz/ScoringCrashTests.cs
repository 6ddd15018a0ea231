namespace Indicators.Tests.Fuzz;

/// <summary>Rule sets that once loaded and then threw while a project was scored: each is refused, or scores.</summary>
public sealed class ScoringCrashTests
{
    private const string Tables = TestRuleSet.Evidence + "\n表:\n  资金: {键: 年度, 列: {年度: 数, 支出: 金额}}";

    [Fact]
    public void A_row_that_is_not_there_is_missing() => Scores("逐行: '[资金[1], 资金[9]]'\n取值: 支出\n按比例: 100");

    [Fact]
    public void A_level_of_another_band_is_no_finding() => Scores(
        "分档: {已验收: {定性: {好: 80%~100%}}, 其余: {定性: {优: 60%~80%}}}",
        new Finding("A1", Conclusion.Scored, new Place("评价意见.csv", 2)) { Level = "优", Amount = new Fraction(7, 10), AmountIsShare = true });

    [Fact]
    public void A_rank_is_not_compared_with_the_portfolio_again() =>
        Refused("取值: 实际\n同类: {比: 名次, 来自: 项目库, 分档: {≤ 5: 100%, 其余: {同类: {比: 极差, 来自: 项目库}}}}", "peers-nested");

    [Fact]
    public void A_row_is_not_compared_with_the_portfolio_in_a_band() =>
        Refused("逐行: 资金\n取值: 支出\n分档: {≥ 5: 100%, 其余: {同类: {比: 极差, 来自: 项目库}}}", "each-judged");

    [Fact]
    public void A_point_without_worth_is_refused() =>
        Refused("评价要点: [{名称: 甲, 占比: 0%, 定性: {好: 0~100%}}, {名称: 乙, 占比: 100%}]", "weight-zero");

    [Fact]
    public void Points_beside_a_named_method_are_two_methods()
    {
        using var set = TestRuleSet.WithNode("方法: 满意\n评价要点: [甲]", TestRuleSet.Header + "\n方法: {满意: {符合: 已验收}}");
        Assert.Equal(["two-methods"], set.Load().Problems.Select(p => p.Code));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_named()
    {
        using var set = TestRuleSet.WithNode("符合: 已验收");
        File.CreateSymbolicLink(Path.Combine(set.Path, "effect.yaml"), Path.Combine(set.Path, "没有"));
        Assert.Contains(set.Load().Problems, p => p.Place.File.EndsWith("effect.yaml", StringComparison.Ordinal));
    }

    private static void Scores(string keys, params Finding[] findings)
    {
        using var set = TestRuleSet.WithNode(keys, evidence: Tables);
        Scored.Read(set.Sound(), [new Project { Id = "P0" }, TestProject.Of(("实际", 1), ("已验收", true)).With(findings)]);
    }

    private static void Refused(string keys, string code)
    {
        using var set = TestRuleSet.WithNode(keys, evidence: Tables);
        Assert.Equal([code], set.Load().Problems.Select(p => p.Code));
    }
}
