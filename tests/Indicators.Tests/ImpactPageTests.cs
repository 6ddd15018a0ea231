namespace Indicators.Tests;

/// <summary>What docs/impact.md shows is what the command prints.</summary>
public sealed class ImpactPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("docs", "impact.md"));

    [Fact]
    public async Task The_output_shown_is_the_output_printed()
    {
        using var edited = new TestRuleSet();
        foreach (var path in Directory.EnumerateFiles(CliRun.Rules))
        {
            edited.Write(Path.GetFileName(path), File.ReadAllText(path).ReplaceLineEndings("\n").Replace(
                "取值: 实际竞赛场次 / 计划竞赛场次\n        按比例: 100%",
                "取值: 实际竞赛场次 / 计划竞赛场次\n        按比例: {目标: 200%}"));
        }

        var run = await CliRun.Of("impact", CliRun.Sample, "--from", CliRun.Rules, "--to", edited.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var printed = run.Lines.ToList();
        var shown = Lines.SkipWhile(l => l != "```text").Skip(1).TakeWhile(l => l != "```").Where(l => l != "…").ToList();
        Assert.NotEmpty(shown);
        foreach (var line in shown)
        {
            var found = printed.IndexOf(line.TrimEnd());
            Assert.True(found >= 0, $"The page shows a line that is not printed, or not here: {line}");
            printed.RemoveRange(0, found + 1);
        }
    }

    [Fact]
    public async Task Every_option_is_listed()
    {
        var help = (await CliRun.Of("impact", "--help", "--lang", "en")).Output;
        string[] options = ["--from", "--to", "--from-year", "--to-year", "--top", "--format json", "--all"];
        Assert.All(options, option => Assert.Contains($"`{option}", string.Join('\n', Lines)));
        Assert.All(options, option => Assert.Contains(option.Split(' ')[0], help));
    }
}
