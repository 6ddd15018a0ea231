namespace Indicators.Tests.Methods;

/// <summary>Each method just below, at and just above its boundaries; the expected points are worked out by hand.</summary>
public sealed class MethodTests
{
    [Theory]
    // ≥: 8 points, target 12
    [InlineData("{目标: 计划}", "17", "12", "100.00")]
    [InlineData("{目标: 计划}", "12", "12", "100.00")]
    [InlineData("{目标: 计划}", "11.99", "12", "99.92")]      // 99.91666…
    [InlineData("{目标: 计划}", "0", "12", "0.00")]
    // the zero standard tests the completion rate
    [InlineData("{目标: 计划, 零分: < 60%}", "7.2", "12", "60.00")]
    [InlineData("{目标: 计划, 零分: < 60%}", "7.19", "12", "0.00")]
    [InlineData("{目标: 计划, 零分: < 60%}", "7.21", "12", "60.08")]  // 60.08333…
    // ≤: a reverse target
    [InlineData("{目标: 计划, 方向: ≤}", "5830", "5300", "90.91")]    // 5300/5830 = 90.909…
    [InlineData("{目标: 计划, 方向: ≤}", "5300", "5300", "100.00")]
    [InlineData("{目标: 计划, 方向: ≤}", "0", "5300", "100.00")]
    // =: deviation on either side
    [InlineData("{目标: 计划, 方向: =}", "9", "10", "90.00")]
    [InlineData("{目标: 计划, 方向: =}", "11", "10", "90.00")]
    [InlineData("{目标: 计划, 方向: =}", "25", "10", "0.00")]
    public void Proportional(string method, string actual, string target, string expected) =>
        Assert.Equal(expected, Score($"取值: 实际\n按比例: {method}", ("实际", actual), ("计划", target)));

