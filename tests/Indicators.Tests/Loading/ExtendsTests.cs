using CsCheck;
using Indicators.Contracts;

namespace Indicators.Tests.Loading;

/// <summary>What an extension changes and what it leaves; scores are computed by hand for 9 of 12, 85%, 50 of 100.</summary>
public sealed class ExtendsTests : IDisposable
{
    private readonly RuleSetFamily family = new();

    [Fact]
    public void An_extension_that_says_nothing_is_its_base()
    {
        var set = family.SoundExtension();
        Assert.Equal(("ext", "体系ext", 2017), (set.Id, set.Name, set.Year));
        Assert.Equal((30m, 20m, 15m), (RuleSetFamily.Score(set, "A1"), RuleSetFamily.Score(set, "A2"), RuleSetFamily.Score(set, "B1")));
        Assert.Equal(family.Path("base", "output.yaml"), set.Find("A1")!.Place.File);
        Assert.Equal(["F1", "F2"], set.Flags.Select(f => f.Code));
    }

    [Fact]
    public void A_random_rule_set_scores_as_its_empty_extension() => RandomRuleSet.Files.Sample(files =>
    {
        using var own = new RuleSetFamily();
        own.Add("random", [("rule-set.yaml", TestRuleSet.Header), ("evidence.yaml", TestRuleSet.Evidence), .. files]);
        own.Add("empty", ("rule-set.yaml", RuleSetFamily.Header("empty", "random")));
        var (first, extended) = (own.Sound("random"), own.Sound("empty"));
        RandomRuleSet.ProjectsOf(first).Array[4].Sample(projects => Assert.All(projects, project => Assert.All(
            new[] { Language.Chinese, Language.English },
            language => Assert.Equal(
                Json(first, project, language).Replace(own.Path("random"), own.Path("empty"), StringComparison.Ordinal),
                Json(extended, project, language).Replace(own.Path("random"), own.Path("empty"), StringComparison.Ordinal).Replace("\"体系empty\"", "\"试验体系\"", StringComparison.Ordinal).Replace("\"empty\"", "\"test\"", StringComparison.Ordinal)))),
            iter: 1, threads: 1);
    }, iter: 40);

    [Fact]
    public void Weights_change_indicators_are_added_and_the_sums_of_the_base_fall_away()
    {
        var set = family.SoundExtension("", ("output.yaml", """
            一级指标: 产出
            二级指标:
              - 名称: 数量
                三级指标:
                  - {编号: A1, 分值: 25}
                  - {编号: A3, 名称: 到位率, 分值: 10, 取值: 到位率, 按比例: 100%}
              - 名称: 时效
                三级指标:
                  - {编号: A4, 名称: 按时, 分值: 5, 符合: 已验收}
            """));
        // 9 ÷ 12 × 25 = 18.75; 50 ÷ 100 × 10 = 5.
        Assert.Equal((18.75m, 20m, 5m, 5m), (RuleSetFamily.Score(set, "A1"), RuleSetFamily.Score(set, "A2"), RuleSetFamily.Score(set, "A3"), RuleSetFamily.Score(set, "A4")));
        Assert.Equal(["A1", "A2", "A3"], set.Find("数量")!.Children.Select(n => n.Code));
        Assert.Equal(("甲文", "按全年"), (Assert.Single(set.Find("A1")!.Basis), set.Find("A1")!.Reading));
        Assert.Equal([family.Path("ext", "output.yaml"), family.Path("base", "output.yaml")], new[] { "A1", "A2" }.Select(c => set.Find(c)!.Place.File));
        Assert.Equal((new Fraction(55, 1), new Fraction(60, 1)), (set.Find("数量")!.Weight, set.Find("产出")!.Weight));
    }

    [Fact]
    public void A_weight_that_the_extension_gives_above_its_indicators_is_still_checked()
    {
        var problem = Assert.Single(family.Extended("", ("output.yaml", """
            一级指标: 产出
            二级指标:
              - {名称: 数量, 分值: 61, 三级指标: [{编号: A1, 分值: 40}]}
            """)).Problems, p => p.Place.Line > 0);
        Assert.Equal(("weights-sum", family.Path("ext", "output.yaml")), (problem.Code, problem.Place.File));
    }

