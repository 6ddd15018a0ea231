using Indicators.Loading;

namespace Indicators.Tests;

/// <summary>The part of the rule program that a rule engine needs, which is the same with or without one.</summary>
public sealed class AgendaTests
{
    [Fact]
    public void Bands_and_deductions_are_rules_of_their_own()
    {
        using var files = TestRuleSet.WithNode("""
            评价要点:
              - {名称: 子, 取值: 实际, 分档: {≥ 9: 100%, 其余: 0}}
              - {名称: 丑, 扣分: {每项: 1/3}}
              - {名称: 寅, 符合: 已验收}
            """);
        Assert.Equal(
            ["A1① 评分", "A1① 分档 ≥ 9", "A1① 分档 其余", "A1② 评分", "A1② 扣分", "A1③ 评分"],
            files.Sound().Program.All.Where(r => r.About?.Level == Level.Point).Select(r => $"{r.Name} {r.Kind.Zh}"));
    }

    [Fact]
    public void What_is_read_is_written_on_an_earlier_stage()
    {
        var program = RuleSetLoader.LoadDirectory(Repository.Path("rules", "kunming-2017")).RuleSet!.Program;
        var stages = program.Rules.ToDictionary(r => r.Writes, program.StageOf);
        Assert.All(program.Rules, rule => Assert.All(rule.Reads.Where(stages.ContainsKey), slot =>
            Assert.True(stages[slot] < program.StageOf(rule), $"{rule.Name} reads {slot}")));
    }

    [Fact]
    public void A_leaf_comes_before_its_branches_and_they_before_the_next_stage()
    {
        using var files = new TestRuleSet(
            ("evidence.yaml", TestRuleSet.Evidence + "\n  首项得分: = 得分(\"A1\")"),
            ("output.yaml", """
                一级指标: 产出
                二级指标:
                  - 名称: 数量
                    三级指标:
                      - {编号: A1, 名称: 甲, 分值: 40, 取值: 实际, 分档: {≥ 9: 100%, ≥ 5: 50%, 其余: 0}}
                      - {编号: A2, 名称: 乙, 分值: 60, 取值: 首项得分, 按比例: 40}
                """));
        var program = files.Sound().Program;
        var agenda = new Agenda(program);
        var order = program.All.OrderByDescending(agenda.PriorityOf).Select(r => $"{r.Name} {r.Kind.Zh}").ToList();
        Assert.Equal(
            ["A1 评分", "A1 分档 ≥ 9", "A1 分档 ≥ 5", "A1 分档 其余", "首项得分 计算", "A2 评分", "总分 分摊", "数量 汇总", "产出 汇总", "总分 汇总", "总分 等级"],
            order.Where(r => !r.StartsWith("到位率", StringComparison.Ordinal)));
    }
}