    [Fact]
    public void Five_of_600_for_three_points_is_a_tie_that_goes_up()
    {
        using var files = new TestRuleSet(
            ("output.yaml", TestRuleSet.Dimension(3, "取值: 实际 / 计划\n按比例: 100%")),
            ("rest.yaml", TestRuleSet.Dimension(97, "符合: 已验收").Replace("一级指标: 产出", "一级指标: 其他").Replace("产出数量", "其他项").Replace("编号: A1", "编号: B1")));
        var total = ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(("实际", "5"), ("计划", "600"), ("已验收", false))).Total;
        Assert.Equal(new Fraction(25, 1000), total.Find("A1")!.Exact);
        Assert.Equal("0.03", total.Published.ToFixed(2));
    }

    [Theory]
    [InlineData("连续", "0.9335", "66.75")]      // 6.65 steps of 5%
    [InlineData("满", "0.9335", "70.00")]        // 6 whole steps
    [InlineData("不足按整", "0.9335", "65.00")]  // 7 started steps
    [InlineData("连续", "1", "100.00")]
    [InlineData("满", "0.99", "95.00")]
    [InlineData("满", "0.9901", "100.00")]
    [InlineData("不足按整", "0.9999", "95.00")]
    [InlineData("连续", "0.8001", "0.05")]       // 19.99 steps take 99.95
    [InlineData("连续", "0.8", "0.00")]
    [InlineData("连续", "1.2", "100.00")]
    public void Slope(string steps, string rate, string expected) => Assert.Equal(
        expected,
        Score($"取值: 实际 / 计划\n增减: {{基准: 100%, 每低: 1%扣5%, 零分: ≤ 80%, 步长: {steps}}}", ("实际", rate), ("计划", "1")));

    [Theory]
    [InlineData("1个百分点扣5分", "85.00")]     // 87% is 3 points short of 90%
    [InlineData("1‰扣1分", "70.00")]
    [InlineData("1% LOSES 5 points", "85.00")]
    [InlineData("1% Adds 5%", "100.00")]
    public void A_step_of_a_rate_may_be_written_in_several_units(string step, string expected) =>
        Assert.Equal(expected, Score($"取值: 满意度\n增减: {{基准: 90%, 每低: {step}, 步长: 满}}", ("满意度", "0.87")));

    [Theory]
    [InlineData("1万元扣1分", "98.00")]
    [InlineData("10000扣1分", "98.00")]
    public void A_step_of_money_is_converted(string step, string expected) =>
        Assert.Equal(expected, Score($"取值: 预算\n增减: {{基准: 1000000, 每低: {step}, 步长: 满}}", ("预算", 980_000)));

    [Fact]
    public void Points_written_as_maps_inherit_that_partial_scores_are_allowed()
    {
        using var files = TestRuleSet.WithNode("部分得分: 允许\n评价要点: [{名称: 甲}, 乙]");
        var project = TestProject.Of().With(
            TestProject.Finding("A1①", Conclusion.PartlyMet, new Fraction(1, 2)),
            TestProject.Finding("A1②", Conclusion.PartlyMet, new Fraction(1, 2)));
        var problems = new Diagnostics();
        EvidenceCheck.Check(project, files.Sound(), problems);
        Assert.Empty(problems);
        Assert.Equal("50.00", Published(files, project));
    }

    [Theory]
    [InlineData(true, "80.00")]
    [InlineData(false, "0.00")]
    public void Defects_count_in_a_deduction_inside_a_band(bool accepted, string expected)
    {
        using var files = TestRuleSet.WithNode("分档: {已验收: {扣分: {每项: 20%}}, 其余: 0}");
        var project = TestProject.Of(("已验收", accepted)).With(TestProject.Finding("A1", Conclusion.Defect));
        var problems = new Diagnostics();
        EvidenceCheck.Check(project, files.Sound(), problems);
        Assert.Empty(problems);
        Assert.Equal(expected, Published(files, project));
    }

    [Theory]
    [InlineData("1.05", "99.00")]     // one step of five points on either side takes 1
    [InlineData("0.95", "99.00")]
    [InlineData("0.951", "100.00")]
    [InlineData("1.0499", "100.00")]
    [InlineData("1.10", "98.00")]
    public void Slope_on_either_side(string rate, string expected) => Assert.Equal(
        expected,
        Score("取值: 实际 / 计划\n增减: {基准: 100%, 每偏: 5%扣1分, 步长: 满}", ("实际", rate), ("计划", "1")));

    [Theory]
    [InlineData("0.12", "52.50")]     // base 50 at 10%, each 0.1 point above adds 0.125
    [InlineData("0.10", "50.00")]
    [InlineData("0.09", "40.00")]     // each point below takes 10
    [InlineData("0.95", "100.00")]    // 满分 comes first
    public void Slope_with_a_base_and_both_sides(string rate, string expected) => Assert.Equal(
        expected,
        Score("取值: 满意度\n增减: {基准: 10%, 得: 50%, 每高: 0.1%加0.125分, 每低: 1%扣10分, 满分: ≥ 90%, 步长: 连续}", ("满意度", rate)));

    [Theory]
    [InlineData("0.90", "100.00")]
    [InlineData("0.8999", "80.00")]
    [InlineData("0.80", "80.00")]
    [InlineData("0.7999", "50.00")]
    [InlineData("0.60", "50.00")]
    [InlineData("0.5999", "0.00")]
    public void Satisfaction_bands_of_the_core_indicators(string rate, string expected) => Assert.Equal(
        expected,
        Score("取值: 满意度\n分档: {≥ 90%: 100%, ≥ 80%: 80%, ≥ 60%: 50分, 其余: 0}", ("满意度", rate)));

    [Theory]
    [InlineData("0", "0", "100.00")]
    [InlineData("5", "0", "0.00")]
    [InlineData("95", "100", "99.00")]
    [InlineData("106", "100", "99.00")]
    [InlineData("100", "100", "100.00")]
    public void Exceptions_before_the_rule(string actual, string planned, string expected) => Assert.Equal(
        expected,
        Score("""
            分档:
              计划 = 0 and 实际 = 0: 100%
              计划 = 0: 0
              其余: {取值: 实际 / 计划, 增减: {基准: 100%, 每偏: 5%扣1分, 步长: 满}}
            """, ("实际", actual), ("计划", planned)));

    [Fact]
    public void A_band_hands_its_value_to_the_method_inside() => Assert.Equal(
        "70.00",
        Score("取值: 实际 / 计划\n分档: {≥ 100%: 100%, ≥ 60%: {按比例: 100%}, 其余: 0}", ("实际", "7"), ("计划", "10")));

    [Theory]
    [InlineData(true, "100.00")]
    [InlineData(false, "0.00")]
    public void Met(bool accepted, string expected) => Assert.Equal(expected, Score("符合: 已验收", ("已验收", accepted)));

    [Theory]
    [InlineData("0", "100.00")]
    [InlineData("3", "70.00")]
    [InlineData("4", "60.00")]
    [InlineData("5", "0.00")]
    public void Deduction_per_object_with_a_cap(string count, string expected) =>
        Assert.Equal(expected, Score("扣分: {每项: 10%, 件数: 实际, 零分: ≥ 5}", ("实际", count)));

    [Theory]
    [InlineData(0, "100.00")]
    [InlineData(1, "83.33")]   // the point of 50 loses a third: 50 + 33.333…
    [InlineData(2, "66.67")]
    [InlineData(3, "50.00")]
    [InlineData(4, "50.00")]
    public void Defects_of_a_point(int defects, string expected)
    {
        using var files = TestRuleSet.WithNode("各要点: {扣分: {每项: 1/3, 零分: ≥ 3}}\n评价要点: [制度健全, 执行有效]");
        var findings = Enumerable.Range(0, defects).Select(_ => TestProject.Finding("A1①", Conclusion.Defect)).ToList();
        var project = TestProject.Of().With(findings.Count > 0 ? [.. findings] : [TestProject.Finding("A1①", Conclusion.Met)])
            .With(TestProject.Finding("A1②", Conclusion.Met));
        Assert.Equal(expected, Published(files, project));
    }

    [Theory]
    [InlineData("本级", "40.00")]   // 20% of the point of 50
    [InlineData("指标", "30.00")]   // 20% of the indicator of 100
    public void A_deduction_says_what_its_percentage_is_of(string of, string expected)
    {
        using var files = TestRuleSet.WithNode($"评价要点: [{{名称: 甲, 扣分: {{每项: 20%, 基数: {of}}}}}, 乙]");
        var project = TestProject.Of().With(TestProject.Finding("A1①", Conclusion.Defect), TestProject.Finding("A1②", Conclusion.NotMet));
        Assert.Equal(expected, Published(files, project));
    }

    [Fact]
    public void Three_points_of_a_third_give_exactly_the_whole()
    {
        using var files = TestRuleSet.WithNode("评价要点: [甲, 乙, 丙]");
        var project = TestProject.Of().With([.. "①②③".Select(mark => TestProject.Finding($"A1{mark}", Conclusion.Met))]);
        var total = ReferenceEvaluator.Evaluate(files.Sound(), project).Total;
        Assert.Equal(Fraction.Hundred, total.Exact);
        Assert.Equal("33.33", total.Find("A1①")!.Published.ToFixed(2));
    }

    [Fact]
    public void Unequal_shares_and_a_partial_point()
    {
        using var files = TestRuleSet.WithNode("部分得分: 允许\n评价要点: [{名称: 甲, 占比: 10%}, {名称: 乙, 占比: 80%}, {名称: 丙, 占比: 10%}]");
        var project = TestProject.Of().With(
            TestProject.Finding("A1①", Conclusion.Met),
            TestProject.Finding("A1②", Conclusion.PartlyMet, new Fraction(1, 2)),
            TestProject.Finding("A1③", Conclusion.NotMet));
        Assert.Equal("50.00", Published(files, project));
    }

    [Theory]
    [InlineData("评价要点: [{名称: 甲, 小数位: 2}, {名称: 乙, 小数位: 2}, {名称: 丙, 小数位: 2}]", "99.99")]
    [InlineData("评价要点: [甲, 乙, 丙]", "100.00")]
    public void Points_are_summed_rounded_only_where_the_rule_says_so(string keys, string expected)
    {
        using var files = TestRuleSet.WithNode(keys);
        var project = TestProject.Of().With([.. "①②③".Select(mark => TestProject.Finding($"A1{mark}", Conclusion.Met))]);
        Assert.Equal(expected, Published(files, project));
    }

    [Fact]
    public void A_division_by_zero_is_open_and_says_why()
    {
        using var files = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: 100%");
        var score = ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(("实际", "5"), ("计划", "0"))).Total.Find("A1")!;
        Assert.Equal(ScoreState.Held, score.State);
        Assert.Contains("除数为零", score.Sentence(Language.Chinese));
        Assert.Contains("division by zero", score.Sentence(Language.English));
    }

    [Fact]
    public void The_sentence_reads_like_the_published_table()
    {
        using var files = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: 100%", evidence: TestRuleSet.Evidence.Replace("实际: 数", "实际: 数 次").Replace("计划: 数", "计划: 数 次"));
        var score = ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(("实际", "17"), ("计划", "12"))).Total.Find("A1")!;
        Assert.Equal("实际17 ÷ 计划12 = 141.67%，达到满分标准(≥100%)，得100.00分", score.Sentence(Language.Chinese));
        Assert.Equal("实际17 ÷ 计划12 = 141.67%, meets the standard for full marks (≥100%): 100.00 points", score.Sentence(Language.English));
    }

    private static string Score(string keys, params (string Field, object Value)[] fields)
    {
        using var files = TestRuleSet.WithNode(keys);
        return Published(files, TestProject.Of(fields));
    }

    private static string Published(TestRuleSet files, Project project) =>
        ReferenceEvaluator.Evaluate(files.Sound(), project).Total.Published.ToFixed(2);
}
