using CsCheck;
using Indicators.Years;

namespace Indicators.Tests.Years;

/// <summary>Changes from year to year add up to the last digit, and say whether the project or the rules did it.</summary>
public sealed class ProjectComparisonTests
{
    private const string Bands = "取值: 实际 / 计划\n分档: {≥ 95%: 100%, ≥ 80%: 60%, 其余: 0}";
    private const string Easier = "取值: 实际 / 计划\n分档: {≥ 95%: 100%, ≥ 70%: 60%, 其余: 0}";

    /// <summary>By hand. Before: 96% under ≥ 95% is 100. After: 75% under ≥ 70% is 60. Crossed: 75% under the old rules 0, 96% under the new 100.
    /// Evidence: ½(0 − 100) + ½(60 − 100) = −70. Rules: ½(100 − 100) + ½(60 − 0) = 30.</summary>
    [Fact]
    public void A_change_is_split_as_by_hand()
    {
        var comparison = Of(Bands, Project("96", "100"), Easier, Project("75", "100"));
        Assert.Equal(new Effects(-70, 30), comparison.Total);
        Assert.Equal((-40, "优", "中"), (comparison.Change, comparison.Before.Grade.Name, comparison.After.Grade.Name));
        Assert.Equal("A1", comparison.Deciding().Single().Pair.Code);
        Assert.Equal([("实际", "96", "75")], comparison.Indicators.Single().Evidence.Select(e => (e.Name, e.Before!.Zh, e.After!.Zh)));
    }

    [Fact]
    public void The_same_rules_have_no_effect_and_nor_has_the_same_evidence()
    {
        Assert.Equal(new Effects(-40, 0), Of(Bands, Project("96", "100"), Bands, Project("85", "100")).Total);
        Assert.Equal(new Effects(0, 60), Of(Bands, Project("75", "100"), Easier, Project("75", "100")).Total);
    }

    /// <summary>What only one year has, scores zero in the other: its points are the rules' doing where the evidence stays.</summary>
    [Fact]
    public void An_indicator_that_came_and_one_that_went_are_the_doing_of_the_rules()
    {
        const string two = "一级指标: 产出\n二级指标:\n  - 名称: 产出数量\n    三级指标:\n      - {编号: A1, 名称: 完成率, 分值: 60, 取值: 实际 / 计划, 按比例: 100%}\n      - {编号: A2, 名称: 满意, 分值: 40, 取值: 满意度, 按比例: 100%}\n";
        using var one = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: 100%");
        using var other = new TestRuleSet(("output.yaml", two));
        var evidence = TestProject.Of(("实际", "1"), ("计划", "2"), ("满意度", "0.9"));
        var came = ProjectComparison.Of(one.Sound(), evidence, other.Sound(), evidence);
        Assert.Equal([("A1", new Effects(0, -20)), ("A2", new Effects(0, 36))], came.Indicators.Select(i => (i.Pair.Code, i.Effects!.Value)));
        Assert.Equal((true, new Fraction(1, 2), new Fraction(1, 2)), (came.Indicators.First().Pair.WeightChanged, came.Indicators.First().Before!.Rate, came.Indicators.First().After!.Rate));
        var went = ProjectComparison.Of(other.Sound(), evidence, one.Sound(), evidence);
        Assert.Equal([("A1", new Effects(0, 20)), ("A2", new Effects(0, -36))], went.Indicators.Select(i => (i.Pair.Code, i.Effects!.Value)));
        Assert.Equal(new Effects(0, -16), went.Total);
    }

    [Fact]
    public void What_a_year_lacks_of_the_other_years_rules_is_said_in_points()
    {
        using var one = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: 100%");
        using var other = TestRuleSet.WithNode("取值: 满意度\n按比例: 100%\n缺失: {空白: 零分}");
        var comparison = ProjectComparison.Of(one.Sound(), Project("1", "2"), other.Sound(), TestProject.Of(("满意度", "0.9"), ("实际", "1"), ("计划", "4")));
        Assert.Equal((100, new Effects(new(65, 2), new(15, 2))), (comparison.OnMissing, comparison.Total));
    }

    [Fact]
    public void Evidence_that_the_other_years_rules_refuse_is_not_split()
    {
        using var one = TestRuleSet.WithNode(Bands);
        using var other = TestRuleSet.WithNode(Bands, evidence: TestRuleSet.Evidence.Replace("实际: 数", "实际: {类型: 数, 范围: '[0..90]'}"));
        var comparison = ProjectComparison.Of(one.Sound(), Project("96", "100"), other.Sound(), Project("85", "100"));
        Assert.Equal((false, (Effects?)null, -40), (comparison.IsSplit, comparison.Total, comparison.Change));
    }

    /// <summary>Any rules to any others, any evidence to any other: every level adds up exactly, and the indicators with the rest make the total.</summary>
    [Fact]
    public void Effects_add_up_to_the_last_digit()
    {
        var pairs = Gen.Select(RandomRuleSet.Files, RandomRuleSet.Files).SelectMany((one, other) =>
        {
            using var before = new TestRuleSet(one);
            using var after = new TestRuleSet(other);
            return before.Load().RuleSet is { NeedsPortfolio: false } old && after.Load().RuleSet is { NeedsPortfolio: false } @new
                ? Gen.Select(RandomRuleSet.ProjectsOf(old), RandomRuleSet.ProjectsOf(@new)).Select((a, b) => ((RuleSet, Project, RuleSet, Project)?)(old, a, @new, b))
                : Gen.Const(((RuleSet, Project, RuleSet, Project)?)null);
        });
        var split = 0;
        pairs.Sample(
            pair =>
            {
                if (pair is not var (before, old, after, @new))
                {
                    return;
                }

                var comparison = ProjectComparison.Of(before, old, after, @new);
                Assert.Equal(comparison.Change, Fraction.Sum(comparison.Indicators.Select(i => i.Change * i.Pair.Sign)) + comparison.Rest);
                if (!comparison.IsSplit)
                {
                    return;
                }

                split++;
                Assert.Equal(comparison.Change, comparison.Total!.Value.Change);
                Assert.All(comparison.Nodes, n => Assert.Equal(n.Change, n.Effects!.Value.Change));
                // The other way round is the same with the other sign.
                var back = ProjectComparison.Of(after, @new, before, old);
                Assert.Equal((-comparison.Total.Value.Evidence, -comparison.Total.Value.Rules), (back.Total!.Value.Evidence, back.Total.Value.Rules));
            },
            iter: 300);
        Assert.True(split > 20, $"{split}");
    }

    private static Project Project(string actual, string plan) => TestProject.Of(("实际", actual), ("计划", plan));

    private static ProjectComparison Of(string before, Project old, string after, Project @new)
    {
        using var one = TestRuleSet.WithNode(before);
        using var other = TestRuleSet.WithNode(after);
        return ProjectComparison.Of(one.Sound(), old, other.Sound(), @new);
    }
}