    [Fact]
    public void A_change_without_weights_leaves_the_sums_of_the_base()
    {
        var set = family.SoundExtension("", ("output.yaml", """
            一级指标: 产出
            二级指标: [{名称: 数量, 三级指标: [{编号: A1, 口径: 删除, 按比例: 60%, 取值: 实际 / 计划}]}]
            """));
        // 9 ÷ 12 reaches 60%.
        Assert.Equal(40m, RuleSetFamily.Score(set, "A1"));
        Assert.Null(set.Find("A1")!.Reading);
    }

    [Theory]
    [InlineData("符合: 已验收", 40)]
    [InlineData("取值: 满意度, 分档: {≥ 80%: 25%, 其余: 0}", 10)]
    [InlineData("评价要点: [{名称: 甲, 符合: 已验收}, {名称: 乙, 符合: 实际 > 计划}]", 20)]
    public void Another_method_takes_the_place_of_all_keys_of_the_old(string method, int score)
    {
        var set = family.SoundExtension("", ("output.yaml", $"一级指标: 产出\n二级指标: [{{名称: 数量, 三级指标: [{{编号: A1, {method}}}]}}]"));
        Assert.Equal(score, RuleSetFamily.Score(set, "A1"));
    }

    [Fact]
    public void Removed_indicators_criteria_flags_and_points_are_gone_and_other_points_keep_their_codes()
    {
        var set = family.SoundExtension("删除: [A2, B2②, F2, 满意]", ("effect.yaml", """
            一级指标: 效果
            二级指标: [{名称: 长效, 三级指标: [{编号: B2, 分值: 60}]}]
            """));
        Assert.Equal(["A1", "B2"], set.Root.All.Where(n => n.Level == Level.Indicator).Select(n => n.Code));
        Assert.Equal(["B2①", "B2③"], set.Find("B2")!.Children.Select(n => n.Code));
        Assert.Equal(new Fraction(30, 1), set.Find("B2③")!.Weight);
        Assert.Equal(["F1"], set.Flags.Select(f => f.Code));
    }

    [Fact]
    public void A_criterion_left_empty_goes_and_a_removed_indicator_may_stand_elsewhere()
    {
        var set = family.SoundExtension("删除: [B2]", ("effect.yaml", """
            一级指标: 效果
            二级指标: [{名称: 满意, 三级指标: [{编号: B2, 名称: 管理, 分值: 10, 符合: 已验收}]}]
            """));
        Assert.Null(set.Find("长效"));
        Assert.Equal(["B1", "B2"], set.Find("满意")!.Children.Select(n => n.Code));
    }

    [Fact]
    public void Policies_for_missing_evidence_are_laid_state_by_state()
    {
        File.AppendAllText(family.Path("base", "rule-set.yaml"), "\n缺失: {未提供: 挂起, 不适用: 零分}\n");
        var missing = family.SoundExtension("missing: {n/a: keep}").Find("A1")!.Missing;
        Assert.Equal((MissingPolicy.Hold, MissingPolicy.Keep), (missing.For(MissingState.Withheld), missing.For(MissingState.NotApplicable)));
    }

    [Fact]
    public void Evidence_is_added_aliases_stand_beside_those_of_the_base_and_computed_values_may_change()
    {
        File.WriteAllText(family.Path("base", "evidence.yaml"), TestRuleSet.Evidence.Replace("计划: 数", "计划: {类型: 数, 别名: 原计划}"));
        var set = family.SoundExtension("", ("evidence.yaml", """
            数据:
              计划: {别名: [计划数], 必填: 是}
              实际: {type: number, range: ≥ 0}
              场次: 数 次
            计算:
              到位率: = 到位 / 预算 / 2
            """), ("output.yaml", "一级指标: 产出\n二级指标: [{名称: 数量, 三级指标: [{编号: A1, 取值: 到位率, 按比例: 100%}]}]"));
        var planned = set.Schema.Fields.Single(f => f.Name == "计划");
        Assert.Equal(["原计划", "计划数"], planned.Aliases);
        Assert.True(planned.Required);
        Assert.NotNull(set.Schema.Fields.Single(f => f.Name == "实际").Range);
        Assert.Contains(set.Schema.Fields, f => f.Name == "场次");
        Assert.Equal(10m, RuleSetFamily.Score(set, "A1"));
    }

