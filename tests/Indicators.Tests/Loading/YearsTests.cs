using Indicators.Loading;

namespace Indicators.Tests.Loading;

/// <summary>Values by fiscal year: which one is taken, what its 依据 becomes, and what is wrong with it.</summary>
public sealed class YearsTests : IDisposable
{
    private const string Header = """
        格式: 1
        编号: test
        名称: 试验体系
        年度: [2016, 2017, 2018]
        等级: {优: ≥ 90, 良: {按年度: {2016: ≥ 70, 2018: {值: ≥ 75, 依据: 昆财〔2018〕2号}}}, 差: 其余}
        """;

    private const string Output = """
        一级指标: 产出
        二级指标:
          - 名称: 数量
            三级指标:
              - {编号: A1, 名称: 完成率, 分值: {按年度: {2016: 50, 2017: {值: 60, 依据: 昆财〔2017〕1号}}}, 依据: 甲文, 取值: 实际 / 计划, 按比例: {目标: {按年度: {2016: 100%, 2018: {值: 90%, 依据: [乙文, 丙文]}}}}}
              - {编号: A2, 名称: 验收, 分值: {by-year: {2017: 40, 2016: 50}}, 评价要点: [符合要求, {名称: {按年度: {2016: 旧, 2018: 新}}, 符合: 已验收}]}
        """;

    private readonly RuleSetFamily family = new();

    public YearsTests() => family.Add("years", ("rule-set.yaml", Header), ("evidence.yaml", TestRuleSet.Evidence), ("output.yaml", Output));

    [Theory]
    // 9 ÷ 12 of 50; of 60; 9 ÷ 12 ÷ 90% of 60.
    [InlineData(2016, "37.50", "良 ≥ 70", "旧", "甲文")]
    [InlineData(2017, "45.00", "良 ≥ 70", "旧", "甲文 分值：昆财〔2017〕1号")]
    [InlineData(2018, "50.00", "良 ≥ 75", "新", "甲文 分值：昆财〔2017〕1号 目标：乙文 目标：丙文")]
    [InlineData(null, "50.00", "良 ≥ 75", "新", "甲文 分值：昆财〔2017〕1号 目标：乙文 目标：丙文")]
    public void The_value_of_the_year_or_the_latest_before_it_counts(int? year, string score, string grade, string point, string basis)
    {
        var set = family.Sound("years", year);
        Assert.Equal(year ?? 2018, set.Year);
        Assert.Equal(score, ReferenceEvaluator.Evaluate(set, RuleSetFamily.Project).Total.Find("A1")!.Published.ToFixed(2));
        Assert.Equal((grade, point), ($"{set.Grades.Grades[1].Name} {set.Grades.Grades[1].Band}", set.Find("A2②")!.Name));
        Assert.Equal(basis, string.Join(' ', set.Find("A1")!.Basis));
        Assert.Empty(set.Find("A2")!.Basis);
    }

    [Fact]
    public void A_reason_in_the_header_is_one_of_its_regulations()
    {
        Assert.Empty(family.Sound("years", 2017).Authority);
        Assert.Equal(["良：昆财〔2018〕2号"], family.Sound("years", 2018).Authority);
    }

    [Fact]
    public void The_key_of_a_reason_is_in_the_language_of_the_file()
    {
        family.Add("years", ("output.yaml", TestRuleSet.Dimension(100, "met: {by-year: {2016: 已验收, 2018: {value: 实际 > 计划, basis: No. 3}}}")));
        Assert.Equal(["met: No. 3"], family.Sound("years").Find("A1")!.Basis);
    }

