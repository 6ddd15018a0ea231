using Indicators.Analysis;

namespace Indicators.Tests.Analysis;

/// <summary>Conditions and thresholds that the declared ranges decide.</summary>
public sealed class RangesTests
{
    private const string Evidence = """
        数据:
          实际: {类型: 数, 范围: "[0..100]"}
          计划: {类型: 数, 范围: "[10..50]"}
          满意度: {类型: 百分比, 范围: "[0..100%]"}
          预算: 金额
          已验收: 是否
        计算:
          完成率: = 实际 / 计划
        """;

    [Theory]
    // 满意度 lies within 0 and 100%
    [InlineData("满意度 > 100%", "永不成立")]
    [InlineData("满意度 ≥ 100%", null)]
    [InlineData("满意度 ≤ 1", "总是成立")]
    [InlineData("满意度 < 100%", null)]
    // 实际 ÷ 计划 lies within 0 and 100 ÷ 10
    [InlineData("完成率 > 10", "永不成立")]
    [InlineData("完成率 ≥ 10", null)]
    [InlineData("实际 - 计划 < -50", "永不成立")]
    [InlineData("实际 - 计划 ≤ -50", null)]
    [InlineData("实际 * 计划 > 5000", "永不成立")]
    [InlineData("实际 * 计划 ≥ 5000", null)]
    [InlineData("abs(实际 - 计划) > 90", "永不成立")]
    [InlineData("max(实际, 计划) < 10", "永不成立")]
    // nothing is known of 预算
    [InlineData("预算 > 0", null)]
    [InlineData("预算 > 100 and 预算 < 50", "永不成立")]
    [InlineData("预算 > 50 and 预算 < 100", null)]
    [InlineData("预算 < 100 or 预算 > 50", "总是成立")]
    [InlineData("预算 < 50 or 预算 > 100", null)]
    [InlineData("预算 > 50 and 预算 ≤ 50", "永不成立")]
    [InlineData("预算 ≥ 50 and 预算 ≤ 50", null)]
    [InlineData("预算 between 60 and 50", "永不成立")]
    [InlineData("已验收", null)]
    [InlineData("已验收 and 满意度 > 2", "永不成立")]
    [InlineData("not(满意度 > 2)", "总是成立")]
    public void A_condition_that_the_ranges_decide_is_named(string condition, string? answer)
    {
        using var rules = TestRuleSet.WithNode($"符合: '{condition}'", evidence: Evidence);
        var problems = new Diagnostics();
        ConditionCheck.Check(rules.Sound(), problems);
        Assert.Equal(answer is null ? [] : [answer], problems.Select(p => ((Bilingual)p.Arguments[1]).Zh));
        Assert.All(problems, p => Assert.Equal("condition-always", p.Code));
    }

    [Fact]
    public void A_name_bound_by_a_row_is_not_the_field()
    {
        using var rules = TestRuleSet.WithNode("符合: some 满意度 in [120%, 130%] satisfies 满意度 > 100%", evidence: Evidence);
        var problems = new Diagnostics();
        ConditionCheck.Check(rules.Sound(), problems);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("取值: 满意度\n分档: {≥ 90: 100%, ≥ 60%: 50%, 其余: 0}", "≥ 90")]
    [InlineData("取值: 满意度\n分档: {≥ 90%: 100%, ≥ 60%: 50%, 其余: 0}", null)]
    [InlineData("取值: 满意度\n分档: {≥ 0%: 100%, 其余: 0}", null)]
    [InlineData("取值: 满意度\n增减: {基准: 90%, 每低: 1%扣5%, 零分: ≤ -1%, 步长: 连续}", "≤ -1%")]
    [InlineData("取值: 满意度\n增减: {基准: 90%, 每低: 1%扣5%, 零分: ≤ 0%, 步长: 连续}", null)]
    [InlineData("取值: 实际\n按比例: {目标: 10, 零分: '> 100%'}", "> 100%")]
    [InlineData("扣分: {每项: 10%, 件数: 实际, 零分: < 0}", "< 0")]
    public void A_threshold_out_of_reach_is_named(string keys, string? threshold)
    {
        using var rules = TestRuleSet.WithNode(keys, evidence: Evidence);
        var problems = new Diagnostics();
        ThresholdCheck.Check(rules.Sound(), problems);
        Assert.Equal(threshold is null ? [] : [threshold], problems.Select(p => p.Arguments[1].ToString()));
    }
}
