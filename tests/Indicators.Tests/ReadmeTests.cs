using Indicators.Cli;
using Indicators.Csv;
using Indicators.Loading;
using Indicators.Tests.Cli;

namespace Indicators.Tests;

/// <summary>What the README shows is what the program does.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("README.md"));

    [Fact]
    public async Task The_output_shown_is_the_output_printed()
    {
        var output = new StringWriter();
        var code = await CommandLine.Run(
            ["score", Repository.Path("samples", "kunming-2017"), "--rules", Repository.Path("rules", "kunming-2017")],
            output,
            TextWriter.Null);
        Assert.Equal(0, code);
        var printed = output.ToString().ReplaceLineEndings("\n").Split('\n').ToList();
        foreach (var line in Block("```text").Where(l => l != "…"))
        {
            var found = printed.IndexOf(line.TrimEnd());
            Assert.True(found >= 0, $"The README shows a line that is not printed, or not here: {line}");
            printed.RemoveRange(0, found + 1);
        }
    }

    [Fact]
    public async Task The_batch_shown_is_the_batch_printed()
    {
        using var folder = new TestFolder();
        var (sample, rules) = (Path.Combine(folder.Path, "sample"), Repository.Path("rules", "kunming-2017"));
        await CliRun.Of("sample", "--rules", rules, "--projects", "200", "--out", sample);
        var run = await CliRun.Of("batch", sample, "--rules", rules, "--out", Path.Combine(folder.Path, "results.csv"));
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        var printed = run.Output.ReplaceLineEndings("\n").Replace(folder.Path + Path.DirectorySeparatorChar, "").Split('\n').ToList();
        // A longer path breaks the line of the problem elsewhere.
        Assert.All(Block("```text batch").Where(l => l != "…" && !l.Contains("sample/", StringComparison.Ordinal)), line => Assert.Contains(line.TrimEnd(), printed));
        Assert.Contains("sample/项目.csv:48:6：“补助标准下限”应为金额", string.Concat(printed.Select(l => l.Trim())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_comparison_shown_is_the_comparison_printed()
    {
        var printed = (await CompareCommandTests.OfCity()).Lines.Select(l => l.TrimEnd()).ToList();
        var pages = new[] { "compare.md", "compare.en.md" }.Select(p => File.ReadAllLines(Repository.Path("docs", p)));
        var project = (await CompareCommandTests.OfCity("--project", "KM-2017-01")).Lines.Select(l => l.TrimEnd());
        Assert.All(Block("```text compare").Where(l => l != "…"), line => Assert.Contains(line.TrimEnd(), printed));
        foreach (var page in pages)
        {
            var shown = page.Where((_, i) => page.Take(i).Count(l => l.StartsWith("```", StringComparison.Ordinal)) % 2 == 1 && page.Take(i).Last(l => l.StartsWith("```", StringComparison.Ordinal)) == "```text")
                .Where(l => !l.StartsWith("```", StringComparison.Ordinal) && l != "…").ToList();
            Assert.True(shown.Count > 15, $"{shown.Count}");
            Assert.All(shown, line => Assert.Contains(line.TrimEnd(), printed.Concat(project)));
        }
    }

    [Fact]
    public void The_rule_shown_is_the_rule_shipped() => Assert.Contains(
        string.Join('\n', Block("```yaml")),
        File.ReadAllText(Repository.Path("rules", "kunming-2017", "output.yaml")).ReplaceLineEndings("\n"));

    [Fact]
    public void The_edit_described_has_the_effect_described()
    {
        using var files = new TestRuleSet();
        foreach (var path in Directory.EnumerateFiles(Repository.Path("rules", "kunming-2017")))
        {
            var text = File.ReadAllText(path);
            files.Write(Path.GetFileName(path), text.Replace(
                "取值: 实际竞赛场次 / 计划竞赛场次\n        按比例: 100%",
                "取值: 实际竞赛场次 / 计划竞赛场次\n        按比例: {目标: 200%}"));
        }

        var ruleSet = files.Sound();
        var project = EvidenceReader.Read(Repository.Path("samples", "kunming-2017"), ruleSet).Projects.Single();
        // 17/12 ÷ 2 × 8 = 5.6666…
        Assert.Equal("5.67", ReferenceEvaluator.Evaluate(ruleSet, project).Total.Find("C11")!.Published.ToFixed(2));
        Assert.Contains("`score` now gives C11 5.67 of 8 points", string.Join(' ', Lines));
    }

    private static IEnumerable<string> Block(string fence) =>
        Lines.SkipWhile(l => l != fence).Skip(1).TakeWhile(l => l != "```");
}
