using Indicators.Differences;
using Indicators.Loading;

namespace Indicators.Tests.Differences;

/// <summary>Edits of the shipped rule sets by hand, and the one or two lines that a reader of the regulation expects of each.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("process.yaml", "每低: 1%扣5%", "每低: 1%扣10%", "Threshold B24 增减.每低: 1%扣5% → 1%扣10%")]
    [InlineData("decision.yaml", "依据: 财预〔2013〕53号 资金到位率", "依据: 本指标体系自定", "Basis A31 依据: 财预〔2013〕53号 资金到位率 → 本指标体系自定")]
    [InlineData("decision.yaml", "名称: 资金到位率", "名称: 资金落实率", "Wording A31 名称: 资金到位率 → 资金落实率")]
    [InlineData("decision.yaml", "名称: 绩效目标\n", "名称: 目标设定\n", "Wording  名称: 绩效目标 → 目标设定")]
    [InlineData("decision.yaml", "按比例: 100%", "直线: {零分: 60%, 满分: 100%}",
        "Method A31 方法: 实际到位资金 ÷ 计划投入资金达到 100% 得满分，未达到的按比例计分 → 实际到位资金 ÷ 计划投入资金：在 60%（零分）与 100%（满分）之间按直线计分")]
    [InlineData("decision.yaml", "取值: 实际到位资金 / 计划投入资金", "取值: 实际到位资金 / 实际支出资金", "Value A31 取值: 实际到位资金 / 计划投入资金 → 实际到位资金 / 实际支出资金")]
    [InlineData("rule-set.yaml", "良: ≥ 80, 中: ≥ 60", "良: ≥ 75, 中: ≥ 60", "Grades  等级.良: ≥ 80 → ≥ 75")]
    [InlineData("rule-set.yaml", "无法考核: 暂不扣分", "无法考核: 零分", "Setting  缺失.无法考核: 暂不扣分 → 零分")]
    [InlineData("rule-set.yaml", "小数位: 2", "小数位: 1", "Setting  小数位: 2 → 1")]
    [InlineData("rule-set.yaml", "说明: 昆明市没有公布过分值。", "说明: 昆明市未公布分值。", "Note  说明: *")]
    [InlineData("flags.yaml", "界限: 130%", "界限: 150%", "Flag F03 当: (实际竞赛场次) / (计划竞赛场次) > (130%) → (实际竞赛场次) / (计划竞赛场次) > (150%)")]
    [InlineData("decision.yaml", "          - 项目按照规定的程序申请设立\n", "", "Moved A12① 评价要点: ② → ①|Moved A12② 评价要点: ③ → ②|Went A12① 评价要点: 由评价人判断：符合得满分，不符合不得分 → –")]
    [InlineData("decision.yaml", "        分值: 2\n        依据: 财预〔2013〕53号 资金到位率", "        权重: 2\n        依据: 财预〔2013〕53号 资金到位率", null)]
    public void An_edit_of_the_seed_set_is_said_in_the_words_of_the_regulation(string file, string text, string by, string? expected)
    {
        using var copy = new RuleSetCopy();
        copy.Replace("kunming-2017", file, text, by);
        if (expected is null)
        {
            Assert.True(RuleSetLoader.LoadDirectory(copy.Path("kunming-2017")).Problems.HasErrors);
            return;
        }

        var said = copy.Differences("kunming-2017").Select(RuleSetCopy.Say).ToList();
        Assert.Equal(expected.Split('|').Length, said.Count);
        Assert.All(said.Zip(expected.Split('|')), pair =>
        {
            if (pair.Second.EndsWith('*'))
            {
                Assert.StartsWith(pair.Second[..^1], pair.First);
            }
            else
            {
                Assert.Equal(pair.Second, pair.First);
            }
        });
    }

    [Fact]
    public void Weights_that_move_between_indicators_and_a_moved_indicator_are_said_one_by_one()
    {
        using var copy = new RuleSetCopy();
        copy.Replace("kunming-2017", "decision.yaml", "名称: 资金到位率\n        分值: 2", "名称: 资金到位率\n        分值: 1");
        copy.Replace("kunming-2017", "decision.yaml", "名称: 资金到位及时性\n        分值: 1", "名称: 资金到位及时性\n        分值: 2");
        Assert.Equal(["Weight A31 分值: 2 → 1", "Weight A32 分值: 1 → 2"], copy.Differences("kunming-2017").Select(RuleSetCopy.Say));
    }

    [Fact]
    public void An_indicator_that_stands_elsewhere_has_moved()
    {
        using var before = new TestRuleSet(("output.yaml", Two("A1, 名称: 甲, 分值: 60", "A2, 名称: 乙, 分值: 40", null)));
        using var after = new TestRuleSet(("output.yaml", Two("A1, 名称: 甲, 分值: 60", null, "A2, 名称: 乙, 分值: 40")));
        Assert.Equal(
            ["Came  二级指标: – → 丙组", "Moved A2 三级指标: 产出 / 甲组 → 产出 / 丙组"],
            Comparison.Between(before.Load(), after.Load()).Select(RuleSetCopy.Say));
    }

    [Fact]
    public void Two_cities_under_one_framework_differ_in_weights_methods_and_what_only_one_has()
    {
        var differences = Comparison.Between(
            RuleSetLoader.LoadDirectory(Repository.Path("rules", "mof-2020-henan")), RuleSetLoader.LoadDirectory(Repository.Path("rules", "mof-2020-xiuyu")));
        var said = differences.Select(RuleSetCopy.Say).ToList();
        Assert.Contains("Weight  分值: 15 → 20", said);
        Assert.Contains("Weight B22 分值: 8 → 4", said);
        Assert.Contains("Went D13 三级指标: 分值 5，逐期上升(年度成果.成果数) 得满分，否则不得分 → –", said);
        Assert.Contains("Method D12 方法: 实际满意度：基准 90% 得满分；每低 1%扣5%，连续计算 → 实际满意度达到 满意度目标 得满分，未达到的按比例计分", said);
        Assert.DoesNotContain(differences, d => d.Kind == DifferenceKind.Writing);
    }

    [Fact]
    public void A_framework_and_what_extends_it_can_be_compared()
    {
        var differences = Comparison.Between(
            RuleSetLoader.LoadDirectory(Repository.Path("rules", "mof-2020")), RuleSetLoader.LoadDirectory(Repository.Path("rules", "mof-2020-xiuyu")));
        Assert.Contains("Weight A21 分值: 待定 → 4", differences.Select(RuleSetCopy.Say));
    }

    private static string Two(string first, string? second, string? elsewhere) => $"""
        一级指标: 产出
        二级指标:
          - 名称: 甲组
            三级指标:
              - 编号: {first.Replace(", ", "\n        ")}
        {(second is null ? "" : $"      - 编号: {second.Replace(", ", "\n        ")}")}
        {(elsewhere is null ? "" : $"  - 名称: 丙组\n    三级指标:\n      - 编号: {elsewhere.Replace(", ", "\n        ")}")}
        """;
}
