using Indicators.Csv;
using Indicators.Tests.Shapes;

namespace Indicators.Tests.Methods;

/// <summary>个性指标: projects bring their own goals as rows. The figures are those of 稷山县翟店镇卫生院 2021 (published-forms C09).</summary>
public sealed class GoalsTests
{
    private const string Schema = """
        表:
          绩效目标:
            键: 指标
            列: {类别: 文本, 指标: 文本, 方向: 文本, 目标: {类型: 数, 单位列: 单位}, 实际: {类型: 数, 单位列: 单位}, 单位: 文本, 权重: 数, 偏差原因: 文本}
        """;

    private const string Header = "项目,类别,指标,方向,目标,实际,单位,权重,偏差原因,来源\n";

    [Theory]
    // target, actual, points; in proportion (财预〔2020〕10号); gated at 60% (财预〔2021〕101号)
    [InlineData("38508", "37442", 3, "2.92", "2.79")]
    [InlineData("100%", "97.30%", 2, "1.95", "1.87")] // 1.946, 1.865
    [InlineData("214", "203", 2, "1.90", "1.74")]
    [InlineData("120", "69", 2, "1.15", "0.00")]
    [InlineData("5662", "4044", 2, "1.43", "0.57")]
    [InlineData("3807", "3224", 2, "1.69", "1.23")]
    [InlineData("3807", "3220", 2, "1.69", "1.23")]
    [InlineData("863", "695", 2, "1.61", "1.03")]
    [InlineData("863", "683", 2, "1.58", "0.96")]
    [InlineData("212", "209", 2, "1.97", "1.93")]
    [InlineData("1228", "770", 2, "1.25", "0.14")]
    [InlineData("24694", "22584", 2, "1.83", "1.57")]
    [InlineData("12", "96", 2, "2.00", "2.00")]
    public void A_row_scores_as_both_regulations_say(string target, string actual, int points, string proportional, string gated)
    {
        var csv = $"{Header}P1,数量,甲,≥,{target},{actual},{(target.Contains('%') ? "%" : "人")},{points},,表\n";
        Assert.Equal(proportional, Score(points, "取值: 实际\n按比例: {目标: 目标, 方向: 方向}", csv));
        Assert.Equal(gated, Score(points, "取值: 实际 / 目标\n直线: {零分: 60%, 满分: 100%}", csv));
    }

    [Fact]
    public void The_weight_is_shared_out_by_the_rows_weights_and_each_row_has_its_own_direction()
    {
        const string csv = Header
            + "P1,产出,救助人次,≥,59,87,人次,5,政策扩面,表\n"      // 1
            + "P1,产出,特困人员,≥,4754,4604,人,5,,表\n"            // 4604/4754
            + "P1,产出,救助标准,≤,5300,5830,元,10,,表\n"           // 5300/5830
            + "P1,效益,受益人口,=,80,76,人,30,,表\n";              // another category
        // (5 + 5 × 4604/4754 + 10 × 5300/5830) ÷ 20 × 40 = 37.866…
        Assert.Equal("37.87", Score(40, "逐行: '绩效目标[类别 = \"产出\"]'\n占比: 权重\n取值: 实际\n按比例: {目标: 目标, 方向: 方向}", csv));
        Assert.Equal("28.50", Score(30, "逐行: '绩效目标[类别 = \"效益\"]'\n占比: 权重\n取值: 实际\n按比例: {目标: 目标, 方向: 方向}", csv));
    }

    [Fact]
    public void A_deviation_without_a_reason_can_be_flagged_by_row()
    {
        const string csv = Header + "P1,产出,甲,≥,10,8,个,1,,表\nP1,产出,乙,≥,10,9,个,1,材料涨价,表\n";
        var (evaluation, _) = Evaluate(10, "逐行: 绩效目标\n取值: 实际\n按比例: {目标: 目标, 方向: 方向}", csv, ("flags.yaml", """
            疑点:
              - {编号: F1, 名称: 没有偏差原因, 当: 'count(绩效目标[实际 < 目标 and 缺失(偏差原因)]) > 0', 说明: '{count(绩效目标[实际 < 目标 and 缺失(偏差原因)])} 项没有完成，也没有原因'}
            """));
        Assert.Equal("1 项没有完成，也没有原因", Assert.Single(evaluation.Flags).Says.In(Language.Chinese));
    }

    private static string Score(int weight, string node, string csv) =>
        Evaluate(weight, node.StartsWith("逐行", StringComparison.Ordinal) ? node : $"逐行: 绩效目标\n{node}", csv).Evaluation.Total.Find("A1")!.Published.ToFixed(2);

    private static (Evaluation Evaluation, RuleSet RuleSet) Evaluate(int weight, string node, string csv, params (string, string)[] more)
    {
        using var files = new TestRuleSet([
            ("evidence.yaml", Schema), ("output.yaml", TestRuleSet.Dimension(weight, node)), ("rest.yaml", Shape.Rest(100 - weight)), .. more]);
        using var folder = new TestFolder(("项目.csv", "项目\nP1\n"), ("绩效目标.csv", csv));
        var ruleSet = files.Sound();
        var evidence = EvidenceReader.Read(folder.Path, ruleSet);
        Assert.Empty(evidence.Problems);
        return (ReferenceEvaluator.Evaluate(ruleSet, evidence.Projects.Single()), ruleSet);
    }
}
