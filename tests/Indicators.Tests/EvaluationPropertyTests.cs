using CsCheck;

namespace Indicators.Tests;

/// <summary>What holds for any evidence: scores stay within bounds, and everything adds up. CsCheck prints the seed of a failure.</summary>
public sealed class EvaluationPropertyTests
{
    private const string Output = """
        一级指标: 产出
        二级指标:
          - 名称: 数量
            三级指标:
              - {编号: A1, 名称: 甲, 分值: 30, 取值: 实际 / 计划, 按比例: {目标: 100%, 零分: < 60%}}
              - {编号: A2, 名称: 乙, 分值: 7, 取值: 满意度, 分档: {≥ 90%: 100%, ≥ 80%: 80%, ≥ 60%: {按比例: 90%}, 其余: 0}}
              - {编号: A3, 名称: 丙, 分值: 13, 取值: 到位率, 增减: {基准: 100%, 每偏: 3%扣1分, 步长: 不足按整}}
          - 名称: 质量
            三级指标:
              - 编号: A4
                名称: 丁
                分值: 50
                评价要点:
                  - {名称: 子, 符合: 已验收}
                  - {名称: 丑, 扣分: {每项: 1/3, 件数: 实际}}
                  - {名称: 寅, 取值: 实际, 按比例: 计划}
        """;

    private static readonly Gen<object> Numbers = Gen.OneOf(
        Gen.Int[0, 40].Select(i => (object)i),
        Gen.Int[0, 200_000].Select(i => (object)$"{i / 1000}.{i % 1000:000}"),
        Gen.Enum<MissingState>().Select(s => (object)s));

    private static readonly Gen<object> Rates = Gen.OneOf(
        Gen.Int[0, 1000].Select(i => (object)$"{i / 1000}.{i % 1000:000}"),
        Gen.Enum<MissingState>().Select(s => (object)s));

    private static readonly Gen<object> Truths = Gen.OneOf(Gen.Bool.Select(b => (object)b), Gen.Enum<MissingState>().Select(s => (object)s));

    private static readonly Gen<Project> Projects = Gen.Select(Numbers, Numbers, Numbers, Numbers, Rates, Truths,
        (actual, planned, received, budget, rate, accepted) => TestProject.Of(
            ("实际", actual), ("计划", planned), ("到位", received), ("预算", budget), ("满意度", rate), ("已验收", accepted)));

    [Fact]
    public void Scores_stay_within_bounds_and_everything_adds_up()
    {
        using var files = new TestRuleSet(("output.yaml", Output));
        var ruleSet = files.Sound();
        Projects.Sample(project =>
        {
            var total = ReferenceEvaluator.Evaluate(ruleSet, project).Total;
            Assert.All(total.All, Sound);
            Assert.All(total.All.Where(s => s.Node.Level == Level.Indicator), s =>
                Assert.Equal(s.Exact.Round(2), s.Published));
            Assert.True(total.Maximum == 100 || (total.Maximum.IsZero && total.State == ScoreState.NotApplicable));
        }, iter: 2000);
    }

    [Fact]
    public void The_same_evidence_gives_the_same_digits_and_words_on_every_thread()
    {
        using var files = new TestRuleSet(("output.yaml", Output));
        var ruleSet = files.Sound();
        Projects.Sample(project =>
        {
            var texts = new string[4];
            Parallel.For(0, texts.Length, i => texts[i] = Text(ReferenceEvaluator.Evaluate(ruleSet, project)));
            Assert.Single(texts.Distinct());
        }, iter: 100);
    }

    [Fact]
    public void Random_rule_sets_stay_within_bounds_and_add_up() => RandomRuleSet.Files.Sample(files =>
    {
        using var set = new TestRuleSet(files);
        var ruleSet = set.Load().RuleSet!;
        RandomRuleSet.ProjectsOf(ruleSet).Sample(project =>
        {
            var total = ReferenceEvaluator.Evaluate(ruleSet, project, Portfolio.Of(ruleSet, [project])).Total;
            Assert.All(total.All.Where(s => s.Node.Level != Level.Total && s.Node.Kind == DimensionKind.Counted), Sound);
            var outside = total.Children.Where(s => s.Node.Kind != DimensionKind.Counted).ToList();
            Assert.All(outside, s => Assert.True(s.Published >= 0 && s.Published <= s.Node.Weight));
            var counted = Fraction.Sum(total.Children.Except(outside).Select(s => s.Published));
            var beside = Fraction.Sum(outside.Select(s => s.Node.Kind == DimensionKind.Bonus ? s.Published : -s.Published));
            Assert.Equal(Fraction.Max(0, Fraction.Min(counted, total.Maximum) + beside), total.Published);
        }, iter: 20, threads: 1);
    }, iter: 150);

    private static void Sound(Score score)
    {
        Assert.True(score.Exact >= 0 && score.Exact + score.Held <= score.Maximum, $"{score.Node}: {score.Exact} + {score.Held} of {score.Maximum}");
        Assert.Equal(score.Maximum, score.Resting.Evidence + score.Resting.Claim + score.Resting.Nothing);
        if (!score.Children.IsEmpty)
        {
            Assert.Equal(score.Maximum, Fraction.Sum(score.Children.Select(c => c.Maximum)));
            Assert.Equal(score.Exact, Fraction.Sum(score.Children.Select(c => c.Exact)));
            Assert.Equal(score.Held, Fraction.Sum(score.Children.Select(c => c.Held)));
        }
    }

    private static string Text(Evaluation evaluation) =>
        string.Join('\n', evaluation.Total.All.Select(s => $"{s.Node.Code} {s.Exact} {s.Sentence(Language.Chinese)} {s.Next?.In(Language.English)}"));
}
