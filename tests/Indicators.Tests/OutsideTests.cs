namespace Indicators.Tests;

/// <summary>加分 and 减分 stand outside the 100 points, each with its cap; the grade is taken after them.</summary>
public sealed class OutsideTests
{
    private const string Bonus = """
        一级指标: 创新
        加分: 20
        二级指标:
          - 名称: 创新项
            三级指标:
              - {编号: X1, 名称: 全国推广, 分值: 15, 符合: 实际 ≥ 1}
              - {编号: X2, 名称: 获奖, 分值: 10, 符合: 实际 ≥ 2}
        """;

    private const string Penalty = """
        一级指标: 违规
        减分: 10
        二级指标:
          - 名称: 违规项
            三级指标:
              - {编号: Y1, 名称: 违规次数, 分值: 10, 取值: 计划, 增减: {基准: 0, 得: 0, 每高: 1加4分, 步长: 满}}
        """;

    [Theory]
    // satisfaction gives the 100 points: 85 of them
    [InlineData(0, 0, "85.00", "良")]
    [InlineData(1, 0, "100.00", "优")]      // + 15
    [InlineData(2, 0, "105.00", "优")]      // + 25, capped at 20
    [InlineData(0, 1, "81.00", "良")]       // − 4
    [InlineData(0, 2, "77.00", "中")]       // − 8
    [InlineData(0, 9, "75.00", "中")]       // − 36, capped at 10
    [InlineData(1, 2, "92.00", "优")]
    public void They_are_added_and_taken_off_up_to_their_caps_before_the_grade(int innovations, int breaches, string total, string grade)
    {
        var evaluation = Evaluate(("满意度", "0.85"), ("实际", innovations), ("计划", breaches));
        Assert.Equal((total, grade), (evaluation.Total.Published.ToFixed(2), evaluation.Grade.Name));
        Assert.Equal(100, evaluation.Total.Maximum);
    }

    [Fact]
    public void What_is_missing_adds_and_takes_nothing_and_is_shared_with_nobody()
    {
        var evaluation = Evaluate(("满意度", "0.85"), ("实际", MissingState.NotApplicable), ("计划", MissingState.Blank));
        Assert.Equal(("85.00", "0"), (evaluation.Total.Published.ToFixed(2), evaluation.Total.Held.ToShortest(2)));
    }

    [Fact]
    public void The_total_does_not_fall_below_zero() =>
        Assert.Equal("0.00", Evaluate(("满意度", "0.05"), ("实际", 0), ("计划", 5)).Total.Published.ToFixed(2));

    [Theory]
    [InlineData("加分: 20", "分值: 5\n加分: 20", "two-weights")]
    [InlineData("名称: 创新项", "名称: 创新项\n    缺失: {空白: 挂起}", "missing-outside")]
    public void Mistakes_are_named(string part, string with, string code)
    {
        using var files = new TestRuleSet(("output.yaml", TestRuleSet.Dimension(100, "取值: 满意度\n按比例: 100%")), ("bonus.yaml", Bonus.Replace(part, with)));
        Assert.Contains(code, files.Load().Problems.Select(p => p.Code));
    }

    private static Evaluation Evaluate(params (string, object)[] fields)
    {
        using var files = new TestRuleSet(("output.yaml", TestRuleSet.Dimension(100, "取值: 满意度\n按比例: 100%")), ("bonus.yaml", Bonus), ("penalty.yaml", Penalty));
        return ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(fields));
    }
}
