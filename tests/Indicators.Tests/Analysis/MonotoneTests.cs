using Indicators.Analysis;

namespace Indicators.Tests.Analysis;

/// <summary>Whether better evidence never lowers a score: what is proved, what is tried, and the counterexamples.</summary>
public sealed class MonotoneTests
{
    [Theory]
    [InlineData("取值: 到位率\n分档: {≥ 90%: 100%, ≥ 80%: 50%, 其余: 0}", Proof.Proved)]
    // fewer is better: ≤ comes first
    [InlineData("取值: 实际\n分档: {≤ 5: 100%, ≤ 10: 50%, 其余: 0}", Proof.Proved)]
    [InlineData("取值: 到位率\n分档: {≥ 90%: 50%, ≥ 80%: 80%, 其余: 0}", Proof.Refuted)]
    [InlineData("取值: 实际\n分档: {≤ 5: 50%, ≤ 10: 80%, 其余: 0}", Proof.Refuted)]
    // a range says that there is a too much
    [InlineData("取值: 到位率\n分档: {'[90%..110%]': 100%, '[80%..120%]': 80%, 其余: 0}", Proof.Proved)]
    [InlineData("取值: 到位率\n分档: {'[90%..110%]': 50%, '[80%..120%]': 80%, 其余: 0}", Proof.Refuted)]
    [InlineData("取值: 到位率\n按比例: 100%", Proof.Proved)]
    [InlineData("取值: 到位率\n按比例: {目标: 100%, 零分: < 60%}", Proof.Proved)]
    [InlineData("取值: 到位率\n按比例: {目标: 100%, 零分: '> 60%'}", Proof.Refuted)]
    [InlineData("取值: 实际\n按比例: 计划", Proof.Proved)]
    [InlineData("取值: 实际\n按比例: {目标: 12, 方向: =}", Proof.Proved)]
    [InlineData("取值: 到位率\n直线: {零分: 60%, 满分: 100%}", Proof.Proved)]
    [InlineData("取值: 到位率\n增减: {基准: 100%, 每低: 1%扣5%, 零分: ≤ 80%, 步长: 连续}", Proof.Proved)]
    [InlineData("取值: 到位率\n增减: {基准: 100%, 每低: 1%扣5%, 零分: ≥ 110%, 步长: 连续}", Proof.Refuted)]
    [InlineData("取值: 到位率\n增减: {基准: 100%, 每偏: 5%扣10%, 步长: 满}", Proof.Proved)]
    [InlineData("取值: 到位率\n增减: {基准: 100%, 每低: 1%扣5%, 每高: 1%加1%, 得: 80%, 步长: 不足按整}", Proof.Proved)]
    [InlineData("取值: 实际\n增减: {基准: 计划, 每低: 1扣5%, 步长: 连续}", Proof.Proved)]
    [InlineData("扣分: {每项: 10%, 件数: 实际}", Proof.Proved)]
    [InlineData("扣分: {每项: 10%, 件数: 实际, 零分: ≥ 3}", Proof.Proved)]
    [InlineData("扣分: {每项: 10%, 件数: 实际, 零分: = 3}", Proof.Refuted)]
    [InlineData("符合: 已验收", Proof.ByDefinition)]
    [InlineData("定性: {好: 80%~100%, 差: 0~80%}", Proof.Proved)]
    [InlineData("公式: min(100, 实际 * 10)", Proof.Tried)]
    [InlineData("公式: if 实际 > 10 then 50 else 实际 * 10", Proof.Refuted)]
    // an inner proportion that beats the band above it: 79% earns 79, 80% earns 70
    [InlineData("取值: 到位率\n分档: {≥ 80%: 70%, 其余: {按比例: 100%}}", Proof.Refuted)]
    [InlineData("取值: 到位率\n分档: {≥ 80%: 80%, 其余: {按比例: 100%}}", Proof.Proved)]
    [InlineData("分档: {实际 = 0 and 计划 = 0: 100%, 其余: {取值: 实际 / 计划, 按比例: 100%}}", Proof.Tried)]
    [InlineData("分档: {实际 ≥ 10: 50%, 实际 ≥ 5: 80%, 其余: 0}", Proof.Refuted)]
    public void A_rule_is_proved_tried_or_refuted(string keys, Proof proof)
    {
        using var rules = TestRuleSet.WithNode(keys);
        var property = MonotoneCheck.Of(rules.Sound()).Single();
        Assert.True(proof == property.Monotone, $"{property.Monotone}, {property.Trials} trials: {property.Counterexample?.In(Language.Chinese)}");
        Assert.Equal(property.Monotone is Proof.Refuted, property.Counterexample is not null);
        Assert.Equal(property.Monotone is Proof.Tried, property.Trials > 0 && property.Counterexample is null);
    }

