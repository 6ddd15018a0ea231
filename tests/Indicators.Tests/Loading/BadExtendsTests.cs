namespace Indicators.Tests.Loading;

/// <summary>One mistake each in a rule set that builds on another: the code, the place, and the text in both languages.</summary>
public sealed class BadExtendsTests : IDisposable
{
    private readonly RuleSetFamily family = new();

    [Theory]
    [InlineData("../base")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData(".hidden")]
    [InlineData("/etc")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("C:base")]
    [InlineData("\"\"")]
    public void A_base_is_a_name_and_never_a_path(string extends)
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext", extends)));
        Says("extends-not-name", "rule-set.yaml", 4, "不是并列文件夹的名称", "is not the name of a folder beside this one");
    }

    [Fact]
    public void An_unknown_base_is_answered_with_the_nearest()
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext", "bsae")));
        Says("extends-unknown", "rule-set.yaml", 4, "您是不是想写“base”", "Did you mean “base”?");
    }

    [Fact]
    public void A_circle_is_shown_as_a_chain()
    {
        family.Add("other", ("rule-set.yaml", RuleSetFamily.Header("other", "ext")));
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext", "other")));
        var problem = Assert.Single(family.Load("ext").Problems);
        Assert.Equal(("extends-circle", family.Path("other", "rule-set.yaml"), 4L), (problem.Code, problem.Place.File, problem.Place.Line));
        Assert.Equal("循环继承：ext → other → ext", problem.Text(Language.Chinese));
        Assert.Equal("rule sets extend each other in a circle: ext → other → ext", problem.Text(Language.English));
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void A_chain_has_its_limit(int length, bool refused)
    {
        var last = "base";
        for (var i = 2; i <= length; i++)
        {
            family.Add($"s{i}", ("rule-set.yaml", RuleSetFamily.Header($"s{i}", last)));
            last = $"s{i}";
        }

        Assert.Equal(refused ? ["extends-too-long"] : [], family.Load(last).Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Symbolic_links_are_refused(bool folder, bool inBase)
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext")));
        var name = inBase ? "base" : "ext";
        if (folder)
        {
            Directory.Move(family.Path(name), family.Path("elsewhere"));
            Directory.CreateSymbolicLink(family.Path(name), family.Path("elsewhere"));
        }
        else
        {
            File.WriteAllText(family.Path("secret.yaml"), "一级指标: 产出");
            File.CreateSymbolicLink(family.Path(name, "link.yaml"), family.Path("secret.yaml"));
        }

        var problem = family.Load("ext").Problems[0];
        Assert.Equal("symbolic-link", problem.Code);
        Assert.StartsWith(family.Path(name), problem.Place.File, StringComparison.Ordinal);
        Assert.Contains("是符号链接", problem.Text(Language.Chinese));
        Assert.Contains("is a symbolic link", problem.Text(Language.English));
    }

    [Theory]
    [InlineData("output.yaml", "一级指标: 产出\n二级指标:\n  - 名称: 数量\n    三级指标:\n      - {编号: A1, 名称: 完成数}", 5, "“名称”不能改成“完成数”", "“name” cannot become “完成数”")]
    [InlineData("output.yaml", "一级指标: 产出\n编号: C", 2, "“编号”不能改成“C”", "“code” cannot become “C”")]
    [InlineData("flags.yaml", "疑点:\n  - {编号: F1, 名称: 别的, 当: 已验收, 说明: 无}", 2, "“名称”不能改成“别的”", "“name” cannot become “别的”")]
    [InlineData("evidence.yaml", "数据:\n  预算: 数", 2, "“类型”不能改成“数”", "“type” cannot become “数”")]
    [InlineData("evidence.yaml", "fields:\n  预算: {type: money 万元}", 2, "不能改成“money 万元”", "says “金额”")]
    [InlineData("evidence.yaml", "数据:\n  到位率: 百分比", 2, "“到位率”不能改成“数据”", "says “计算”")]
    public void What_a_base_code_means_is_fixed(string file, string text, int line, string chinese, string english)
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext")), (file, text));
        var problem = Says("extends-fixed", file, line, chinese, english);
        Assert.Contains(family.Path("base"), problem.Text(Language.English));
        Assert.Contains("新的", problem.Remedy(Language.Chinese));
        Assert.Contains("new ", problem.Remedy(Language.English));
    }

    [Fact]
    public void A_removed_code_does_not_come_back_with_another_name()
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext", more: "删除: A1")), ("output.yaml", "一级指标: 产出\n二级指标:\n  - 名称: 数量\n    三级指标: [{编号: A1, 名称: 别的, 分值: 40, 符合: 已验收}]"));
        Says("extends-fixed", "output.yaml", 4, "“名称”不能改成“别的”", "“name” cannot become “别的”");
    }

    [Fact]
    public void An_extension_has_an_id_and_a_name_of_its_own()
    {
        family.Add("ext", ("rule-set.yaml", "格式: 1\n编号: test\n继承: base"));
        Says("extends-own", "rule-set.yaml", 2, "“编号”写的是“test”，与被继承的指标体系相同", "“id” is “test”, the same as in the base");
        Says("missing-key", "rule-set.yaml", 1, "缺少“名称”", "“name” is missing");
    }

    [Fact]
    public void An_indicator_stays_under_its_criterion()
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext")), ("effect.yaml", "一级指标: 效果\n二级指标:\n  - 名称: 满意\n    三级指标:\n      - {编号: B2, 分值: 5}"));
        Says("extends-moved", "effect.yaml", 5, "在“长效”下面", "stands under “长效”");
        Assert.DoesNotContain(family.Load("ext").Problems, p => p.Code == "duplicate-code");
    }

    [Theory]
    [InlineData("删除: [A2, A11]", "remove-unknown", 5, "没有“A11”。您是不是想写“A1”？", "has no “A11”. Did you mean “A1”?")]
    [InlineData("删除: B2⑤", "remove-unknown", 5, "没有“B2⑤”", "has no “B2⑤”")]
    [InlineData("小数位: 删除", "remove-absent", 5, "没有“小数位”，不用删除", "the base has no “小数位” to remove")]
    public void Only_what_is_there_can_be_removed(string header, string code, int line, string chinese, string english)
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext", more: header)));
        Says(code, "rule-set.yaml", line, chinese, english);
    }

    [Fact]
    public void Without_a_base_nothing_can_be_removed()
    {
        family.Add("ext", ("rule-set.yaml", TestRuleSet.Header + "\n删除: A1"), ("evidence.yaml", TestRuleSet.Evidence), ("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收")));
        Says("remove-without-extends", "rule-set.yaml", 6, "这里没有“继承”", "there is no “extends” here");
    }

    [Fact]
    public void A_mistake_in_the_base_has_the_place_of_the_base()
    {
        File.WriteAllText(family.Path("base", "output.yaml"), RuleSetFamily.Output.Replace("实际 / 计划", "实际 / 计画"));
        var problem = Assert.Single(family.Extended().Problems);
        Assert.Equal(("unknown-name", family.Path("base", "output.yaml"), 7L), (problem.Code, problem.Place.File, problem.Place.Line));
    }

    [Theory]
    [InlineData("rule-set.yaml")]
    [InlineData("evidence.yaml")]
    public void A_base_that_cannot_be_read_is_the_only_problem(string file)
    {
        File.WriteAllText(family.Path("base", file), "- 一");
        Assert.Equal([("expected-map", family.Path("base", file))], family.Extended("", ("evidence.yaml", "数据: {场次: 数}")).Problems.Select(p => (p.Code, p.Place.File)));
    }

    [Fact]
    public void A_key_in_both_languages_is_one_key_twice()
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext")), ("output.yaml", "一级指标: 产出\n二级指标:\n  - 名称: 数量\n    三级指标: [{编号: A1, 分值: 40, weight: 40}]"));
        Says("duplicate-key", "output.yaml", 4, "“weight”已在", "“weight” is already");
    }

    [Fact]
    public void A_flag_about_a_removed_indicator_is_reported_where_it_stands()
    {
        var problem = Assert.Single(family.Extended("删除: A2", ("output.yaml", "一级指标: 产出\n二级指标: [{名称: 数量, 三级指标: [{编号: A1, 分值: 60}]}]")).Problems);
        Assert.Equal(("unknown-code", family.Path("base", "flags.yaml"), 3L), (problem.Code, problem.Place.File, problem.Place.Line));
    }

    public void Dispose() => family.Dispose();

    private Diagnostic Says(string code, string file, int line, string chinese, string english)
    {
        var (ruleSet, problems) = family.Load("ext");
        Assert.Null(ruleSet);
        var problem = Assert.Single(problems, p => p.Code == code);
        Assert.Equal((family.Path("ext", file), (long)line), (problem.Place.File, problem.Place.Line));
        Assert.Contains(chinese, problem.Text(Language.Chinese));
        Assert.Contains(english, problem.Text(Language.English));
        Assert.NotEmpty(problem.Remedy(Language.English));
        return problem;
    }
}
