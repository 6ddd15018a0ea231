namespace Indicators.Tests;

/// <summary>结果应用: what a regulation lays down for a grade, read, shown with its citation, and no decision.</summary>
public sealed class ConsequenceTests
{
    [Theory]
    [InlineData("-10%~-30%", "-10% 至 -30%", "-10% to -30%")]
    [InlineData("-30%~取消", "-30% 至 取消", "-30% to cancelled")]
    [InlineData("-30% ～ cancel", "-30% 至 取消", "-30% to cancelled")]
    [InlineData("−12.5％", "-12.5%", "-12.5%")]
    [InlineData("0%~+5%", "0% 至 +5%", "0% to +5%")]
    public void A_range_is_read_as_people_write_it(string text, string zh, string en)
    {
        var consequence = Of($"预算: '{text}'").Consequences.Single();
        Assert.Equal(($"下一年度预算{zh}", $"next year's budget {en}"), (consequence.Says.In(Language.Chinese), consequence.Says.In(Language.English)));
    }

    [Theory]
    [InlineData("减三成")]
    [InlineData("-10")]
    [InlineData("-101%")]
    [InlineData("-10%~")]
    [InlineData("-10%~-20%~-30%")]
    public void What_is_no_range_is_refused(string text)
    {
        using var rules = Rules($"预算: '{text}'");
        Assert.Contains("expected-budget-range", rules.Load().Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("60天", 60)]
    [InlineData("60", 60)]
    [InlineData("60 days", 60)]
    public void Days_are_read_with_and_without_their_word(string text, int days) => Assert.Equal(days, Of($"整改: {text}").Consequences.Single().RectifyDays);

    [Fact]
    public void A_citation_is_needed()
    {
        using var rules = TestRuleSet.WithNode("符合: 已验收", TestRuleSet.Header + "\n结果应用:\n  差: {整改: 60天}");
        Assert.Equal(["missing-key"], rules.Load().Problems.Select(p => p.Code));
    }

    [Fact]
    public async Task It_stands_beside_the_grade_that_it_is_for_and_no_other()
    {
        using var rules = Rules("预算: '-30%~取消', 整改: 60天");
        using var evidence = new TestFolder(("a.csv", "项目,已验收,来源\nP1,否,报告\nP2,是,报告\n"));
        var run = await CliRun.Of("score", Path.Combine(evidence.Path, "a.csv"), "--rules", rules.Path, "--project", "P1");
        Assert.Contains("结果应用  下一年度预算-30% 至 取消；60 天内整改（某文号）。这是规定的幅度，不是决定", run.Lines);
        run = await CliRun.Of("score", Path.Combine(evidence.Path, "a.csv"), "--rules", rules.Path, "--project", "P2");
        Assert.DoesNotContain(run.Lines, l => l.StartsWith("结果应用", StringComparison.Ordinal));
    }

    /// <summary>It is part of what the rules mean; what stands beside scores is not.</summary>
    [Fact]
    public void It_counts_for_the_digest_and_figures_beside_the_scores_do_not()
    {
        using var plain = TestRuleSet.WithNode("符合: 已验收");
        using var beside = TestRuleSet.WithNode("符合: 已验收", TestRuleSet.Header + "\n对照: {完成率: 实际 / 计划}");
        using var consequences = Rules("整改: 60天");
        Assert.Equal(plain.Sound().Digest, beside.Sound().Digest);
        Assert.NotEqual(plain.Sound().Digest, consequences.Sound().Digest);
        Assert.Equal("完成率", beside.Sound().Beside.Single().Name);
    }

    private static TestRuleSet Rules(string keys) => TestRuleSet.WithNode("符合: 已验收", TestRuleSet.Header + $"\n结果应用:\n  差: {{{keys}, 依据: 某文号}}");

    private static RuleSet Of(string keys)
    {
        using var rules = Rules(keys);
        return rules.Sound();
    }
}
