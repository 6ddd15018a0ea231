using System.Text.Json;

namespace Indicators.Tests;

/// <summary>check for programs: several folders, JSON and SARIF, with what is accepted.</summary>
public sealed class CheckFormatsTests : IDisposable
{
    private readonly TestRuleSet rules = new(
        ("rule-set.yaml", TestRuleSet.Header + "\n接受: {unused-evidence 说明书: 给人看}\n"),
        ("evidence.yaml", "数据: {实际: 数, 说明书: 文本}"),
        ("output.yaml", TestRuleSet.Dimension(100, "取值: 实际\n分档: {≥ 90: 50%, ≥ 60: 80%, 其余: 0}")));

    [Fact]
    public async Task Json_has_every_problem_in_both_languages_and_what_is_accepted()
    {
        var run = await CliRun.Of("check", rules.Path, Repository.Path("rules", "mof-2020"), "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var folders = JsonDocument.Parse(run.Output).RootElement;
        var (mine, framework) = (folders[0], folders[1]);
        Assert.Equal("test", mine.GetProperty("ruleSet").GetString());
        Assert.Equal(["not-monotone", "weight-concentrated"], Codes(mine, "problems"));
        Assert.Equal(["unused-evidence"], Codes(mine, "accepted"));
        Assert.Equal("给人看", mine.GetProperty("accepted")[0].GetProperty("accepted").GetString());
        Assert.Equal("refuted", mine.GetProperty("properties")[0].GetProperty("monotone").GetString());
        var problem = mine.GetProperty("problems").EnumerateArray().First(p => p.GetProperty("code").GetString() == "not-monotone");
        Assert.Equal("A1: better evidence scores lower: 实际 at 75 earns 80.00 points, at 90 only 50.00", problem.GetProperty("text").GetProperty("en").GetString());
        Assert.Equal((5, 13), (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
        Assert.Equal(JsonValueKind.Null, framework.GetProperty("ruleSet").ValueKind);
        Assert.Equal(19, framework.GetProperty("open").GetArrayLength());
    }

    [Fact]
    public async Task Sarif_has_rules_results_regions_and_suppressions()
    {
        rules.Write("effect.yaml", "一级指标：效果");
        var run = await CliRun.Of("check", rules.Path, "--format", "sarif");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        var broken = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("2.1.0", broken.GetProperty("version").GetString());
        var error = Assert.Single(broken.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList());
        Assert.Equal(("yaml-full-width-colon", "error"), (error.GetProperty("ruleId").GetString(), error.GetProperty("level").GetString()));

        File.Delete(Path.Combine(rules.Path, "effect.yaml"));
        var sound = JsonDocument.Parse((await CliRun.Of("check", rules.Path, "--format", "sarif")).Output).RootElement.GetProperty("runs")[0];
        var declared = sound.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToList();
        foreach (var result in sound.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), declared[result.GetProperty("ruleIndex").GetInt32()]);
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() > 0);
            Assert.EndsWith(".yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        }

        var accepted = Assert.Single(sound.GetProperty("results").EnumerateArray().Where(r => r.TryGetProperty("suppressions", out _)).ToList());
        Assert.Equal("给人看", accepted.GetProperty("suppressions")[0].GetProperty("justification").GetString());
    }

    [Fact]
    public async Task The_shipped_rule_sets_raise_no_warning()
    {
        var run = await CliRun.Of(["check", .. Directory.GetDirectories(Repository.Path("rules"))]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    public void Dispose() => rules.Dispose();

    private static IEnumerable<string?> Codes(JsonElement folder, string list) => folder.GetProperty(list).EnumerateArray().Select(p => p.GetProperty("code").GetString()).Order(StringComparer.Ordinal);
}
