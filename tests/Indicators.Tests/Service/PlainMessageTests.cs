using CsCheck;
using Indicators.Compiled;
using Indicators.Service;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>Messages that are scored without a project object get what the reference gives them, and so does everything that is out of the ordinary.</summary>
public sealed class PlainMessageTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] Names = ["实际", "完成数", "计划", "预算", "满意度", "已验收", "说明书", "没有的"];
    private static readonly string[] Numbers = ["5", "10", "0", "12.50", "-1", "1000", "1000.1", "0.98", "100", "NaN", "1e3", "123456789012345678901", "-0", "1.", ""];
    private static readonly string[] Units = ["", "个", "万元", "元", "%", "次"];

    private readonly TestRuleSet rules = new(
        ("evidence.yaml", "数据:\n  实际: {类型: 数 个, 范围: '[0..1000]', 别名: [完成数]}\n  计划: {类型: 数 个, 必填: 是}\n  预算: {类型: 金额, 范围: '>= 0'}\n  满意度: {类型: 百分比, 范围: '[0..1]'}\n  已验收: 是否\n  说明书: 文本\n"),
        ("flags.yaml", "疑点:\n  - {编号: F1, 名称: 多, 当: 实际 > 计划, 说明: 多于计划}\n  - {编号: F2, 名称: 差, 当: 满意度 < 60%, 说明: 不满意, 性质: 红线, 等级上限: 中}\n"),
        ("output.yaml", """
            一级指标: 产出
            二级指标:
              - 名称: 数量
                三级指标:
                  - {编号: A1, 名称: 完成率, 分值: 40, 取值: 实际 / 计划, 按比例: 100%}
                  - {编号: A2, 名称: 预算, 分值: 30, 取值: 预算 / 10000, 分档: {≥ 100: 100%, ≥ 1: 50%, 其余: 0}, 缺失: {空白: 挂起}}
                  - {编号: A3, 名称: 验收, 分值: 10, 符合: 已验收, 缺失: {空白: 零分}}
                  - {编号: A4, 名称: 满意, 分值: 20, 取值: 满意度, 直线: {零分: 60%, 满分: 100%}, 缺失: {空白: 零分, 不适用: 剔除}}
            """));

    [Fact]
    public void Random_messages_are_scored_as_the_reference_scores_them()
    {
        var ruleSet = rules.Sound();
        var (compiled, reference) = (new LoadedRuleSet(ruleSet, "compiled"), new LoadedRuleSet(ruleSet, "reference"));
        var plain = MessageScorer.Of(new CompiledExecutor(ruleSet, standings: true), ruleSet)!;
        var (quick, all) = (0, 0);
        var sound = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Bool, (a, b, documented) => new List<Field>
        {
            Field("实际", new V1.Value { Number = $"{a}" }, documented), Field("计划", new V1.Value { Number = $"{b}", Unit = "个" }, documented),
            Field("预算", new V1.Value { Number = $"{a * b}.5", Unit = "万元" }, documented), Field("满意度", new V1.Value { Number = $"{60 + a}", Unit = "%" }, documented),
        });
        var odd = Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[0, 4], Gen.Int[0, Numbers.Length - 1], Gen.Int[0, Units.Length - 1], Gen.Int[0, 9], (which, kind, digits, named, other) =>
        {
            var (name, number, unit) = (Names[which], Numbers[digits], Units[named]);
            var field = Field(name, kind switch
            {
                0 or 1 => new V1.Value { Number = number, Unit = unit },
                2 => new V1.Value { YesNo = other % 2 == 0 },
                3 => new V1.Value { Missing = (V1.MissingState)(other % 6) },
                _ => new V1.Value { Text = number + unit },
            }, other % 3 > 0);
            field.EvidenceClass = (V1.EvidenceClass)other;
            return field;
        });
        Gen.Select(sound, Gen.Frequency((2, Gen.Const(Array.Empty<Field>())), (1, odd.Array[1, 3])), Gen.Int[0, 30]).Array[1, 300].Sample(
            projects =>
            {
                var sent = projects.Select((p, i) => new V1.Project
                {
                    Id = p.Item3 == 0 ? "P" : p.Item3 == 1 ? " " : $"P{i}",
                    Fields = { p.Item2.Length > 1 ? p.Item2 : p.Item1.Concat(p.Item2) },
                    Findings = { p.Item3 == 2 ? [new V1.Finding { Code = "A3", Conclusion = V1.Conclusion.RuledMet, Document = "会议纪要" }] : Array.Empty<V1.Finding>() },
                }).ToList();
                Assert.Equal(
                    ProjectBatch.Score(reference, sent, arePortfolio: false, Language.Chinese, TestContext.Current.CancellationToken),
                    ProjectBatch.Score(compiled, sent, arePortfolio: false, Language.Chinese, TestContext.Current.CancellationToken));
                var scores = new ProjectScores?[sent.Count];
                plain.Score(sent, scores);
                quick += scores.Count(s => s is not null);
                all += sent.Count;
            },
            iter: 200,
            threads: 1);
        output.WriteLine($"{quick} of {all} messages needed no project");
        Assert.True(quick * 3 > all, "Hardly a message is plain.");
    }

    public void Dispose() => rules.Dispose();

    private static Field Field(string name, V1.Value value, bool documented) => new() { Name = name, Value = value, Source = documented ? "报告" : "" };
}
