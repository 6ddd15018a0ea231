using System.Collections.Immutable;

namespace Indicators.Tests;

/// <summary>The four missing states under each policy, and where the weight of what is excluded goes.</summary>
public sealed class MissingTests
{
    private const string TwoIndicators = """
        一级指标: 产出
        二级指标:
          - 名称: 数量
            三级指标:
              - {编号: A1, 名称: 甲, 分值: 40, 取值: 实际, 按比例: 10}
              - {编号: A2, 名称: 乙, 分值: 20, 取值: 计划, 按比例: 10}
          - 名称: 质量
            三级指标:
              - {编号: A3, 名称: 丙, 分值: 40, 符合: 已验收}
        """;

    [Theory]
    [InlineData(MissingState.Withheld, ScoreState.Missing, "0.00", "0.00")]
    [InlineData(MissingState.Unassessable, ScoreState.Missing, "40.00", "0.00")]
    [InlineData(MissingState.NotApplicable, ScoreState.NotApplicable, "0.00", "0.00")]
    [InlineData(MissingState.Blank, ScoreState.Held, "0.00", "40.00")]
    public void Each_state_follows_its_default_policy(MissingState state, ScoreState expected, string points, string held)
    {
        var score = Evaluate("", ("实际", state), ("计划", 10), ("已验收", true)).Total.Find("A1")!;
        Assert.Equal((expected, state), (score.State, score.Missing));
        Assert.Equal((points, held), (score.Published.ToFixed(2), score.Held.ToFixed(2)));
    }

    [Fact]
    public void Zero_is_not_missing()
    {
        var score = Evaluate("", ("实际", 0), ("计划", 10), ("已验收", true)).Total.Find("A1")!;
        Assert.Equal((ScoreState.Scored, Fraction.Zero), (score.State, score.Published));
    }

    [Fact]
    public void An_excluded_indicator_leaves_its_weight_to_the_siblings_of_its_criterion()
    {
        var total = Evaluate("", ("实际", MissingState.NotApplicable), ("计划", 5), ("已验收", true)).Total;
        Assert.Equal(60, total.Find("A2")!.Maximum);
        Assert.Equal("30.00", total.Find("A2")!.Published.ToFixed(2));
        Assert.Equal(40, total.Find("A3")!.Maximum);
        Assert.Equal("70.00", total.Published.ToFixed(2));
    }

    [Fact]
    public void A_criterion_without_indicators_leaves_its_weight_to_its_siblings()
    {
        var total = Evaluate("", ("实际", 10), ("计划", 5), ("已验收", MissingState.NotApplicable)).Total;
        Assert.Equal(new Fraction(200, 3), total.Find("A1")!.Maximum);
        Assert.Equal("66.67", total.Find("A1")!.Published.ToFixed(2));      // 40 × 100/60
        Assert.Equal("16.67", total.Find("A2")!.Published.ToFixed(2));      // 10 × 100/60
        Assert.Equal("83.34", total.Published.ToFixed(2));
        Assert.Equal(ScoreState.NotApplicable, total.Find("质量")!.State);
    }

    [Fact]
    public void The_weight_can_go_to_the_whole_instead()
    {
        var total = Evaluate("剔除到: 总分", ("实际", MissingState.NotApplicable), ("计划", 5), ("已验收", true)).Total;
        Assert.Equal(new Fraction(100, 3), total.Find("A2")!.Maximum);      // 20 × 100/60
        Assert.Equal(new Fraction(200, 3), total.Find("A3")!.Maximum);      // 40 × 100/60
        Assert.Equal("83.34", total.Published.ToFixed(2));                  // 16.67 + 66.67
    }

    [Fact]
    public void When_nothing_applies_the_total_is_zero_of_zero()
    {
        var evaluation = Evaluate("", ("实际", MissingState.NotApplicable), ("计划", MissingState.NotApplicable), ("已验收", MissingState.NotApplicable));
        var total = evaluation.Total;
        Assert.False(evaluation.IsGraded);
        Assert.Equal((ScoreState.NotApplicable, Fraction.Zero, Fraction.Zero), (total.State, total.Maximum, total.Published));
        Assert.Null(total.Rate);
        Assert.Contains("剔除", total.Find("A1")!.Sentence(Language.Chinese));
    }

    [Fact]
    public void Held_points_leave_the_better_grade_open()
    {
        var evaluation = Evaluate("", ("实际", 10), ("计划", 10), ("已验收", MissingState.Blank));
        Assert.Equal(("60.00", "中", "优"), (evaluation.Total.Published.ToFixed(2), evaluation.Grade.Name, evaluation.BestGrade.Name));
    }

    [Fact]
    public void The_rule_set_sets_the_policy_and_the_policy_is_named()
    {
        var score = Evaluate("缺失: {空白: 零分}", ("计划", 10), ("已验收", true)).Total.Find("A1")!;
        Assert.Equal((ScoreState.Missing, MissingPolicy.Zero), (score.State, score.Policy));
        Assert.Contains("空白按零分计", score.Sentence(Language.Chinese));
    }

    [Fact]
    public void The_hundred_points_divide_by_what_they_rest_on()
    {
        var project = new Project
        {
            Id = "P1",
            Fields = new Dictionary<string, Cell>
            {
                ["实际"] = TestProject.Cell(10),
                ["计划"] = TestProject.Cell(10, Standing.Claim),
                ["已验收"] = TestProject.Cell(MissingState.Withheld),
            }.ToImmutableDictionary(),
        };
        using var files = new TestRuleSet(("output.yaml", TwoIndicators));
        var resting = ReferenceEvaluator.Evaluate(files.Sound(), project).Total.Resting;
        Assert.Equal(new StandingSplit(40, 20, 40), resting);
    }

    [Fact]
    public void A_finding_declares_a_whole_indicator_not_applicable()
    {
        using var files = new TestRuleSet(("output.yaml", TwoIndicators));
        var project = TestProject.Of(("实际", 10), ("计划", 10), ("已验收", true)).With(TestProject.Finding("A3", Conclusion.NotApplicable));
        Assert.Equal("100.00", ReferenceEvaluator.Evaluate(files.Sound(), project).Total.Published.ToFixed(2));
    }

    private static Evaluation Evaluate(string header, params (string, object)[] fields)
    {
        using var files = new TestRuleSet(("rule-set.yaml", TestRuleSet.Header + "\n" + header), ("output.yaml", TwoIndicators));
        return ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(fields));
    }
}