    [Fact]
    public void An_extension_and_its_base_are_read_for_the_same_year()
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext", "years")), ("output.yaml", """
            一级指标: 产出
            二级指标: [{名称: 数量, 三级指标: [{编号: A2, 分值: {按年度: {2016: 50, 2018: 40}}}, {编号: A1, 分值: {按年度: {2016: 50, 2018: 60}}}]}]
            """));
        Assert.Equal(["37.50", "37.50", "50.00"], new[] { 2016, 2017, 2018 }.Select(y =>
            ReferenceEvaluator.Evaluate(family.Sound("ext", y), RuleSetFamily.Project).Total.Find("A1")!.Published.ToFixed(2)));
        // The base's reason went with the base's value.
        Assert.Equal(["甲文"], family.Sound("ext", 2017).Find("A1")!.Basis);
    }

    [Fact]
    public void A_year_that_the_rule_set_does_not_have_is_answered_with_those_it_has()
    {
        var problem = Assert.Single(family.Load("years", 2019).Problems);
        Assert.Equal(("year-unknown", family.Path("years", "rule-set.yaml"), 4L), (problem.Code, problem.Place.File, problem.Place.Line));
        Assert.Equal("指标体系没有 2019 年度，有：2016、2017、2018", problem.Text(Language.Chinese));
        Assert.Equal("the rule set has no fiscal year 2019; it has 2016, 2017, 2018", problem.Text(Language.English));
    }

    [Theory]
    [InlineData("分值: {按年度: {2017: 100}}", "by-year-none", 14, "2016 年度和以前都没有值，这里写了值的年度：2017", "there is no value for 2016 or a year before it, the years here are 2017")]
    [InlineData("分值: {按年度: {2016: 100}, 依据: 甲}", "by-year-not-alone", 14, "“按年度”要单独写，旁边却还有“依据”", "“按年度” must stand alone, found “依据” beside it")]
    [InlineData("分值: {按年度: {16: 100}}", "expected-year", 20, "“16”不是年度", "“16” is not a fiscal year")]
    [InlineData("分值: {按年度: {2016: [100]}}", "expected-text", 26, "应为一个值", "expected a single value")]
    [InlineData("分值: {按年度: {2016: {值: 100, 原因: 甲}}}", "unknown-key", 35, "没有键“原因”", "no key “原因”")]
    [InlineData("分值: {按年度: 100}", "expected-map", 19, "应为一组", "expected keys and values")]
    public void A_mistake_in_a_value_by_year_has_its_place(string weight, string code, int column, string chinese, string english)
    {
        family.Add("years", ("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收").Replace("分值: 100", weight)));
        var (ruleSet, problems) = family.Load("years", 2016);
        Assert.Null(ruleSet);
        var problem = Assert.Single(problems);
        Assert.Equal((code, 7L, (long)column), (problem.Code, problem.Place.Line, problem.Place.Column));
        Assert.Contains(chinese, problem.Text(Language.Chinese));
        Assert.Contains(english, problem.Text(Language.English));
    }

    [Fact]
    public void A_reason_where_nothing_shows_it_is_a_warning()
    {
        family.Add("years", ("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收").Replace("一级指标: 产出", "一级指标: 产出\n分值: {按年度: {2016: {值: 100, 依据: 甲}}}")));
        var (ruleSet, problems) = family.Load("years");
        Assert.NotNull(ruleSet);
        Assert.Equal("by-year-basis-unused", Assert.Single(problems).Code);
    }

    [Fact]
    public void Without_fiscal_years_no_value_goes_by_year()
    {
        family.Add("years", ("rule-set.yaml", TestRuleSet.Header.Replace("年度: 2017\n", "")), ("output.yaml", TestRuleSet.Dimension(100, "符合: {按年度: {2016: 已验收}}")));
        Assert.Equal("by-year-without-years", Assert.Single(family.Load("years").Problems).Code);
        Assert.Equal("rule-set-without-years", Assert.Single(family.Load("years", 2017).Problems).Code);
    }

    [Fact]
    public void A_field_or_table_may_be_called_by_year()
    {
        family.Add("years", ("evidence.yaml", TestRuleSet.Evidence + "\n表: {按年度: {列: {按年度: 数}}}"));
        Assert.Equal("按年度", Assert.Single(family.Sound("years").Schema.Tables).Columns[0].Name);
    }

    [Fact]
    public void All_years_are_read_and_a_problem_of_some_names_them()
    {
        family.Add("years", ("output.yaml", Output.Replace("{by-year: {2017: 40, 2016: 50}}", "{按年度: {2016: 50, 2017: 41}}").Replace("符合: 已验收", "符合: 已验受")));
        var (ruleSets, problems) = RuleSetLoader.LoadEveryYear(family.Path("years"));
        Assert.Empty(ruleSets);
        Assert.Equal(["unknown-name", "weights-sum"], problems.Select(p => p.Code).Order());
        var sum = problems.Single(p => p.Code == "weights-sum");
        Assert.StartsWith("2017、2018 年度：一级指标分值合计 101", sum.Text(Language.Chinese), StringComparison.Ordinal);
        Assert.StartsWith("in 2017, 2018: the weights of the dimensions", sum.Text(Language.English), StringComparison.Ordinal);
        Assert.StartsWith("there is no evidence", problems.Single(p => p.Code == "unknown-name").Text(Language.English), StringComparison.Ordinal);
    }

    public void Dispose() => family.Dispose();
}
