using Indicators.Loading;

namespace Indicators.Tests.Loading;

/// <summary>What a framework leaves open (待定), and who may score with it.</summary>
public sealed class FrameworkTests
{
    [Fact]
    public void A_computed_value_may_be_open_and_an_extension_says_it()
    {
        using var rules = new TestRuleSet();
        rules.Write("evidence.yaml", "计算:\n  界限: 待定\n  两倍: = 界限 * 2\n");
        rules.Write("output.yaml", TestRuleSet.Dimension(100, "符合: 两倍 > 2"));
        var open = RuleSetLoader.LoadDirectory(rules.Path);
        Assert.Null(open.RuleSet);
        Assert.False(open.Problems.HasErrors);
        Assert.Equal("界限", open.Open.Single().Name);

        var extension = Directory.CreateDirectory(Path.Combine(rules.Parent, "ext")).FullName;
        File.WriteAllText(Path.Combine(extension, "rule-set.yaml"), $"格式: 1\n编号: ext\n名称: 扩展\n继承: {Path.GetFileName(rules.Path)}\n");
        Assert.Equal("left-open", RuleSetLoader.LoadDirectory(extension).Problems.Single().Message.Code);
        File.WriteAllText(Path.Combine(extension, "evidence.yaml"), "计算:\n  界限: = 3\n");
        Assert.NotNull(RuleSetLoader.LoadDirectory(extension).RuleSet);
    }
}
