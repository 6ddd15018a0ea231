using CsCheck;
using Indicators.Loading;

namespace Indicators.Tests.Fuzz;

/// <summary>
/// Sound rule files, damaged at random: loading them reports problems and never throws or hangs, and what still loads
/// scores projects. CsCheck prints the seed of a failure and makes it small.
/// </summary>
public sealed class RuleFuzzTests
{
    /// <summary>A hang, however busy the machine is: loading one of these takes milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly (string, string)[] Test =
    [
        ("rule-set.yaml", TestRuleSet.Header + "\n方法:\n  满意: {取值: 满意度, 分档: {≥ 90%: 100%, 其余: 0}}\n步长: 满"),
        ("evidence.yaml", TestRuleSet.Evidence + "\n表:\n  资金: {键: 年度, 列: {年度: 数, 支出: 金额 万元, 目标: 目标, 结余: = 支出 * 2}}\n  问卷: {键: 选择, 列: {选择: 文本, 份数: 数}, 选项: {好: 100%, 差: 0%}, 最少份数: 3}"),
        ("output.yaml", """
            一级指标: 产出
            二级指标:
              - 名称: 数量
                三级指标:
                  - {编号: A1, 名称: 甲, 分值: 20, 方法: 满意}
                  - {编号: A2, 名称: 乙, 分值: 20, 逐行: 资金 按 年度, 占比: 支出, 取值: 支出, 按比例: 目标}
                  - {编号: A3, 名称: 丙, 分值: 20, 定性: {好: 80%~100%, 差: 0~80%}}
                  - {编号: A4, 名称: 丁, 分值: 20, 取值: 实际, 同类: {比: 名次, 来自: 项目库, 分档: {≤ 5: 100%, 其余: 50%}}}
                  - {编号: A5, 名称: 戊, 分值: 10, 公式: 到位率 * 10}
                  - {编号: A6, 名称: 己, 分值: 10, 评价要点: [{名称: 子, 占比: 40%, 扣分: {每项: 1/3}}, {名称: 丑, 占比: 60%, 取值: 实际, 直线: {零分: 0, 满分: 计划}}]}
            """),
        ("bonus.yaml", "一级指标: 加分项\n加分: 5\n二级指标:\n  - {名称: 加, 三级指标: [{编号: J1, 名称: 奖, 分值: 5, 符合: 已验收}]}"),
        ("flags.yaml", "疑点:\n  - {编号: F1, 名称: 疑, 当: 实际 > 计划, 说明: \"实际 {实际}\", 性质: 红线, 等级上限: 中, 指标: [A1]}\n核对:\n  - 预算 = 到位\n  - {等式: 实际 = 计划, 容差: 5%}"),
    ];

    private static readonly (string, string)[] Kunming = [.. Directory.EnumerateFiles(Repository.Path("rules", "kunming-2017"), "*.yaml")
        .Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))];

    private static readonly Gen<((string File, string Text)[] Files, int[] Picks)> Damaged = Gen.Select(
        Gen.Frequency((3, Gen.Const(Test)), (1, Gen.Const(Kunming)), (2, RandomRuleSet.Files)),
        Mutation.Any.Array[1, 4],
        Gen.Int[0, 10_000].Array[0, 40],
        (files, mutations, picks) => (mutations.Aggregate(files, (f, m) => m.Apply(f)), picks));

    [Fact]
    public void The_undamaged_sets_load()
    {
        Assert.All([Test, Kunming], files =>
        {
            using var set = new TestRuleSet(files);
            Assert.Empty(set.Load().Problems.Select(p => p.ToString()));
        });
    }

    [Fact]
    public void Damaged_rules_are_reported_or_score() => Fuzz(seconds: 5);

    [Fact(Explicit = true)]
    public void Damaged_rules_are_reported_or_score_for_long() => Fuzz(seconds: 60);

    private static void Fuzz(int seconds) => Damaged.Sample(
        damaged => Assert.True(
            Task.Run(() => LoadAndScore(damaged.Files, damaged.Picks), TestContext.Current.CancellationToken).Wait(Patience), "It hangs."),
        time: seconds,
        threads: 1,
        print: damaged => string.Join("\n", damaged.Files.Select(f => $"--- {f.File}\n{f.Text}")));

    private static void LoadAndScore((string File, string Text)[] files, int[] picks)
    {
        using var set = new TestRuleSet();
        foreach (var (file, text) in files)
        {
            File.WriteAllBytes(Path.Combine(set.Path, file), Mutation.Bytes(text));
        }

        // One mutation writes 待定: that is a framework, which says what is open where it is to score.
        var loaded = set.Load();
        loaded.ReportOpen(set.Path);
        var (ruleSet, problems) = loaded;
        _ = string.Concat(problems.Select(p => $"{p.Text(Language.Chinese)}{p.Text(Language.English)}{p.Remedy(Language.Chinese)}{p.Remedy(Language.English)}"));
        Assert.Equal(ruleSet is null, problems.HasErrors);
        if (ruleSet is not null)
        {
            Scored.Read(ruleSet, [new Project { Id = "P0" }, AnyProject.Of(ruleSet, picks)]);
        }
    }
}
