namespace Indicators.Tests.Loading;

/// <summary>One mistake each: the code, the place, and what the message says in both languages.</summary>
public sealed class BadRuleSetTests
{
    [Theory]
    [InlineData("取值: 实际 / 计画\n按比例: 100%", "unknown-name", 9, 10, "计划")]
    [InlineData("取值: 实际 / 说明书\n按比例: 100%", "type-mismatch", 9, 10, "文本")]
    [InlineData("取值: 实际 / 计划\n分档: {≥ 90%: 100%, 80%: 50%}", "bands-gap", 10, 1, "< 80%")]
    [InlineData("取值: 实际 / 计划\n分档: {≥ 80%: 50%, ≥ 90%: 100%, 其余: 0}", "band-unreachable", 10, 18, "≥ 90%")]
    [InlineData("取值: 实际 / 计划\n分档: {其余: 0, ≥ 90%: 100%}", "rest-not-last", 10, 6, "其余")]
    [InlineData("分档: {实际 > 计划: 100%}", "rest-missing", 9, 1, "其余")]
    [InlineData("取值: 实际 / 计划\n分档: {≥ 90%: 5, 其余: 0}", "expected-amount", 10, 13, "5%")]
    [InlineData("取值: 实际 / 计划\n增减: {基准: 100%, 每低: 1%扣5%}", "steps-missing", 10, 1, "6.65")]
    [InlineData("取值: 实际 / 计划\n增减: {基准: 100%, 步长: 满}", "slope-needs-steps", 10, 1, "每低")]
    [InlineData("取值: 实际 / 计划\n增减: {基准: 100%, 每低: 1扣5, 步长: 满}", "expected-slope", 10, 20, "1扣5")]
    [InlineData("按比例: 100%", "value-missing", 9, 1, "取值")]
    [InlineData("取值: 实际 / 计划", "value-without-method", 9, 1, "按比例")]
    [InlineData("符合: 已验收\n扣分: {每项: 1分}", "two-methods", 10, 1, "符合")]
    [InlineData("取值: 说明书\n按比例: 100%", "value-not-number", 10, 1, "文本")]
    [InlineData("评价要点: [甲, {名称: 乙, 占比: 50%}]", "share-missing", 9, 8, "甲")]
    [InlineData("评价要点: [{名称: 甲, 占比: 60%}, {名称: 乙, 占比: 50%}]", "shares-sum", 9, 1, "110")]
    [InlineData("评价要求: [甲]", "unknown-key", 9, 1, "评价要点")]
    [InlineData("符合: 实际 > 计划 and", "unexpected-token", 9, 16, "结尾")]
    [InlineData("取值: 满意度\n增减: {基准: 90%, 每低: 1天扣1分, 步长: 满}", "slope-unit", 10, 19, "1%")]
    [InlineData("取值: 到位\n增减: {基准: 90, 每低: 1%扣1分, 步长: 满}", "slope-unit", 10, 18, "1万元")]
    [InlineData("取值: 满意度\n分档: {≥ 90%: 150分, 其余: 0}", "amount-too-large", 10, 6, "150分")]
    [InlineData("评价要点: []", "points-empty", 9, 1, "要点")]
    [InlineData("小数位: 0\n取值: 实际／／计划\n按比例: 1", "unexpected-token", 10, 8, "／")]
    [InlineData("缺失: {未提供: 清零}", "expected-word", 9, 11, "零分")]
    public void Names_the_mistake_the_place_and_the_way_out(string keys, string code, int line, int column, string says)
    {
        using var files = TestRuleSet.WithNode(keys);
        var (ruleSet, problems) = files.Load();
        Assert.Null(ruleSet);
        var problem = Assert.Single(problems);
        Assert.Equal((code, line - 1L, column + 8L), (problem.Code, problem.Place.Line, problem.Place.Column));
        Assert.EndsWith("output.yaml", problem.Place.File);
        Assert.Contains(says, problem.Text(Language.Chinese) + problem.Remedy(Language.Chinese));
        Assert.NotEmpty(problem.Remedy(Language.English));
    }

