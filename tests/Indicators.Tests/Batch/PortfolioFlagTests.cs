using System.Globalization;
using Indicators.Batch;

namespace Indicators.Tests.Batch;

/// <summary>跨项目: what several projects raise together.</summary>
public sealed class PortfolioFlagTests(ITestOutputHelper output) : IDisposable
{
    private const string Evidence = "数据: {预算: 金额 元, 支出: 金额 元, 单位: 文本, 用途: 文本, 基金: 文本}";
    private const string Indicator = "取值: 支出 / 预算\n按比例: 100%";
    private const string Twice = "{编号: X1, 名称: 重复, 相同: [单位, 用途], 金额: 预算, 当: 项目数 ≥ 2, 说明: \"{单位}有 {项目数} 个，共 {合计}，最少 {最小}，最多 {最大}\"}";
    private const string Crumbs = "{编号: X2, 名称: 散小差, 相同: 基金, 金额: 预算, 当: 项目数 ≥ 3 and 平均 < 100 and 平均得分 < 90, 说明: \"平均 {平均}，平均得分 {平均得分}\"}";
    private const string Alone = "{code: X3, name: 独占, same: [单位, 基金], population: 基金, amount: 预算, when: share >= 50%, says: \"{share} of {population_total}\"}";

    private readonly TestFolder folder = new();

    /// <summary>Figures worked out by hand.</summary>
    [Fact]
    public void Groups_are_those_whose_texts_agree_whatever_their_blanks_and_width()
    {
        var (run, across) = Batch(Rules(Twice, Crumbs, Alone), """
            项目,项目名称,单位,用途,基金,预算,支出
            P1,一,甲局（办）,培训,甲基金,90,90
            P2,二,甲 局(办),培训,甲基金,60,60
            P3,=三,乙局,培训,甲基金,30,15
            P4,四,乙局,,甲基金,120,60
            P5,五,甲局（办）,采购,,10,10
            P6,六,丙局,采购,乙基金,,5
            P7,七,丙局,采购,乙基金,80,80
            P8,八,丙局,采购,乙基金,10,错
            """);
        Assert.Equal(
            """
            编号,疑点名称,相同,说明,项目数,合计,份额,项目,名称,金额,总分
            X1,重复,丙局；采购,“丙局”有 2 个，共 80元，最少 80元，最多 80元,2,80,20.51%,P6,六,,0
            X1,重复,丙局；采购,“丙局”有 2 个，共 80元，最少 80元，最多 80元,2,80,20.51%,P7,七,80,100
            X1,重复,甲局（办）；培训,“甲局（办）”有 2 个，共 150元，最少 60元，最多 90元,2,150,38.46%,P1,一,90,100
            X1,重复,甲局（办）；培训,“甲局（办）”有 2 个，共 150元，最少 60元，最多 90元,2,150,38.46%,P2,二,60,100
            X2,散小差,甲基金,平均 75元，平均得分 75,4,300,76.92%,P1,一,90,100
            X2,散小差,甲基金,平均 75元，平均得分 75,4,300,76.92%,P2,二,60,100
            X2,散小差,甲基金,平均 75元，平均得分 75,4,300,76.92%,P3,"'=三",30,50
            X2,散小差,甲基金,平均 75元，平均得分 75,4,300,76.92%,P4,四,120,50
            X3,独占,丙局；乙基金,100% of 80元,2,80,100.00%,P6,六,,0
            X3,独占,丙局；乙基金,100% of 80元,2,80,100.00%,P7,七,80,100
            X3,独占,乙局；甲基金,50% of 300元,2,150,50.00%,P3,"'=三",30,50
            X3,独占,乙局；甲基金,50% of 300元,2,150,50.00%,P4,四,120,50
            X3,独占,甲局（办）；甲基金,50% of 300元,2,150,50.00%,P1,一,90,100
            X3,独占,甲局（办）；甲基金,50% of 300元,2,150,50.00%,P2,二,60,100

            """.ReplaceLineEndings("\n"), across);
        Assert.Equal([("X1", 2, 4, 0), ("X2", 1, 4, 0), ("X3", 3, 6, 0)], run.Across.Select(a => (a.Flag.Code, a.Groups, a.Projects, a.Undecided)));
        Assert.Equal(1, run.Tally.Rejected);
    }

    [Theory]
    [InlineData("项目数 ≥ 3", 1, 0)]
    [InlineData("项目数 > 3", 0, 0)]
    [InlineData("合计 ≥ 0.3", 1, 1)]
    [InlineData("合计 > 0.3", 0, 1)]
    [InlineData("缺数 = 1", 1, 0)]
    [InlineData("总体项目数 = 5", 2, 0)]
    public void A_bound_is_met_exactly_and_without_amounts_it_is_not_known(string when, int groups, int undecided)
    {
        var (run, _) = Batch(Rules($"{{编号: X, 名称: 界, 相同: 单位, 金额: 预算, 当: {when}, 说明: 界}}"), """
            项目,单位,预算,支出
            P1,甲,0.1,0.1
            P2,甲,0.2,0.1
            P3,甲,,0.1
            P4,乙,,1
            P5,乙,未提供,1
            """);
        var found = Assert.Single(run.Across);
        Assert.Equal((groups, undecided), (found.Groups, found.Undecided));
    }

