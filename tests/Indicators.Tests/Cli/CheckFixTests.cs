using System.Text;
using System.Text.Json;

namespace Indicators.Tests;

/// <summary><c>check --fix</c> mends what has one right answer, and nothing else.</summary>
public sealed class CheckFixTests
{
    /// <summary>A mistake in output.yaml, and what stands there afterwards.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "yaml-full-width-colon", "按比例：100%", "按比例: 100%" },
        { "yaml-full-width-colon", "分档: {其余：100%}", "分档: {其余: 100%}" },
        { "yaml-colon-space", "分档: {其余:100%}", "分档: {其余: 100%}" },
        { "yaml-full-width-colon", "扣分：\n  每项: 10%", "扣分: \n          每项: 10%" },
        { "yaml-colon-space", "按比例:100%", "按比例: 100%" },
        { "yaml-bare-greater", "分档:\n  >= 90%: 100%\n  其余: 0", "分档:\n          ≥ 90%: 100%\n          其余: 0" },
        { "yaml-bare-greater", "分档:\n  > 90%: 100%\n  其余: 0", "分档:\n          \"> 90%\": 100%\n          其余: 0" },
        { "yaml-bare-greater", "直线: {零分: 0%, 满分: >=100%}", "直线: {零分: 0%, 满分: ≥100%}" },
        { "yaml-full-width-comma", "增减: {基准: 100%，每低: 1%扣5%, 步长: 满}", "增减: {基准: 100%, 每低: 1%扣5%, 步长: 满}" },
        { "yaml-dash-space", "评价要点:\n  -符合: 已验收\n    名称: 甲", "评价要点:\n          - 符合: 已验收\n            名称: 甲" },
        { "yaml-tab", "分档:\n\t其余: 100%", "分档:\n          其余: 100%" },
        { "unknown-key", "按比列: 100%", "按比例: 100%" },
        { "unknown-key", "propotional: 100%", "proportional: 100%" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_with_one_right_answer_is_mended_and_named(string code, string wrong, string right)
    {
        using var rules = Rules(wrong);
        var before = await CliRun.Of("check", rules.Path);
        Assert.Contains(code, before.Error, StringComparison.Ordinal);
        Assert.Contains("其中 1 个只有一种正确写法：加 --fix 自动改正", before.Error, StringComparison.Ordinal);

        var run = await CliRun.Of("check", rules.Path, "--fix");

        Assert.Matches($@"output\.yaml:\d+:\d+: 已改正 {code}: ", run.ErrorLines[0]);
        Assert.DoesNotContain("只有一种正确写法", run.Error, StringComparison.Ordinal);
        var text = File.ReadAllText(Path.Combine(rules.Path, "output.yaml"));
        Assert.EndsWith(right.Trim(), text.TrimEnd(), StringComparison.Ordinal);
    }

    /// <summary>What could be meant in two ways is the analyst's to mend.</summary>
    [Theory]
    [InlineData("取值: 到位 / 预算\n增减: {基准: 100%, 每底: 1%扣5%, 步长: 满}")]
    [InlineData("取值: 到位数 / 预算\n按比例: 100%")]
    [InlineData("取值: 到位 / 预算\n分档: {> 预算: 100%, 其余: 0}")]
    [InlineData("取值: 到位 / 预算\n增减: {基准: 100%, 每低: 1%扣5, 步长: 满}")]
    public async Task What_could_be_meant_in_two_ways_is_left(string node)
    {
        using var rules = TestRuleSet.WithNode(node);
        var file = Path.Combine(rules.Path, "output.yaml");
        var (before, told) = (File.ReadAllText(file), (await CliRun.Of("check", rules.Path)).Error);

        var run = await CliRun.Of("check", rules.Path, "--fix");

        Assert.Equal((1, told), (run.ExitCode, run.Error));
        Assert.Equal(before, File.ReadAllText(file));
    }

    [Fact]
    public async Task Everything_else_in_the_file_stays_byte_for_byte()
    {
        using var rules = Rules("按比列: 100%");
        var file = Path.Combine(rules.Path, "output.yaml");
        byte[] Windows(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("# 注：原样\n\n" + text).SelectMany(b => b == '\n' ? "\r\n"u8.ToArray() : [b])];
        var text = File.ReadAllText(file);
        File.WriteAllBytes(file, Windows(text));

        var run = await CliRun.Of("check", rules.Path, "--fix");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Windows(text.Replace("按比列", "按比例", StringComparison.Ordinal)), File.ReadAllBytes(file));
        Assert.Empty(Directory.EnumerateFiles(rules.Path, "*.tmp"));
    }

    [Fact]
    public async Task One_run_mends_what_hides_behind_another_mistake()
    {
        using var rules = Rules("按比列：>=100%");
        var header = Path.Combine(rules.Path, "rule-set.yaml");
        File.WriteAllText(header, File.ReadAllText(header).Replace("格式: 1\n", "", StringComparison.Ordinal).Replace("名称: ", "名称：", StringComparison.Ordinal));

        var run = await CliRun.Of("check", rules.Path, "--fix", "--lang", "en");

        Assert.Equal(
            ["missing-key", "unknown-key", "yaml-bare-greater", "yaml-full-width-colon", "yaml-full-width-colon"],
            run.ErrorLines.Where(l => l.Contains(": mended ", StringComparison.Ordinal)).Select(l => l.Split(": mended ")[1].Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.StartsWith("格式: 1\n", File.ReadAllText(header), StringComparison.Ordinal);
        Assert.EndsWith("按比例: ≥100%", File.ReadAllText(Path.Combine(rules.Path, "output.yaml")).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_is_not_mended_through_its_extension()
    {
        using var rules = Rules("按比列: 100%");
        var extension = Path.Combine(rules.Parent, "extension");
        Directory.CreateDirectory(extension);
        File.WriteAllText(Path.Combine(extension, "rule-set.yaml"), $"格式: 1\n编号: extension\n名称: 扩展\n继承: {Path.GetFileName(rules.Path)}\n");
        var file = Path.Combine(rules.Path, "output.yaml");
        var before = File.ReadAllText(file);

        var run = await CliRun.Of("check", extension, "--fix");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(before, File.ReadAllText(file));
    }

    [Fact]
    public async Task Programs_get_the_mend_too()
    {
        using var rules = Rules("按比列: 100%");

        var json = JsonDocument.Parse((await CliRun.Of("check", rules.Path, "--format", "json")).Output).RootElement[0];
        var sarif = JsonDocument.Parse((await CliRun.Of("check", rules.Path, "--format", "sarif")).Output).RootElement;

        var fix = json.GetProperty("problems").EnumerateArray().SelectMany(p => p.GetProperty("fixes").EnumerateArray()).Single();
        Assert.Equal((9, 3, "按比例"), (fix.GetProperty("column").GetInt32(), fix.GetProperty("length").GetInt32(), fix.GetProperty("text").GetString()));
        var replacement = sarif.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Single(r => r.TryGetProperty("fixes", out _)).GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal((9, 12), (replacement.GetProperty("deletedRegion").GetProperty("startColumn").GetInt32(), replacement.GetProperty("deletedRegion").GetProperty("endColumn").GetInt32()));
        Assert.Equal("按比例", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
    }

    /// <summary>A rule set whose only indicator measures a rate, with these lines last.</summary>
    private static TestRuleSet Rules(string last) => TestRuleSet.WithNode($"取值: 到位 / 预算\n{last}");
}
