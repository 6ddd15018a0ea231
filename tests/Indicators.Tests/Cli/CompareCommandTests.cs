using System.Text.Json;

namespace Indicators.Tests.Cli;

/// <summary><c>indicators compare</c> as its user sees it.</summary>
public sealed class CompareCommandTests
{
    private static readonly string[] City =
    [
        "compare", Repository.Path("samples", "city", "2016"), Repository.Path("samples", "city", "2017"), "--rules", Repository.Path("rules", "kunming-2016"), "--rules", Repository.Path("rules", "kunming-2017"),
    ];

    internal static Task<CliRun> OfCity(params string[] options) => CliRun.Of([.. City, .. options]);

    /// <summary>By hand of the seed's project: 10 of 12 contests are 92.59% of the old standard of 90%, 17 of 12 all of it. Crossed, 17 earn all 10 points
    /// under the old rules and 10 earn 6.67 under the new: evidence ½(10 − 9.26 + 8 − 6.67) = 1.035, rules ½(6.67 − 9.26 + 8 − 10) = −2.295.</summary>
    [Fact]
    public async Task A_project_is_told_with_the_split_the_evidence_and_the_edits()
    {
        var run = await CliRun.Of([.. City, "--project", "KM-2017-01"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("  总分 60.14 → 51.25（-8.89） = 佐证 -4.595 + 规则 -4.295", run.Lines);
        Assert.Contains("  C11 竞赛场次完成率  9.26 → 8.00(-1.26) = 佐证 +1.035 + 规则 -2.295", run.Lines);
        Assert.Contains("    分值 10 → 8，比得分率：92.6% → 100.0%", run.Lines);
        Assert.Contains("    佐证：实际竞赛场次 10 → 17", run.Lines);
        Assert.Contains("    改动：阈值 按比例：90% → 100%", run.Lines);
        Assert.Contains("    只有 2016 的规则有这个指标", run.Lines);
        Assert.Contains("  每场支出：2.75万元 → 1.764706万元（-35.8%）", run.Lines);
        Assert.Contains(run.Lines, l => l.StartsWith("  等级 中 → 差，由 D21 职工满意度 -4.50、D15 竞赛宣传 -4.00、C11 竞赛场次完成率 -1.26 决定", StringComparison.Ordinal));
    }

    /// <summary>What stands between the two totals adds up to the second, line by line.</summary>
    [Fact]
    public async Task The_waterfall_adds_up()
    {
        var run = await CliRun.Of([.. City, "--project", "KM-2017-01", "--lang", "en"]);
        var steps = run.Lines.SkipWhile(l => l != "From one year to the next").Skip(1).TakeWhile(l => l.Length > 0)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries).First(w => w.Contains('.'))).Select(w => Fraction.TryParse(w.TrimStart('+'), out var points) ? points : 0).ToList();
        Assert.Equal(steps[^1], Fraction.Sum(steps.SkipLast(1)));
        Assert.Equal(new Fraction(5125, 100), steps[^1]);
    }

    [Fact]
    public async Task A_portfolio_is_told_with_its_statistics_and_says_how_many_tests_were_made()
    {
        var run = await CliRun.Of([.. City, "--by", "承办单位", "--top", "1"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("两年都有 36 个项目；只在 2016 的 2 个，只在 2017 的 2 个；不能评分 0 个", run.Lines);
        Assert.Contains("  p 是符号秩检验，同时做了 24 个，已按 Holm 校正", run.Lines);
        Assert.Contains("按承办单位（6 组），总分平均", run.Lines);
        Assert.Contains("变化最大的 1 个项目", run.Lines);
    }

    [Fact]
    public async Task Json_has_exact_points_and_adds_up()
    {
        var run = await CliRun.Of([.. City, "--format", "json", "--top", "2"]);
        var comparison = JsonDocument.Parse(run.Output).RootElement.GetProperty("comparisons")[0];
        var figures = comparison.GetProperty("totals").GetProperty("figures");
        Assert.Equal(Points(figures.GetProperty("change")), Points(figures.GetProperty("effects").GetProperty("evidence")) + Points(figures.GetProperty("effects").GetProperty("rules")));
        Assert.Equal(2, comparison.GetProperty("movers").GetArrayLength());
        Assert.Equal("Holm", comparison.GetProperty("tests").GetProperty("correction").GetString());

        static decimal Points(JsonElement points) => decimal.Parse(points.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Three_years_are_two_comparisons()
    {
        var run = await CliRun.Of(["compare", City[1], City[2], City[2], "--rules", City[4], "--rules", City[6], "--rules", City[6], "--project", "KM-2017-01"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("  总分 60.14 → 51.25（-8.89） = 佐证 -4.595 + 规则 -4.295", run.Lines);
        Assert.Contains("  总分 51.25 → 51.25（0.00） = 佐证 0.00 + 规则 0.00", run.Lines);
    }

    /// <summary>One rule set of several years gives each year its own rules.</summary>
    [Fact]
    public async Task One_rule_set_is_taken_in_the_years_that_are_named()
    {
        using var rules = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: {目标: {按年度: {2016: 50%, 2017: 100%}}}", TestRuleSet.Header.Replace("年度: 2017", "年度: [2016, 2017]"));
        using var evidence = new TestFolder(("a.csv", "项目,实际,计划\nP1,1,4\n"));
        var file = Path.Combine(evidence.Path, "a.csv");
        var run = await CliRun.Of("compare", file, file, "--rules", rules.Path, "--year", "2016", "--year", "2017", "--project", "P1");
        Assert.Contains("  总分 50.00 → 25.00（-25.00） = 佐证 0.00 + 规则 -25.00", run.Lines);
    }

    [Theory]
    [InlineData("compare", "没有给出项目数据 EVIDENCE")]
    [InlineData("compare a --rules rules", "至少要两年的数据")]
    [InlineData("compare a b --rules rules", "只有一个指标体系，请用 --year 写出各年的年度")]
    [InlineData("compare a b c --rules rules --rules rules", "数据有 3 年，--rules 有 2 个")]
    [InlineData("compare a b --rules rules --year 17 --lang en", "“17” is no value of --year")]
    [InlineData("compare a b --rules", "选项 --rules 后面缺少值")]
    public async Task Wrong_usage_says_what_to_do(string line, string expected)
    {
        var run = await CliRun.Of(line.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public async Task A_field_or_a_project_that_is_not_there_is_named()
    {
        var run = await CliRun.Of([.. City, "--by", "主管部门"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("没有文本数据“主管部门”；有：承办单位、资金用途", run.Error);
        run = await CliRun.Of([.. City, "--project", "H01"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("里没有可评的项目“H01”", run.Error);
    }
}