    [Fact]
    public void Groups_are_those_that_are_found_in_memory()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 400).Select(i => (Id: $"P{i}", Unit: Text(random, 9), Fund: Text(random, 5), Budget: random.Next(5) == 0 ? (decimal?)null : random.Next(1, 100_000) / 100m)).ToList();
        var csv = "项目,单位,基金,预算,支出\n" + string.Join('\n', rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Id},{r.Unit},{r.Fund},{r.Budget},1")));
        var funds = rows.Where(r => r.Fund.Length > 0).GroupBy(r => r.Fund).ToDictionary(g => g.Key, g => g.Sum(r => r.Budget ?? 0));
        var expected = rows.Where(r => r.Unit.Length > 0 && r.Fund.Length > 0).GroupBy(r => (r.Unit, r.Fund))
            .Where(g => g.Any(r => r.Budget is not null) && g.Sum(r => r.Budget ?? 0) * 5 >= funds[g.Key.Fund])
            .SelectMany(g => g.Select(r => $"{g.Key.Unit}；{g.Key.Fund} {g.Count()} {r.Id} {r.Budget ?? 0:0.####}"));

        var rules = Rules(Alone.Replace("50%", "20%"));
        var (run, across) = Batch(rules, csv);
        var found = BatchResults.Table(across);
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Select(r => $"{r["相同"]} {r["项目数"]} {r["项目"]} {(r["金额"] is "" ? "0" : r["金额"])}").Order(StringComparer.Ordinal));
        Assert.Equal(across, Batch(rules, csv, threads: 3, block: 1).Across);
        Assert.Equal(found.Count, run.Across.Sum(a => a.Projects));
    }

    [Fact]
    public void A_run_that_is_stopped_goes_on_to_the_same_groups()
    {
        var rules = Rules(Twice, Crumbs, Alone);
        var csv = "项目,单位,用途,基金,预算,支出\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"P{i},单位{i % 7},用途{i % 3},基金{i % 2},{i + 1},1\n"));
        var whole = Batch(rules, csv).Across;
        for (var stop = 1; stop <= 61; stop += 10)
        {
            var cut = Batch(rules, csv, stopAfter: stop).Run;
            Assert.True(cut.WasStopped);
            var (run, across) = Batch(rules, csv, resumes: true);
            Assert.True(run.IsComplete);
            Assert.Equal(whole, across);
        }
    }

    [Theory]
    [InlineData("batch.md")]
    [InlineData("batch.en.md")]
    public void The_example_of_the_page_is_read(string page)
    {
        using var rules = new TestRuleSet(
            ("evidence.yaml", "数据: {支出: 金额 元, 计划投入资金: 金额 元, 承办单位: 文本, 资金用途: 文本}"),
            ("output.yaml", TestRuleSet.Dimension(100, "取值: 支出 / 计划投入资金\n按比例: 100%")),
            ("flags.yaml", string.Join('\n', File.ReadLines(Repository.Path("docs", page)).SkipWhile(l => l != "```yaml across").Skip(1).TakeWhile(l => l != "```"))));
        Assert.Equal(["X01", "X02"], rules.Sound().Across.Select(f => f.Code));
    }

    [Fact]
    public async Task Without_groups_to_look_for_and_among_other_outputs_it_is_refused()
    {
        folder.Write("in/项目.csv", "项目,单位,预算,支出\nP1,甲,1,1\n");
        using var none = new TestRuleSet(("evidence.yaml", Evidence), ("output.yaml", TestRuleSet.Dimension(100, Indicator)));
        string[] batch = ["batch", Path.Combine(folder.Path, "in"), "--rules", none.Path, "--out", Out("r.csv"), "--across"];
        var (nothing, twice) = (await CliRun.Of([.. batch, Out("x.csv")]), await CliRun.Of([.. batch, Out("r.csv")]));
        Assert.Equal((2, 2), (nothing.ExitCode, twice.ExitCode));
        Assert.Contains("没有“跨项目”", string.Concat(nothing.ErrorLines));
        Assert.Contains("同一个文件", string.Concat(twice.ErrorLines));
        Assert.False(File.Exists(Out("r.csv")));
    }

    public void Dispose() => folder.Dispose();

    private static RuleSet Rules(params string[] flags)
    {
        using var rules = new TestRuleSet(
            ("evidence.yaml", Evidence),
            ("output.yaml", TestRuleSet.Dimension(100, Indicator)),
            ("flags.yaml", "跨项目:\n" + string.Concat(flags.Select(f => $"  - {f}\n"))));
        return rules.Sound();
    }

    private static string Text(Random random, int most) => random.Next(10) == 0 ? "" : $"合成{random.Next(most)}";

    private string Out(string file) => Path.Combine(folder.Path, file);

    private (BatchRun Run, string Across) Batch(RuleSet rules, string csv, int threads = 1, int block = 1, int stopAfter = int.MaxValue, bool resumes = false)
    {
        if (!resumes)
        {
            folder.Write("in/项目.csv", csv);
        }

        using var cancel = new CancellationTokenSource();
        var steps = 0;
        var options = new BatchOptions([Out("in")], Out("r.csv"), Out("rejects.csv"), new BatchFormat(false, false, false, Language.Chinese), threads, resumes) { BlockBytes = block, Across = Out("x.csv") };
        var run = BatchRun.Run(
            rules,
            options,
            _ =>
            {
                if (++steps == stopAfter)
                {
                    cancel.Cancel();
                }
            },
            cancel.Token);
        if (!run.IsComplete)
        {
            return (run, "");
        }

        var text = File.ReadAllText(Out("x.csv"));
        Assert.Equal(["r.csv", "rejects.csv", "x.csv"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        File.Delete(Out("x.csv"));
        return (run, text);
    }
}
