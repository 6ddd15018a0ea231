using System.Text.Json;

namespace Indicators.Tests.Cli;

/// <summary><c>indicators test</c> as its user sees it.</summary>
public sealed class TestCommandTests : IDisposable
{
    private const string Right = "名称: 对\n改: {已验收: 是}\n应得: {A1: \"100.00\"}";

    private readonly TestRuleSet rules = new(("output.yaml", TestRuleSet.Dimension(100, "分档:\n  已验收: 100%\n  其余: {取值: 实际 / 计划, 按比例: 100%}")));

    [Fact]
    public async Task A_case_that_fails_shows_what_was_expected_what_came_and_the_arithmetic()
    {
        Case("名称: 错\n改: {已验收: 否, 实际: 1, 计划: 2}\n应得: {A1: \"60.00\"}");
        var run = await CliRun.Of("test", rules.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("test：用例 1，通过 0；到达 2 / 3", run.Output);
        Assert.Contains("A1：应为 60.00，实为 50.00（第 3 行）", run.Output);
        Assert.Contains("实际1 ÷ 计划2 = 50%", run.Output);
    }

    [Fact]
    public async Task What_a_case_says_wrongly_is_marked_where_it_stands()
    {
        rules.Write("output.yaml", TestRuleSet.Dimension(100, "部分得分: 允许"));
        Case("名称: 错\n改:\n  A1: 部份符合\n应得: {A1: \"60.00\"}");
        Assert.Contains("a.yaml:3:7: 错误 unknown-conclusion", (await CliRun.Of("test", rules.Path)).Error);
        Case("名称: 错\n改: {A1: 符合}\n应得: {A11: 1}");
        Assert.Contains("A11：应为 1，实为 没有这个编号。您是不是想写“A1”？（第 3 行）", (await CliRun.Of("test", rules.Path)).Output);
    }

    [Theory]
    [InlineData("\"A*\": 符合", "100.00", "挂起")]
    [InlineData("\"A*\": 好 90%", "挂起", "90.00")]
    public async Task A_star_is_for_the_leaves_that_take_the_conclusion(string change, string judged, string levelled)
    {
        rules.Write("output.yaml", TestRuleSet.Dimension(100, "评价要点:\n  - {名称: 甲}\n  - {名称: 乙, 定性: {好: 80%~100%, 差: 0~80%}}"));
        Case($"名称: 星\n改: {{{change}}}\n应得: {{A1①: {Half(judged)}, A1②: {Half(levelled)}}}");

        Assert.Contains("通过 1", (await CliRun.Of("test", rules.Path)).Output);

        static string Half(string points) => points == "挂起" ? points : (decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture) / 2).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task What_no_case_reaches_fails_only_with_coverage()
    {
        Case(Right);
        Assert.Equal(0, (await CliRun.Of("test", rules.Path)).ExitCode);
        var run = await CliRun.Of("test", rules.Path, "--coverage");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("没有到达：A1 分档 其余", run.Output);
    }

    [Fact]
    public async Task Json_has_the_cases_and_the_coverage()
    {
        Case(Right);
        var run = await CliRun.Of("test", rules.Path, "--coverage", "--format", "json");
        var set = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.True(set.GetProperty("cases")[0].GetProperty("passed").GetBoolean());
        Assert.Equal(2, set.GetProperty("coverage").GetProperty("reached").GetInt32());
        Assert.Equal("A1 分档 其余", set.GetProperty("coverage").GetProperty("unreached")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_rule_set_without_cases_and_a_case_of_a_year_without_rules_fail()
    {
        Assert.Contains("没有用例", (await CliRun.Of("test", rules.Path)).Output);
        Case(Right + "\n年度: 2016");
        var run = await CliRun.Of("test", rules.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("year-unknown", run.Error);
    }

    [Fact]
    public async Task A_framework_is_fine_and_says_what_is_open()
    {
        rules.Write("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收").Replace("分值: 100", "分值: 待定"));
        Assert.Equal(0, (await CliRun.Of("test", rules.Path)).ExitCode);
        var check = await CliRun.Of("check", rules.Path);
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("A1 完成率", check.Output);
        Assert.Contains("framework-unscored", (await CliRun.Of("score", Repository.Path("samples", "kunming-2017"), "--rules", rules.Path)).Error);
    }

    public void Dispose() => rules.Dispose();

    private void Case(string text)
    {
        Directory.CreateDirectory(Path.Combine(rules.Path, "cases"));
        rules.Write("cases/a.yaml", text);
    }
}
