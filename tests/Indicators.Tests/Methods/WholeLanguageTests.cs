using Indicators.Csv;

namespace Indicators.Tests.Methods;

/// <summary>Named methods, rows, levels, peers, targets and surveys: what they refuse, and what missing evidence does to them.</summary>
public sealed class WholeLanguageTests
{
    private const string Table = "表:\n  资金: {键: 年度, 列: {年度: 文本, 预算: 金额, 支出: 金额, 比重: 数, 执行率: = 支出 / 预算}}";

    [Fact]
    public void A_method_with_a_name_is_read_where_it_is_used()
    {
        using var files = TestRuleSet.WithNode(
            "评价要点:\n  - {名称: 甲, 方法: 职工}\n  - {名称: 乙, 取值: 实际 / 计划, 方法: 完成}",
            TestRuleSet.Header + "\n方法:\n  职工: {取值: 满意度, 分档: {≥ 90%: 100%, 其余: {方法: 低}}}\n  完成: {按比例: 100%}\n  低: {按比例: 90%}");
        var total = ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(("满意度", "0.45"), ("实际", 3), ("计划", 4))).Total;
        Assert.Equal("62.50", total.Published.ToFixed(2)); // 50 × 0.5 + 50 × 0.75
    }

    [Theory]
    [InlineData("方法: 没有", "unknown-method")]
    [InlineData("方法: 绕圈", "circular")]
    [InlineData("取值: 实际\n方法: 自带", "two-values")]
    [InlineData("取值: 满意度\n同类: {比: 均值, 来自: 项目库, 方向: ≤, 按比例: 1}", "peers-direction")]
    [InlineData("扣分: {每项: 101分}", "amount-too-large")]
    [InlineData("取值: 满意度\n增减: {基准: 1, 每低: 1%扣101分, 步长: 满}", "amount-too-large")]
    [InlineData("直线: {零分: 60%, 满分: 100%}", "value-missing")]
    [InlineData("取值: 满意度\n直线: {零分: 60%, 满分: 60%}", "linear-flat")]
    [InlineData("取值: 满意度\n直线: {零分: 60%}", "missing-key")]
    [InlineData("公式: 到位 * 2", "formula-unit")]
    [InlineData("公式: 已验收", "type-mismatch")]
    [InlineData("定性: {好: 80%~120%}", "expected-level-range")]
    [InlineData("定性: {符合: 80%~100%}", "level-name-taken")]
    [InlineData("逐行: 实际\n取值: 实际\n按比例: 1", "each-not-rows")]
    [InlineData("逐行: 资金", "each-without-method")]
    [InlineData("逐行: 资金\n扣分: {每项: 10%}", "each-judged")]
    [InlineData("逐行: 资金\n取值: 支出 / 预算\n同类: {比: 极差, 来自: 项目库}", "each-judged")]
    [InlineData("逐行: 资金 按 月份\n取值: 执行率\n按比例: 1", "unknown-name")]
    [InlineData("逐行: 资金\n占比: 年度\n取值: 执行率\n按比例: 1", "type-mismatch")]
    [InlineData("取值: 满意度\n同类: {比: 名次, 来自: 项目库}", "peers-need-method")]
    [InlineData("取值: 满意度\n同类: {比: 极差, 来自: 项目库, 按比例: 1}", "peers-range-nested")]
    [InlineData("取值: 满意度\n同类: {比: 名次, 来自: 给定, 按比例: 1}", "peers-rank-given")]
    [InlineData("取值: 满意度\n同类: {比: 极差, 来自: 给定, 最低: 1%}", "missing-key")]
    [InlineData("取值: 满意度\n同类: {比: 中位数, 来自: 项目库}", "expected-word")]
    [InlineData("取值: '满意度 * 得分(\"A1\")'\n同类: {比: 极差, 来自: 项目库}", "peers-score")]
    public void Mistakes_are_named(string keys, string code)
    {
        using var files = TestRuleSet.WithNode(keys, TestRuleSet.Header + "\n方法: {自带: {取值: 实际, 按比例: 1}, 绕圈: {取值: 实际, 分档: {其余: {方法: 绕圈}}}}", TestRuleSet.Evidence.Replace("计算:", Table + "\n计算:"));
        Assert.Contains(code, files.Load().Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("零分", "40.00")]        // (1 + 0 + 0.2) ÷ 3
    [InlineData("暂不扣分", "73.33")]    // (1 + 1 + 0.2) ÷ 3
    [InlineData("剔除", "60.00")]        // (1 + 0.2) ÷ 2
    public void A_row_without_its_figure_follows_the_policy(string policy, string expected)
    {
        using var files = TestRuleSet.WithNode($"逐行: 资金\n取值: 执行率\n按比例: 100%\n缺失: {{空白: {policy}}}", evidence: Table);
        var score = ReferenceEvaluator.Evaluate(files.Sound(), Money(("2015", 100), ("2016", MissingState.Blank), ("2017", 20))).Total.Find("A1")!;
        Assert.Equal(expected, score.Published.ToFixed(2));
        Assert.Contains("2016：", score.Sentence(Language.Chinese));
    }

    [Fact]
    public void A_row_on_hold_holds_the_node()
    {
        using var files = TestRuleSet.WithNode("逐行: 资金\n取值: 执行率\n按比例: 100%", evidence: Table);
        var score = ReferenceEvaluator.Evaluate(files.Sound(), Money(("2015", 100), ("2016", MissingState.Blank))).Total.Find("A1")!;
        Assert.Equal((ScoreState.Held, 100), (score.State, score.Held));
        Assert.Contains("2016", score.Sentence(Language.Chinese));
    }

    [Theory]
    [InlineData("资金", MissingState.Blank)]                              // the table is not there
    [InlineData("'资金[年度 = \"1999\"]'", MissingState.NotApplicable)]   // no row of that kind
    public void Without_rows_the_node_is_missing(string rows, MissingState state)
    {
        using var files = TestRuleSet.WithNode($"逐行: {rows}\n取值: 执行率\n按比例: 100%\n缺失: {{不适用: 零分, 空白: 零分}}", evidence: Table);
        var project = state == MissingState.Blank ? TestProject.Of() : Money(("2015", 100));
        Assert.Equal(state, ReferenceEvaluator.Evaluate(files.Sound(), project).Total.Find("A1")!.Missing);
    }

    [Fact]
    public void Without_a_portfolio_a_rule_set_that_compares_refuses_and_says_so()
    {
        using var files = TestRuleSet.WithNode("取值: 满意度\n同类: {比: 极差, 来自: 项目库}");
        var ruleSet = files.Sound();
        var result = new ReferenceEvaluator(ruleSet).Evaluate([TestProject.Of(("满意度", "0.9"))], cancel: TestContext.Current.CancellationToken).Single();
        Assert.Null(result.Evaluation);
        Assert.Equal("portfolio-missing", result.Problem!.Code);
        Assert.Contains("单独一个项目", result.Problem.Text(Language.Chinese));
        Assert.Contains("all projects together", result.Problem.Remedy(Language.English));
    }

    [Theory]
    [InlineData("{比: 均值, 来自: 给定, 均值: 35%, 按比例: '均值'}", "0.28", "80.00")]
    [InlineData("{比: 极差, 来自: 给定, 最低: 10%, 最高: 50%}", "0.2", "25.00")]
    [InlineData("{比: 极差, 来自: 给定, 最低: 10%, 最高: 50%, 均值: 30%, 限: 10%}", "0.25", "25.00")]
    public void The_figures_of_the_peers_may_be_given(string peers, string rate, string expected)
    {
        using var files = TestRuleSet.WithNode($"取值: 满意度\n同类: {peers}");
        Assert.False(files.Sound().NeedsPortfolio);
        Assert.Equal(expected, ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(("满意度", rate))).Total.Published.ToFixed(2));
    }

    [Fact]
    public void Peers_may_be_given_as_a_list_and_fewer_than_two_cannot_be_compared()
    {
        using var files = TestRuleSet.WithNode("取值: 满意度\n同类: {比: 极差, 来自: 资金.比重}\n缺失: {无法考核: 零分}", evidence: Table + "\n数据: {满意度: 百分比}");
        var ruleSet = files.Sound();
        Assert.False(ruleSet.NeedsPortfolio);
        Project With(params (string, object)[] rows) => new() { Id = "P1", Fields = TestProject.Of(("满意度", "0.75")).Fields, Tables = Money(rows).Tables };
        Assert.Equal("50.00", ReferenceEvaluator.Evaluate(ruleSet, With(("a", 50), ("b", 100))).Total.Published.ToFixed(2)); // 比重 is 支出 ÷ 100
        Assert.Equal(MissingState.Unassessable, ReferenceEvaluator.Evaluate(ruleSet, With(("a", 50))).Total.Find("A1")!.Missing);
    }

    [Theory]
    [InlineData("好,95%", "finding-outside-level")]
    [InlineData("好,", "finding-needs-amount")]
    [InlineData("符合,", "finding-needs-level")]
    [InlineData("打分,45%", "finding-outside-level")]
    [InlineData("极好,90%", "unknown-conclusion")]
    public void A_level_takes_only_its_own_findings(string finding, string code) =>
        Assert.Equal([code], Read(finding).Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code));

    [Theory]
    [InlineData("好,85%", "85.00")]
    [InlineData("打分,70%", "70.00")]
    [InlineData("打分,72", "72.00")]
    public void A_level_earns_the_share_that_the_evaluator_gives(string finding, string expected)
    {
        using var files = Levels();
        var ruleSet = files.Sound();
        Assert.Equal(expected, ReferenceEvaluator.Evaluate(ruleSet, Assert.Single(Read(finding).Projects)).Total.Published.ToFixed(2));
    }

    [Fact]
    public void Targets_are_read_with_direction_and_unit_and_each_row_in_its_own_unit()
    {
        const string schema = "表:\n  目标表: {键: 指标, 列: {指标: 文本, 目标值: {类型: 目标, 单位列: 单位}, 实际: {类型: 数, 单位列: 单位}, 单位: 文本}}";
        using var rules = TestRuleSet.WithNode("逐行: 目标表\n取值: 实际\n按比例: 目标值", evidence: schema);
        using var folder = new TestFolder(
            ("项目.csv", "项目\nP1\n"),
            ("目标表.csv", "项目,指标,目标值,实际,单位,来源\nP1,人数,≥735,735人,人,a\nP1,知晓率,＝100%,98%,%,a\nP1,补助标准,≤0.53万元,0.583,万元,a\n"));
        var set = EvidenceReader.Read(folder.Path, rules.Sound());
        Assert.Empty(set.Problems);
        var score = ReferenceEvaluator.Evaluate(rules.Sound(), set.Projects.Single()).Total.Find("A1")!;
        // (1 + 0.98 + 5300/5830) ÷ 3
        Assert.Equal("96.30", score.Published.ToFixed(2));
        Assert.Contains("补助标准：实际5830，未达到≤5300", score.Sentence(Language.Chinese));
    }

    [Theory]
    [InlineData("约200", "735", "人", "bad-target")]
    [InlineData("≥735", "735户", "人", "wrong-unit")]
    [InlineData("≥735户", "735", "人", "wrong-unit")]
    [InlineData("≥", "735", "人", "bad-target")]
    public void A_target_or_figure_in_another_unit_is_refused(string target, string actual, string unit, string code)
    {
        const string schema = "表:\n  目标表: {键: 指标, 列: {指标: 文本, 目标值: {类型: 目标, 单位列: 单位}, 实际: {类型: 数, 单位列: 单位}, 单位: 文本}}";
        using var rules = TestRuleSet.WithNode("逐行: 目标表\n取值: 实际\n按比例: 目标值", evidence: schema);
        using var folder = new TestFolder(("项目.csv", "项目\nP1\n"), ("目标表.csv", $"项目,指标,目标值,实际,单位\nP1,人数,{target},{actual},{unit}\n"));
        Assert.Equal([code], EvidenceReader.Read(folder.Path, rules.Sound()).Problems.Select(p => p.Code));
    }

    [Fact]
    public void A_target_without_a_direction_scores_only_where_the_rule_says_which_way()
    {
        const string schema = "数据: {目标值: 目标 次, 实际: 数 次}";
        using var silent = TestRuleSet.WithNode("取值: 实际\n按比例: 目标值\n缺失: {空白: 零分}", evidence: schema);
        using var said = TestRuleSet.WithNode("取值: 实际\n按比例: {目标: 目标值, 方向: ≥}", evidence: schema);
        var project = TestProject.Of(("实际", 5), ("目标值", Target.Of(10, null, "次")));
        var score = ReferenceEvaluator.Evaluate(silent.Sound(), project).Total.Find("A1")!;
        Assert.Equal(ScoreState.Missing, score.State);
        Assert.Contains("没有写方向", score.Sentence(Language.Chinese));
        Assert.Equal("50.00", ReferenceEvaluator.Evaluate(said.Sound(), project).Total.Published.ToFixed(2));
    }

    [Fact]
    public void What_turns_out_to_be_no_number_is_missing_and_no_failure()
    {
        using var files = TestRuleSet.WithNode("取值: 'get value({a: 说明书}, \"a\")'\n按比例: 1\n缺失: {空白: 零分}");
        var score = ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(("说明书", "字"), ("已验收", true))).Total.Find("A1")!;
        Assert.Equal((ScoreState.Missing, "0.00"), (score.State, score.Published.ToFixed(2)));
        Assert.Contains("不是数", score.Sentence(Language.Chinese));
    }

    [Fact]
    public void A_value_is_rounded_before_it_scores_only_where_the_rule_says_so()
    {
        using var rounded = TestRuleSet.WithNode("取值: {公式: 实际 / 计划, 小数位: 2}\n分档: {≥ 67%: 100%, 其余: 0}");
        using var exact = TestRuleSet.WithNode("取值: 实际 / 计划\n分档: {≥ 67%: 100%, 其余: 0}");
        var project = TestProject.Of(("实际", 2), ("计划", 3));
        Assert.Equal("100.00", ReferenceEvaluator.Evaluate(rounded.Sound(), project).Total.Published.ToFixed(2));
        Assert.Equal("0.00", ReferenceEvaluator.Evaluate(exact.Sound(), project).Total.Published.ToFixed(2));
    }

    private static Project Money(params (string Year, object Spent)[] rows) => ShapeRows("资金", rows.Select(r => new (string, object)[]
    {
        ("年度", new Indicators.Feel.Value.Text(r.Year)), ("预算", 100), ("支出", r.Spent),
        ("比重", r.Spent is int spent ? TestProject.Value($"{spent / 100}.{spent % 100:00}") : r.Spent),
    }));

    private static Project ShapeRows(string table, IEnumerable<(string, object)[]> rows) => Shapes.ShapeCase.Of("").Table(table, [.. rows]).Project;

    private static TestRuleSet Levels() => TestRuleSet.WithNode("定性: {好: 80%~90%, 中: 60%~80%}");

    private static EvidenceSet Read(string finding)
    {
        using var rules = Levels();
        using var folder = new TestFolder(("项目.csv", "项目\nP1\n"), ("评价意见.csv", $"项目,要点,结论,比例,佐证\nP1,A1,{finding},记录\n"));
        return EvidenceReader.Read(folder.Path, rules.Sound());
    }
}