    /// <summary>Found by the long fuzz test.</summary>
    [Fact]
    public void An_accepted_warning_without_a_code_is_an_error()
    {
        using var rules = TestRuleSet.WithNode("符合: 已验收", header: TestRuleSet.Header + "\n接受: {'  ': 原因}");

        Assert.Equal(["accept-not-warning"], rules.Load().Problems.Select(p => p.Code));
    }

    [Fact]
    public void Weights_that_do_not_add_up_are_shown_with_their_sum()
    {
        using var files = new TestRuleSet(("output.yaml", TestRuleSet.Dimension(98, "符合: 已验收")));
        var problem = Assert.Single(files.Load().Problems);
        Assert.Equal("weights-sum", problem.Code);
        Assert.Contains("98", problem.Text(Language.Chinese));
        Assert.Contains("100", problem.Text(Language.English));
    }

    [Fact]
    public void A_weight_fits_the_places_of_scores()
    {
        using var files = new TestRuleSet(("output.yaml", """
            一级指标: 产出
            二级指标:
              - 名称: 数量
                三级指标:
                  - {编号: A1, 名称: 甲, 分值: 2.5, 小数位: 0, 符合: 已验收}
                  - {编号: A2, 名称: 乙, 分值: 97.5, 符合: 已验收}
            """));
        Assert.Equal("weight-places", Assert.Single(files.Load().Problems).Code);
    }

