using Indicators.Contracts;

namespace Indicators.Tests.Service;

/// <summary>Targets, units by row and levels come over the wire as they do from CSV.</summary>
public sealed class WireTargetTests
{
    private const string Schema = "表:\n  目标表: {键: 指标, 列: {指标: 文本, 目标值: {类型: 目标, 单位列: 单位}, 实际: {类型: 数, 单位列: 单位}, 单位: 文本}}";

    [Fact]
    public void Rows_with_targets_in_their_own_units_score()
    {
        using var rules = TestRuleSet.WithNode("逐行: 目标表\n取值: 实际\n按比例: 目标值", evidence: Schema);
        var project = Sent(Row("人数", "≥735", "735", "人"), Row("知晓率", "=100%", "98", "%"), Row("补助标准", "≤0.53", "0.583", "万元"));
        var (ruleSet, problems) = (rules.Sound(), new Diagnostics());
        var evaluation = ReferenceEvaluator.Evaluate(ruleSet, project.ToProject(ruleSet, problems));
        Assert.Empty(problems);
        Assert.Equal("96.30", evaluation.Total.Published.ToFixed(2)); // (1 + 0.98 + 5300/5830) ÷ 3
    }

    [Fact]
    public void A_target_in_another_unit_than_its_row_is_refused_with_its_path()
    {
        using var rules = TestRuleSet.WithNode("逐行: 目标表\n取值: 实际\n按比例: 目标值", evidence: Schema);
        var problems = new Diagnostics();
        Sent(Row("人数", "≥735户", "735", "人")).ToProject(rules.Sound(), problems);
        Assert.Equal(("wrong-unit", "project.tables[\"目标表\"].rows[0].cells[\"目标值\"]"), (problems.Single().Code, problems.Single().Place.File));
    }

    [Fact]
    public void A_level_is_sent_by_its_name_with_a_share_within_it()
    {
        using var rules = TestRuleSet.WithNode("定性: {好: 80%~100%, 中: 60%~80%}");
        var (ruleSet, problems) = (rules.Sound(), new Diagnostics());
        var sent = new V1.Project { Id = "P1", Findings = { new V1.Finding { Code = "A1", Conclusion = V1.Conclusion.Scored, Level = "好", Share = "85%", Document = "记录" } } };
        Assert.Equal("85.00", ReferenceEvaluator.Evaluate(ruleSet, sent.ToProject(ruleSet, problems)).Total.Published.ToFixed(2));
        sent.Findings[0].Share = "75%";
        sent.ToProject(ruleSet, problems);
        Assert.Equal(["finding-outside-level"], problems.Select(p => p.Code));
    }

    private static V1.Project Sent(params V1.Row[] rows) => new() { Id = "P1", Tables = { new V1.Table { Name = "目标表", Rows = { rows } } } };

    private static V1.Row Row(string name, string target, string actual, string unit) => new()
    {
        Source = "表",
        Cells =
        {
            ["指标"] = new V1.Value { Text = name },
            ["目标值"] = new V1.Value { Text = target },
            ["实际"] = new V1.Value { Number = actual },
            ["单位"] = new V1.Value { Text = unit },
        },
    };
}
