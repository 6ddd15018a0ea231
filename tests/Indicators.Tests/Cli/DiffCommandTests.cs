using System.Text.Json;

namespace Indicators.Tests.Cli;

public sealed class DiffCommandTests
{
    [Fact]
    public async Task What_changed_is_said_under_its_dimension_and_indicator_and_counted()
    {
        using var before = TestRuleSet.WithNode("取值: 满意度\n增减: {基准: 90%, 每低: 1%扣5%, 步长: 满}");
        using var after = TestRuleSet.WithNode("取值: 满意度\n增减: {基准: 90%, 每低: 1%扣10%, 步长: 满}");
        var run = await CliRun.Of("diff", before.Path, after.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["产出", "  A1 完成率", "    阈值 增减.每低：1%扣5% → 1%扣10%", "", "共 1 处：阈值 1", ""], run.Lines.SkipWhile(l => l != "产出"));
        var english = await CliRun.Of("diff", before.Path, after.Path, "--lang", "en");
        Assert.Contains("    threshold slope.below: 1%扣5% → 1%扣10%", english.Lines);
        Assert.Contains("1 difference: threshold 1", english.Lines);
    }

    [Fact]
    public async Task Two_fiscal_years_of_a_rule_set_can_be_compared()
    {
        using var rules = TestRuleSet.WithNode(
            "取值: 到位 / 预算\n按比例: {按年度: {2016: 80%, 2017: 90%}}",
            header: TestRuleSet.Header.Replace("年度: 2017", "年度: [2016, 2017]", StringComparison.Ordinal));

        var run = await CliRun.Of("diff", rules.Path, rules.Path, "--from-year", "2016");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal($"{rules.Path}（2016 年度） → {rules.Path}（2017 年度）", run.Lines.First());
        Assert.Contains("    阈值 按比例：80% → 90%", run.Lines);
        Assert.Contains("没有不同：规则摘要相同", (await CliRun.Of("diff", rules.Path, rules.Path)).Lines);
        using var json = JsonDocument.Parse((await CliRun.Of("diff", rules.Path, rules.Path, "--from-year", "2016", "--format", "json")).Output);
        Assert.Equal((2016, 2017), (json.RootElement.GetProperty("yearBefore").GetInt32(), json.RootElement.GetProperty("yearAfter").GetInt32()));
    }

    [Fact]
    public async Task A_rule_set_does_not_differ_from_itself()
    {
        var run = await CliRun.Of("diff", CliRun.Rules, CliRun.Rules);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("没有不同：规则摘要相同", run.Lines);
    }

    [Fact]
    public async Task Json_gives_both_places()
    {
        var run = await CliRun.Of("diff", Repository.Path("rules", "mof-2020-henan"), Repository.Path("rules", "mof-2020-xiuyu"), "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        var weight = json.RootElement.GetProperty("differences").EnumerateArray()
            .Single(d => d.GetProperty("code").GetString() == "B22" && d.GetProperty("kind").GetString() == "weight");
        Assert.Equal(("8", "4"), (weight.GetProperty("before").GetString(), weight.GetProperty("after").GetString()));
        Assert.Contains("mof-2020-xiuyu", weight.GetProperty("placeAfter").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_with_errors_are_not_compared_and_a_missing_folder_is_wrong_usage()
    {
        using var broken = TestRuleSet.WithNode("符合: 没有这个名称");
        Assert.Equal(1, (await CliRun.Of("diff", broken.Path, CliRun.Rules)).ExitCode);
        var run = await CliRun.Of("diff", CliRun.Rules);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("没有给出现在的指标体系文件夹 B", run.Error, StringComparison.Ordinal);
    }
}
