using Indicators.Cli;

namespace Indicators.Tests;

public sealed class EvalCommandTests
{
    [Theory]
    [InlineData("1 / 3", "0.3333333333333333333333333333")]
    [InlineData("-1", "-1")]
    [InlineData("date(\"2017-04-25\") + duration(\"P1D\")", "date(\"2017-04-26\")")]
    [InlineData("{a: [1, \"b\"]}", "{a: [1, \"b\"]}")]
    public async Task An_expression_is_answered_with_its_value(string expression, string value)
    {
        var run = await CliRun.Of("eval", expression);

        Assert.Equal((0, value, ""), (run.ExitCode, run.Output.TrimEnd(), run.Error));
    }

    [Fact]
    public async Task Unknown_names_and_codes_are_told_with_the_nearest()
    {
        var run = await CliRun.Of("eval", "得分(\"C19\") + 竞赛场次", "--rules", CliRun.Rules, "--evidence", CliRun.Sample);

        Assert.Equal((0, "null"), (run.ExitCode, run.Output.TrimEnd()));
        Assert.Contains("C19", run.Error, StringComparison.Ordinal);
        Assert.Contains("您是不是想写“C", run.Error, StringComparison.Ordinal);
        Assert.Contains("竞赛场次", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_syntax_error_has_a_caret_under_its_place()
    {
        var run = await CliRun.Of("eval", "1 + + 2");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("表达式:1:5: 错误 unexpected-token", run.Error, StringComparison.Ordinal);
        Assert.Equal(["    1 + + 2", "        ^"], run.ErrorLines[1..3]);
    }

    [Fact]
    public async Task Every_line_of_the_input_is_answered()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader("1 + 1\n1 +\n\n\"a\\nb\"\nfor i in 1..100 return [partial[-1], partial[-1]]\n2 * 3");

        var code = await CommandLine.Run(["eval", "--stdin", "--lang", "en"], output, error, input);

        Assert.Equal(["2", "null", "null", "\"a\\nb\"", "null", "6", ""], output.ToString().ReplaceLineEndings("\n").Split('\n'));
        Assert.Equal(1, code);
        Assert.Contains("stdin:2:4: error unexpected-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_says_why()
    {
        Assert.Contains("除数为零", (await CliRun.Of("eval", "1 / 0")).Error, StringComparison.Ordinal);
        Assert.Contains("不认识的名称按 null 计算：场次", (await CliRun.Of("eval", "场次 + 1")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("实际竞赛场次", "17")]
    [InlineData("得分(\"C11\")", "8")]
    [InlineData("依据(\"C11\")", "\"佐证\"")]
    public async Task Names_of_the_evidence_and_scores_are_known(string expression, string value)
    {
        var run = await CliRun.Of("eval", expression, "--rules", CliRun.Rules, "--evidence", CliRun.Sample);

        Assert.Equal((0, value), (run.ExitCode, run.Output.TrimEnd()));
    }

    [Fact]
    public async Task The_trace_shows_the_parts_first()
    {
        var run = await CliRun.Of("eval", "sum([1, 2]) * 2", "--trace");

        Assert.Equal(["    [1, 2] = [1, 2]", "  sum([1, 2]) = 3", "sum([1, 2]) * 2 = 6", ""], run.ErrorLines);
        Assert.Equal("6", run.Output.TrimEnd());
    }

    [Fact]
    public async Task An_unknown_project_is_answered_with_those_there_are()
    {
        var run = await CliRun.Of("eval", "1", "--rules", CliRun.Rules, "--evidence", CliRun.Sample, "--project", "X");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("现有：KM-2017-01", run.Error, StringComparison.Ordinal);
    }
}