    [Fact]
    public void A_flag_replaces_that_of_the_base_whole_and_keeps_its_name()
    {
        var set = family.SoundExtension("", ("flags.yaml", """
            疑点:
              - {编号: F1, 当: 实际 < 计划, 说明: 没有完成}
              - {编号: F3, 名称: 新疑点, 当: 实际 = 9, 说明: 九}
            """));
        Assert.Equal(["超额", "未验收", "新疑点"], set.Flags.Select(f => f.Name));
        Assert.Empty(set.Flags[0].About);
        Assert.Equal(["F1", "F3"], ReferenceEvaluator.Evaluate(set, RuleSetFamily.Project).Flags.Select(f => f.Code));
    }

    [Fact]
    public void Figures_that_must_agree_are_added_and_those_of_the_base_keep_their_codes()
    {
        File.AppendAllText(family.Path("base", "flags.yaml"), "\n核对: [实际 = 1, 计划 = 12, 满意度 = 85%]\n");
        var set = family.SoundExtension("删除: K2", ("flags.yaml", "核对: [{编号: K4, 等式: 实际 = 9}, {编号: K3, 等式: 满意度 = 90%}]"));
        Assert.Equal(["F1", "F2", "K1", "K3", "K4"], set.Flags.Select(f => f.Code).Order());
        Assert.Equal(family.Path("ext", "flags.yaml"), set.Flags.Single(f => f.Code == "K3").Place.File);
    }

    [Fact]
    public void A_computed_column_may_be_worked_out_otherwise()
    {
        File.AppendAllText(family.Path("base", "evidence.yaml"), "\n表: {资金: {键: 年, 列: {年: 数, 支出: 数, 倍: = 支出 * 2}}}\n");
        var column = Assert.Single(family.SoundExtension("", ("evidence.yaml", "表: {资金: {列: {倍: = 支出 * 3}}}")).Schema.Tables.Single().Computed);
        Assert.Equal(family.Path("ext", "evidence.yaml"), column.Place.File);
    }

    [Fact]
    public void Grades_rounding_and_years_may_change()
    {
        var set = family.SoundExtension("年度: [2018]\n小数位: 1\n等级: {合格: ≥ 60, 不合格: 其余}");
        Assert.Equal((2018, "合格", 1), (set.Year, set.Grades.Grades[0].Name, set.Find("A1")!.Round));
    }

    [Fact]
    public void Extensions_of_extensions_are_laid_from_the_first_base_on()
    {
        family.Add("middle", ("rule-set.yaml", RuleSetFamily.Header("middle")), ("output.yaml", "一级指标: 产出\n二级指标: [{名称: 数量, 三级指标: [{编号: A1, 分值: 30}, {编号: A2, 分值: 30}]}]"));
        family.Add("last", ("rule-set.yaml", RuleSetFamily.Header("last", "middle")), ("output.yaml", "一级指标: 产出\n二级指标: [{名称: 数量, 三级指标: [{编号: A1, 口径: 按项目}]}]"));
        var set = family.Sound("last");
        Assert.Equal((22.5m, 30m, "按项目"), (RuleSetFamily.Score(set, "A1"), RuleSetFamily.Score(set, "A2"), set.Find("A1")!.Reading));
    }

    public void Dispose() => family.Dispose();

    private static string Json(RuleSet ruleSet, Project project, Language language) =>
        EvaluationJson.Write(ReferenceEvaluator.Evaluate(ruleSet, project), language);
}
