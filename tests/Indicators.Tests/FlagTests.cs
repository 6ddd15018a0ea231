namespace Indicators.Tests;

public sealed class FlagTests
{
    private const string Flags = """
        疑点:
          - 编号: F1
            名称: 补助标准与资金总额矛盾
            指标: A1
            当: 实际 * 20000 > 到位
            说明: "{实际} 次 × 2万元 = {到位 * 0 + 实际 * 20000}，超过到位资金 {到位}"
            依据: 报告 一(一)4
          - 编号: F2
            名称: 超支
            性质: 红线
            当: 到位 > 预算
            说明: "到位 {到位} 大于预算 {预算}"
            等级上限: 中
          - 编号: F3
            名称: 得分过高
            当: 得分("总分") >= 100 and 依据("A1") = "佐证"
            说明: '{得分("A1")} 分'
        """;

    [Theory]
    [InlineData(15, 300_000, false)]
    [InlineData(16, 300_000, true)]
    public void A_flag_is_raised_just_above_its_limit(int contests, int received, bool raised)
    {
        var flags = Evaluate(("实际", contests), ("到位", received), ("预算", 300_000)).Flags;
        Assert.Equal(raised, flags.Any(f => f.Code == "F1"));
    }

    [Fact]
    public void A_flag_states_its_numbers_and_its_source()
    {
        var flag = Evaluate(("实际", 17), ("到位", 300_000), ("预算", 300_000)).Flags[0];
        Assert.Equal("17 次 × 2万元 = 34万元，超过到位资金 30万元", flag.Says.In(Language.Chinese));
        Assert.Equal(["报告 一(一)4"], flag.Definition!.Basis);
    }

    [Theory]
    [InlineData(300_000, "优", "优")]
    [InlineData(300_001, "优", "中")]
    public void A_red_line_caps_the_grade_and_changes_no_score(int received, string uncapped, string grade)
    {
        var evaluation = Evaluate(("实际", 12), ("到位", received), ("预算", 300_000));
        Assert.Equal((uncapped, grade), (evaluation.UncappedGrade.Name, evaluation.Grade.Name));
        Assert.Equal("100.00", evaluation.Total.Published.ToFixed(2));
    }

    [Fact]
    public void A_red_line_does_not_lift_a_worse_grade()
    {
        var evaluation = Evaluate(("实际", 0), ("到位", 300_001), ("预算", 300_000));
        Assert.Equal("差", evaluation.Grade.Name);
    }

    [Fact]
    public void A_flag_without_evidence_is_undecided_not_silent()
    {
        var evaluation = Evaluate(("实际", 12));
        Assert.Equal(["F1", "F2"], evaluation.UndecidedFlags.Select(f => f.Code));
        Assert.Equal(["F3"], evaluation.Flags.Select(f => f.Code));
    }

    [Fact]
    public void A_ruling_overrides_the_result_shows_both_and_raises_a_flag()
    {
        using var files = Files();
        var project = TestProject.Of(("实际", 3), ("到位", 1), ("预算", 1)).With(TestProject.Finding("A1", Conclusion.RuledMet));
        var evaluation = ReferenceEvaluator.Evaluate(files.Sound(), project);
        var score = evaluation.Total.Find("A1")!;
        Assert.Equal("100.00", score.Published.ToFixed(2));
        Assert.Contains("25.00", score.Sentence(Language.Chinese));
        Assert.Contains(evaluation.Flags, f => f.About.Contains("A1") && f.Definition is null);
    }

    private static TestRuleSet Files() => new(
        ("output.yaml", TestRuleSet.Dimension(100, "取值: 实际\n按比例: 12")),
        ("flags.yaml", Flags));

    private static Evaluation Evaluate(params (string, object)[] fields)
    {
        using var files = Files();
        return ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(fields));
    }
}