    [Fact]
    public void A_criterion_checks_its_weight_against_its_indicators()
    {
        var text = TestRuleSet.Dimension(100, "符合: 已验收").Replace("名称: 产出数量", "名称: 产出数量\n    分值: 90");
        using var files = new TestRuleSet(("output.yaml", text));
        Assert.Equal(["weights-sum", "weights-sum"], files.Load().Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("{优: ≥ 90, 良: \"[80..89]\", 中: ≥ 60, 差: 其余}", "band-unreachable", false)]
    [InlineData("{优: \"[90..100]\", 良: \"[80..89]\", 中: \"[60..79]\", 差: \"[0..59]\"}", "bands-gap", true)]
    [InlineData("{优: ≥ 90, 良: ≥ 80, 中: ≥ 60}", "bands-gap", true)]
    public void Grades_leave_no_gap(string grades, string code, bool reported)
    {
        var header = TestRuleSet.Header.Replace("{优: ≥ 90, 良: ≥ 80, 中: ≥ 60, 差: 其余}", grades);
        using var files = TestRuleSet.WithNode("符合: 已验收", header);
        Assert.Equal(reported, files.Load().Problems.Any(p => p.Code == code));
    }

    [Fact]
    public void A_gap_of_the_grades_names_the_totals_that_have_none()
    {
        var header = TestRuleSet.Header.Replace("{优: ≥ 90, 良: ≥ 80, 中: ≥ 60, 差: 其余}", "{优: \"[90..100]\", 良: \"[80..89]\", 差: \"[0..79]\"}");
        using var files = TestRuleSet.WithNode("符合: 已验收", header);
        var problem = Assert.Single(files.Load().Problems);
        Assert.Contains("(89, 90)", problem.Text(Language.Chinese));
        Assert.Contains("(79, 80)", problem.Text(Language.English));
    }

    [Fact]
    public void A_circle_of_computed_values_is_shown_as_a_path()
    {
        var evidence = TestRuleSet.Evidence + "\n  甲: = 乙 + 1\n  乙: = 丙\n  丙: = 甲 * 2";
        using var files = TestRuleSet.WithNode("符合: 已验收", evidence: evidence);
        var problem = Assert.Single(files.Load().Problems);
        Assert.Equal("circular", problem.Code);
        Assert.Contains("甲 → 乙 → 丙 → 甲", problem.Text(Language.Chinese));
    }

    [Fact]
    public void A_circle_of_scores_is_shown_as_a_path()
    {
        using var files = TestRuleSet.WithNode("取值: 得分(\"A1\")\n按比例: 100");
        var problem = Assert.Single(files.Load().Problems);
        Assert.Equal("circular", problem.Code);
        Assert.Contains("A1 → A1", problem.Text(Language.English));
    }

    [Fact]
    public void A_code_is_used_once()
    {
        using var files = new TestRuleSet(
            ("output.yaml", TestRuleSet.Dimension(50, "符合: 已验收")),
            ("effect.yaml", TestRuleSet.Dimension(50, "符合: 已验收").Replace("一级指标: 产出", "一级指标: 效果").Replace("产出数量", "效益")));
        var problem = Assert.Single(files.Load().Problems);
        Assert.Equal("duplicate-code", problem.Code);
        Assert.Contains("effect.yaml:5", problem.Text(Language.Chinese) + problem.Place);
    }

    [Theory]
    [InlineData("一级指标：产出\n二级指标: []", "yaml-full-width-colon", 1)]
    [InlineData("一级指标: 产出\n分档:\n  ≥ 90%：100%\n  其余: 0", "yaml-full-width-colon", 3)]
    [InlineData("一级指标: 产出\n分值: >= 90", "yaml-bare-greater", 2)]
    [InlineData("一级指标: 产出\n二级指标: {当: a[1] > 2}", "yaml-flow-bracket", 2)]
    [InlineData("一级指标: 产出\n\t分值: 90", "yaml-tab", 2)]
    [InlineData("一级指标: 产出\n一级指标: 效果", "duplicate-key", 2)]
    [InlineData("一级指标: &x 产出\n名称: *x", "yaml-anchor", 1)]
    [InlineData("一级指标: !!python/object 产出", "yaml-tag", 1)]
    [InlineData("一级指标: 产出\n---\n一级指标: 效果", "yaml-second-document", 2)]
    [InlineData("", "file-empty", 0)]
    [InlineData("---\n\n", "expected-map", 3)]
    public void Yaml_traps_are_recognised(string text, string code, int line)
    {
        using var files = new TestRuleSet(("output.yaml", text));
        var problem = files.Load().Problems.First(p => p.Place.File.EndsWith("output.yaml", StringComparison.Ordinal));
        Assert.Equal((code, (long)line), (problem.Code, problem.Place.Line));
    }

    [Fact]
    public void A_key_in_both_languages_is_one_key_twice()
    {
        using var files = TestRuleSet.WithNode("符合: 已验收\nmet: 已验收");
        Assert.Equal("duplicate-key", Assert.Single(files.Load().Problems).Code);
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 50_000)]
    [InlineData("- ", 10_000)]
    public void Deep_nesting_does_not_kill_the_process(string open, int times)
    {
        using var files = new TestRuleSet(("output.yaml", string.Concat(Enumerable.Repeat(open, times))));
        Assert.Contains(files.Load().Problems, p => p.Code == "yaml-too-deep");
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_at_its_first_anchor()
    {
        var bomb = "a: &a [x, x]\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"b{i}: &b{i} [*a, *a]\n"));
        using var files = new TestRuleSet(("output.yaml", bomb));
        Assert.Contains(files.Load().Problems, p => p.Code == "yaml-anchor" && p.Place.Line == 1);
    }

    [Fact]
    public void All_problems_of_all_files_come_at_once()
    {
        using var files = new TestRuleSet(
            ("rule-set.yaml", TestRuleSet.Header.Replace("格式: 1", "格式: 2")),
            ("evidence.yaml", TestRuleSet.Evidence.Replace("说明书: 文本", "说明书: 字符")),
            ("output.yaml", TestRuleSet.Dimension(90, "取值: 实际 / 计画\n按比例: 100%")));
        Assert.Equal(["unknown-format", "unknown-type", "unknown-name", "weights-sum"], files.Load().Problems.Select(p => p.Code));
    }

    [Fact]
    public void Every_message_has_a_stable_code_and_the_same_arguments_in_both_languages()
    {
        var all = Messages.All.ToList();
        Assert.Equal(all.Count, all.Select(m => m.Code).Distinct().Count());
        Assert.All(all, m =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", m.Code);
            Assert.Equal(Placeholders(m.Text.Zh), Placeholders(m.Text.En));
            Assert.Equal(Placeholders(m.Remedy.Zh), Placeholders(m.Remedy.En));
        });
    }

    private static IEnumerable<string> Placeholders(string template) =>
        System.Text.RegularExpressions.Regex.Matches(template, @"\{\d\}").Select(m => m.Value).Distinct().Order();
}
