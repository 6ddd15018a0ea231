namespace Indicators.Tests;

/// <summary>核对: figures that must agree, as flags.</summary>
public sealed class ReconcileTests
{
    [Theory]
    [InlineData("300000", 0)]
    [InlineData("300001", 1)]
    public void A_difference_raises_a_flag_with_both_figures(string received, int flags)
    {
        var raised = Flags("核对: [到位 = 预算]", ("到位", received), ("预算", 300_000));
        Assert.Equal(flags, raised.Length);
        if (flags > 0)
        {
            Assert.Equal("K1", raised[0].Code);
            Assert.Equal("到位 30.0001万元，预算 30万元，相差 1元", raised[0].Says.In(Language.Chinese));
        }
    }

    [Theory]
    [InlineData("1万元", 310_000, 0)]
    [InlineData("1万元", 310_001, 1)]
    [InlineData("预算 * 1%", 303_000, 0)]
    [InlineData("预算 * 1%", 303_001, 1)]
    public void Up_to_the_tolerance_they_agree(string tolerance, int received, int flags) => Assert.Equal(
        flags,
        Flags($"核对: [{{编号: H1, 名称: 资金, 等式: 到位 = 预算, 容差: {tolerance}, 指标: A1}}]", ("到位", received), ("预算", 300_000)).Length);

    [Theory]
    [InlineData("核对: [到位 > 预算]", "reconcile-not-equation")]
    [InlineData("核对: [已验收 = 已验收]", "reconcile-not-equation")]
    [InlineData("核对: [{编号: H1, 等式: 到位 = 预算}, {编号: H1, 等式: 实际 = 计划}]", "duplicate-code")]
    public void Mistakes_are_named(string flags, string code)
    {
        using var files = Files(flags);
        Assert.Contains(code, files.Load().Problems.Select(p => p.Code));
    }

    private static System.Collections.Immutable.ImmutableArray<RaisedFlag> Flags(string flags, params (string, object)[] fields)
    {
        using var files = Files(flags);
        return ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(fields)).Flags;
    }

    private static TestRuleSet Files(string flags) => new(("output.yaml", TestRuleSet.Dimension(100, "取值: 实际\n按比例: 12")), ("flags.yaml", flags));
}