    [Theory]
    [InlineData("取值: 到位率\n分档: {≥ 90%: 50%, ≥ 80%: 80%, 其余: 0}", "到位率 是 85% 得 80.00 分，是 90% 只得 50.00 分")]
    [InlineData("取值: 实际\n分档: {≤ 5: 50%, ≤ 10: 80%, 其余: 0}", "实际 是 7.5 得 80.00 分，是 5 只得 50.00 分")]
    [InlineData("扣分: {每项: 10%, 件数: 实际, 零分: = 3}", "件数 是 4 得 60.00 分，是 3 只得 0.00 分")]
    [InlineData("取值: 到位率\n分档: {≥ 80%: 50%, 其余: {按比例: 100%}}", "到位率 是 79.6% 得 79.60 分，是 80% 只得 50.00 分")]
    public void The_counterexample_says_both_scores(string keys, string says)
    {
        using var rules = TestRuleSet.WithNode(keys);
        var problems = new Diagnostics();
        MonotoneCheck.Check(MonotoneCheck.Of(rules.Sound()), problems);
        Assert.Equal("not-monotone", problems.Single().Code);
        Assert.Contains(says, problems.Single().Text(Language.Chinese));
    }

    [Fact]
    public void A_reason_to_be_so_opts_out_and_one_that_is_not_needed_is_named()
    {
        using var reversed = TestRuleSet.WithNode("逆向: 超额说明目标偏低\n取值: 到位率\n分档: {≥ 120%: 50%, ≥ 80%: 80%, 其余: 0}");
        var property = MonotoneCheck.Of(reversed.Sound()).Single();
        Assert.Equal(Proof.Reversed, property.Monotone);
        Assert.NotNull(property.Counterexample);

        using var needless = TestRuleSet.WithNode("逆向: 没有必要\n取值: 到位率\n按比例: 100%");
        var problems = new Diagnostics();
        MonotoneCheck.Check(MonotoneCheck.Of(needless.Sound()), problems);
        Assert.Equal("reverse-unneeded", problems.Single().Code);
    }

    [Fact]
    public void Points_that_are_proved_to_lie_inside_are_told_from_those_cut_off()
    {
        const string evidence = "数据: {实际: {类型: 数, 范围: '[0..10]'}}";
        using var inside = TestRuleSet.WithNode("公式: 实际 * 10", evidence: evidence);
        Assert.True(MonotoneCheck.Of(inside.Sound()).Single().Inside);
        using var beyond = TestRuleSet.WithNode("公式: 实际 * 10 + 1", evidence: evidence);
        Assert.False(MonotoneCheck.Of(beyond.Sound()).Single().Inside);
    }

    [Fact]
    public void Every_shipped_leaf_is_settled()
    {
        foreach (var directory in Directory.GetDirectories(Path.Combine(Repository.Root, "rules")))
        {
            foreach (var set in Indicators.Loading.RuleSetLoader.LoadEveryYear(directory).RuleSets.TakeLast(1))
            {
                Assert.All(MonotoneCheck.Of(set), p => Assert.True(p.Monotone is not (Proof.Refuted or Proof.Untried), $"{set.Id} {p.Leaf.Code} {p.Monotone} {p.Counterexample?.In(Language.Chinese)}"));
            }
        }
    }
}
