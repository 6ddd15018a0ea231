using Indicators.Loading;

namespace Indicators.Tests.Loading;

/// <summary>Every flag of the library, just at and just over what raises it.</summary>
public sealed class FlagLibraryTests
{
    [Theory]
    // 200 ÷ 1759.65 = 11.366%; printed 11.45% (form C03)
    [InlineData("比率不符", "率: 0.1137, 分子: 200, 分母: 1759.65, 容差: 0.005%", "率: 0.1145, 分子: 200, 分母: 1759.65, 容差: 0.005%", "写的比率是 0.1145，200 ÷ 1759.65 = 0.11")]
    // the trees of year 3 (form C02)
    [InlineData("分项不合计", "合计: 1035000, 分项: '[713700, 321300]'", "合计: 1035000, 分项: '[713700]'", "分项合计 713700，写的合计是 1035000")]
    [InlineData("标准乘数量不符", "标准: 2, 数量: 15, 金额: 30", "标准: 2, 数量: 17, 金额: 30", "2 × 17 = 34，金额是 30")]
    [InlineData("超额完成", "实际: 13, 目标: 10, 界限: 130%", "实际: 17, 目标: 12, 界限: 130%", "实际 17，目标 12，完成 1.4167")]
    [InlineData("资金结余", "到位: 100, 支出: 90, 界限: 10%", "到位: 780, 支出: 457, 界限: 10%", "到位 780，支出 457，结余 323")]
    [InlineData("实际照抄目标", "实际: '[1, 2]', 目标: '[1, 3]'", "实际: '[1, 2]', 目标: '[1, 2]'", "2 个实际值与目标值全部相同")]
    [InlineData("得分超过分值", "得分: '[5, 10]', 分值: '[5, 10]'", "得分: '[5, 11]', 分值: '[5, 10]'", "有公布的得分超过分值：1 分")]
    [InlineData("期间在年度外", "日期: date(\"2017-01-01\"), 起: date(\"2017-01-01\"), 止: date(\"2017-12-31\")", "日期: date(\"2016-12-31\"), 起: date(\"2017-01-01\"), 止: date(\"2017-12-31\")", "2016-12-31 不在 2017-01-01 至 2017-12-31 内")]
    [InlineData("分值集中", "分值: '[45, 45]', 界限: 50%", "分值: '[90, 10]', 界限: 50%", "一个指标占 90 分，合计 100 分")]
    [InlineData("偏差没有原因", "完成率: 100%, 原因: 说明书", "完成率: 98%, 原因: 说明书", "没有写原因")]
    public void A_flag_is_raised_just_over_its_limit(string name, string fine, string raised, string says)
    {
        Assert.Empty(Flags(name, fine));
        Assert.Contains(says, Flags(name, raised).Single().Says.In(Language.Chinese));
    }

    [Fact]
    public void Every_flag_of_the_library_is_tried_above() => Assert.Equal(10, FlagLibrary.All.Length);

    [Fact]
    public void In_English_keys_the_text_is_English()
    {
        using var rules = new TestRuleSet(("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收")), ("flags.yaml", "flags: [{code: F01, use: unspent, with: {received: 100, spent: 80, limit: 10%}}]"));
        Assert.Equal("100 received, 80 spent, 20 left", ReferenceEvaluator.Evaluate(rules.Sound(), TestProject.Of()).Flags.Single().Says.In(Language.English));
    }

    private static System.Collections.Immutable.ImmutableArray<RaisedFlag> Flags(string name, string parameters)
    {
        using var rules = new TestRuleSet(("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收")), ("flags.yaml", $"疑点:\n  - {{编号: F01, 采用: {name}, 参数: {{{parameters}}}}}"));
        return ReferenceEvaluator.Evaluate(rules.Sound(), TestProject.Of()).Flags;
    }
}
