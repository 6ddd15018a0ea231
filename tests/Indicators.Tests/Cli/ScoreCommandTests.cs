using System.Text.Json;
using Indicators.Cli;

namespace Indicators.Tests;

public sealed class ScoreCommandTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task No_line_is_wider_than_the_terminal(string language)
    {
        var run = await CliRun.Scored("--lang", language);

        Assert.All(run.Lines, line => Assert.True(TextWidth.Of(line) <= 100, line));
        Assert.All(run.Lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public async Task Rows_that_belong_to_no_project_are_told_after_the_scores()
    {
        using var rules = TestRuleSet.WithNode("公式: sum(资金.支出)", evidence: TestRuleSet.Evidence + "\n表:\n  资金: {键: 年度, 列: {年度: 文本, 支出: 数}}");
        using var evidence = new TestFolder(("项目.csv", "项目\nP1\n"), ("资金.csv", "项目,年度,支出\nP1,2016,3\nP-1,2017,4\nP1，2018，5\n"));

        var run = await CliRun.Of("score", evidence.Path, "--rules", rules.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("有 2 行不知道属于哪个项目，没有计入", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_the_wrong_way_round_are_wrong_usage()
    {
        var run = await CliRun.Of("score", CliRun.Rules, "--rules", CliRun.Sample);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("两个文件夹写反了", string.Concat(run.ErrorLines.Select(l => l.Trim())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_shows_total_grade_standing_tree_and_flags()
    {
        var run = await CliRun.Scored();

        Assert.StartsWith("开展百万职工百工种的岗位技术练兵（项目 KM-2017-01）", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"总分      \d+\.\d\d / 100\.00（暂定，挂起 \d+\.\d\d 分）", run.Output);
        Assert.Matches(@"依据      佐证 \d+\.\d\d 分 · 自述 \d+\.\d\d 分 · 无 \d+\.\d\d 分", run.Output);
        Assert.Matches(@"    C11 竞赛场次完成率 +8\.00    8\.00  100\.00%  佐证", run.Output);
        Assert.Contains("      实际竞赛场次17 ÷ 计划竞赛场次12 = 141.67%，达到满分标准(≥100%)，得8.00分", run.Lines);
        Assert.Contains("  疑点 F01 补助标准与资金总额矛盾 — 涉及 B22、C11", run.Lines);
    }

    [Fact]
    public async Task What_the_points_rest_on_adds_up_to_the_maximum()
    {
        var run = await CliRun.Scored();

        var line = run.Lines.Single(l => l.StartsWith("依据 ", StringComparison.Ordinal));
        var parts = line.Split(' ').Where(p => p.Contains('.')).Select(p => decimal.Parse(p, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(100m, parts.Sum());
    }

    [Fact]
    public async Task English_output_is_English_around_the_words_of_the_rule_set()
    {
        var run = await CliRun.Scored("--lang", "en");

        Assert.Contains(" (project KM-2017-01)", run.Output, StringComparison.Ordinal);
        Assert.Contains("= 141.67%, meets the standard for full marks", run.Output, StringComparison.Ordinal);
        Assert.Contains("Flags and red lines", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("得分率", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("挂起", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document()
    {
        var run = await CliRun.Scored("--format", "json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("KM-2017-01", document.RootElement.GetProperty("projectId").GetString());
    }

    [Fact]
    public async Task A_bad_project_is_rejected_and_the_others_are_scored()
    {
        using var evidence = new TestFolder(("项目.csv", "项目,名称\nP1,甲\nP2,乙\nP3,丙\n"), ("数据.csv", "项目,字段,值\nP2,实际到位资金,三十万\n"));

        var run = await CliRun.Of("score", evidence.Path, "--rules", CliRun.Rules, "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("数据.csv:2:3: 错误 bad-number", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 个错误，未评分的项目（1）：P2", run.Error.TrimEnd(), StringComparison.Ordinal);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(["P1", "P3"], document.RootElement.EnumerateArray().Select(e => e.GetProperty("projectId").GetString()));
    }

    [Fact]
    public async Task Several_projects_end_with_a_list_of_all()
    {
        using var evidence = new TestFolder(("项目.csv", "项目,名称\nP1,甲\nP2,乙\n"));

        var run = await CliRun.Of("score", evidence.Path, "--rules", CliRun.Rules);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("甲（项目 P1）", run.Lines);
        Assert.Contains("乙（项目 P2）", run.Lines);
        Assert.Matches(@"2 个项目\r?\n项目 +总分     挂起     等级     疑点\r?\nP1            甲 ", run.Output);
    }

    [Fact]
    public async Task One_project_can_be_chosen()
    {
        using var evidence = new TestFolder(("项目.csv", "项目,名称\nP1,甲\nP2,乙\n"));

        var run = await CliRun.Of("score", evidence.Path, "--rules", CliRun.Rules, "--project", "P2", "--format", "json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("P2", document.RootElement.GetProperty("projectId").GetString());
    }

    [Fact]
    public async Task A_red_line_shows_what_the_grade_would_have_been()
    {
        using var rules = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: 100%");
        rules.Write("flags.yaml", "疑点:\n  - {编号: F09, 名称: 超支, 性质: 红线, 当: 到位 > 预算, 说明: 超支, 等级上限: 中, 依据: 文件}\n");
        using var evidence = new TestFolder(("项目.csv", "项目,实际,计划,到位,预算\nP1,8,10,3元,2元\n"));

        var run = await CliRun.Of("score", evidence.Path, "--rules", rules.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("等级      良 → 红线 F09 → 中", run.Lines);
        Assert.Contains("  红线 F09 超支（等级最高为 中）", run.Lines);
    }
}
