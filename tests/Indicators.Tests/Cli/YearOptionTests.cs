using Indicators.Tests.Loading;

namespace Indicators.Tests;

/// <summary>Fiscal years on the command line.</summary>
public sealed class YearOptionTests : IDisposable
{
    private readonly RuleSetFamily family = new();
    private readonly TestFolder evidence = new(("项目.csv", "项目,已验收,来源\nP1,是,文件1\n"));

    public YearOptionTests() => Write("60", "40", "");

    [Fact]
    public async Task Check_gives_the_digest_of_each_year_to_be_copied()
    {
        Write("100", "", "");
        var run = await CliRun.Of("check", family.Path("years"));

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("错误", run.Error);
        Assert.Contains("2018 年度的分值", run.Lines);
        var lines = run.Lines.SkipWhile(l => l != "封存:").Take(4).ToList();
        Assert.Equal([2016, 2017, 2018], lines.Skip(1).Select(l => int.Parse(l[2..6], System.Globalization.CultureInfo.InvariantCulture)));
        var closed = $"{lines[0]}\n{lines[1]}";

        Write("100", "", closed);
        Assert.Equal(0, (await CliRun.Of("check", family.Path("years"))).ExitCode);

        // A later year may change, the closed one may not.
        Write("{按年度: {2016: 100, 2018: 100.0}}", "", closed);
        Assert.Equal(0, (await CliRun.Of("check", family.Path("years"))).ExitCode);
        Write("{按年度: {2016: 100.0, 2018: 100}}", "", closed);
        Assert.Equal(1, (await CliRun.Of("check", family.Path("years"))).ExitCode);
    }

    [Fact]
    public async Task Check_in_English_writes_English_keys()
    {
        Write("100", "", "");
        var run = await CliRun.Of("check", family.Path("years"), "--year", "2017", "--lang", "en");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(": error ", run.Error);
        Assert.Contains("closed:", run.Lines);
        Assert.Matches("^  2017: sha256:[0-9a-f]{64}$", Assert.Single(run.Lines, l => l.Contains("sha256:", StringComparison.Ordinal)));
        Assert.DoesNotContain("Weights of 2017", run.Lines);
    }

    [Fact]
    public async Task Score_takes_the_rules_of_the_year_and_says_so()
    {
        Write("{按年度: {2016: 60, 2018: 50}}", "{按年度: {2016: 40, 2018: 50}}", "");
        var latest = await CliRun.Of("score", evidence.Path, "--rules", family.Path("years"));
        Assert.Contains("2016、2017、2018（按 2018 年度的规则）", latest.Output, StringComparison.Ordinal);
        Assert.Contains("50.00 / 100.00", latest.Output, StringComparison.Ordinal);

        var first = await CliRun.Of("score", evidence.Path, "--rules", family.Path("years"), "--year", "2016", "--lang", "en");
        Assert.Contains("(by the rules of 2016)", first.Output, StringComparison.Ordinal);
        Assert.Contains("60.00 / 100.00", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_closed_year_is_neither_checked_nor_scored()
    {
        Write("60", "40", "封存: {2016: sha256:" + new string('0', 64) + "}");
        var check = await CliRun.Of("check", family.Path("years"));
        var score = await CliRun.Of("score", evidence.Path, "--rules", family.Path("years"), "--year", "2016");

        Assert.Equal((1, "", 1, ""), (check.ExitCode, check.Output, score.ExitCode, score.Output));
        Assert.Contains("closed-year-changed", check.Error, StringComparison.Ordinal);
        Assert.Contains("closed-year-changed", score.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CliRun.Of("score", evidence.Path, "--rules", family.Path("years"), "--year", "2018")).ExitCode);
    }

    [Fact]
    public async Task A_year_that_the_rules_do_not_have_is_a_problem_of_the_rules()
    {
        var run = await CliRun.Of("check", family.Path("years"), "--year", "2019");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("year-unknown: 指标体系没有 2019 年度，有：2016、2017、2018", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check x --year 17", "选项 --year 的值“17”不是年度，写四位数字，例如 2017")]
    [InlineData("check x --year 2o17 --lang en", "“2o17” is no value of --year: write a year of four digits, such as 2017")]
    [InlineData("score x --rules y --year -2017", "“-2017”")]
    [InlineData("check x --year", "选项 --year 后面缺少值")]
    [InlineData("check x --year 2016 --year 2017", "选项 --year 只能写一次")]
    public async Task What_is_no_year_is_wrong_usage(string words, string message)
    {
        var run = await CliRun.Of(words.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        family.Dispose();
        evidence.Dispose();
    }

    /// <summary>Two indicators of these weights, of which the first is met; only one if the second has none.</summary>
    private void Write(string first, string second, string header) => family.Add(
        "years",
        ("rule-set.yaml", TestRuleSet.Header.Replace("2017", "[2016, 2017, 2018]") + "\n" + header),
        ("evidence.yaml", TestRuleSet.Evidence),
        ("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收").Replace("分值: 100", $"分值: {first}")
            + (second.Length == 0 ? "" : $"\n      - {{编号: A2, 名称: 乙, 分值: {second}, 符合: not(已验收)}}")));
}
