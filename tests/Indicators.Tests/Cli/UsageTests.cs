using Indicators.Cli;

namespace Indicators.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("", "没有给出命令，可用：score、batch、check、test、")]
    [InlineData("scroe x", "没有命令“scroe”，可用：score、batch、check、test、")]
    [InlineData("--verbose", "没有选项“--verbose”")]
    [InlineData("check", "没有给出指标体系文件夹 DIR")]
    [InlineData("check no-such-folder", "找不到“no-such-folder”")]
    [InlineData("check --format xml", "没有给出指标体系文件夹 DIR")]
    [InlineData("score", "没有给出项目数据 EVIDENCE")]
    [InlineData("score x", "没有给出指标体系，请加上 --rules DIR")]
    [InlineData("score x --rules", "选项 --rules 后面缺少值")]
    [InlineData("score x --rules a --rules b", "选项 --rules 只能写一次")]
    [InlineData("score x --rulez a", "没有选项“--rulez”")]
    [InlineData("score --rulez --rules a", "没有选项“--rulez”")]
    [InlineData("score x --rules a --format xml", "选项 --format 的值“xml”不可用，可用：table、json")]
    [InlineData("score x --rules a --lang fr", "选项 --lang 的值“fr”不可用，可用：zh、en")]
    [InlineData("score x --rules no-such-folder", "找不到“no-such-folder”")]
    [InlineData("batch", "没有给出项目数据 EVIDENCE")]
    [InlineData("batch x --rules a", "没有给出写结果的文件，请加上 --out FILE")]
    [InlineData("batch x --rules a --out b --threads 0", "--threads 要写正整数，却是“0”")]
    [InlineData("batch x --out b --rules no-such-folder", "找不到“no-such-folder”")]
    [InlineData("eval", "没有给出表达式 EXPRESSION")]
    [InlineData("eval --stdin 1", "不认识“1”")]
    [InlineData("eval --stdni", "没有选项“--stdni”")]
    [InlineData("eval 1 --rules x", "请加上 --evidence")]
    [InlineData("eval 1 --evidence x", "请加上 --rules DIR")]
    [InlineData("check --lang en", "wrong usage: the rule set's folder DIR is missing")]
    [InlineData("check no-such-folder --lang=en", "wrong usage: there is no “no-such-folder”")]
    public async Task A_wrong_call_says_what_is_wrong_and_returns_2(string words, string message)
    {
        var run = await CliRun.Of(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains("indicators", run.ErrorLines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_that_is_not_there_is_wrong_usage()
    {
        var run = await CliRun.Of("score", "no-such-file.csv", "--rules", CliRun.Rules);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("找不到“no-such-file.csv”", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_project_is_answered_with_those_there_are()
    {
        var run = await CliRun.Of("score", CliRun.Sample, "--rules", CliRun.Rules, "--project", "X");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("没有编号为“X”的项目，现有：KM-2017-01", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "用法", "score", "check", "--lang zh|en", "示例", "退出码")]
    [InlineData("score --help", "EVIDENCE", "--rules DIR", "--format table|json", "--project ID", "示例")]
    [InlineData("eval --help", "EXPRESSION", "--stdin", "[--rules DIR]", "[--evidence EVIDENCE]", "--trace", "示例")]
    [InlineData("check --help --lang en", "Usage", "DIR", "Example", "Exit codes")]
    public async Task Help_names_everything(string words, params string[] expected)
    {
        var run = await CliRun.Of(words.Split(' '));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(expected, text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
        Assert.All(run.Lines, line => Assert.True(TextWidth.Of(line) <= 100, line));
    }

    [Fact]
    public async Task The_version_is_a_number()
    {
        var run = await CliRun.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^indicators \d+\.\d+\.\d+\r?\n", run.Output);
    }

    [Fact]
    public async Task A_bug_of_ours_returns_3_and_asks_for_a_report()
    {
        using var error = new StringWriter();

        var code = await CommandLine.Run(["check", CliRun.Rules], new BrokenWriter(), error);

        Assert.Equal(3, code);
        Assert.Contains("请把下面的内容连同用到的文件发给维护者", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("a bug", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("a bug");
    }
}
