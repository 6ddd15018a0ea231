namespace Indicators.Tests;

public sealed class CheckCommandTests
{
    [Theory]
    [InlineData("zh", "kunming-2017 没有问题：一级指标 4，三级指标 26，")]
    [InlineData("en", "kunming-2017 is fine: dimensions 4, indicators 26, ")]
    public async Task A_sound_rule_set_is_summed_up_in_one_line(string language, string line)
    {
        var run = await CliRun.Of("check", CliRun.Rules, "--lang", language);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(line, run.Lines.First(), StringComparison.Ordinal);
        Assert.Equal("", run.Lines.ElementAt(1));
    }

    [Theory]
    [InlineData("符合: '实际 <> 计划'", "“不等于”写 !=")]
    [InlineData("公式: IF(已验收, 1, 2)", "这里写“if … then … else …”")]
    [InlineData("公式: SUM([实际, 计划])", "您是不是想写“sum”")]
    [InlineData("取值: 到位 / 预算\n分档: {70%以上: 100%, 其余: 0}", "“80%以上”写 ≥ 80%")]
    public async Task Habits_of_a_spreadsheet_are_answered_with_what_to_write(string node, string answer)
    {
        using var rules = TestRuleSet.WithNode(node);

        Assert.Contains(answer.Replace(" ", "", StringComparison.Ordinal), string.Concat((await CliRun.Of("check", rules.Path)).Error.Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
    }

    /// <summary>One mistake is one error, however often the name is used.</summary>
    [Theory]
    [InlineData("实际: 数", "实际: 数字", "“数”")]
    [InlineData("预算: 金额", "预算: 金额（万元）", "“金额 万元”")]
    [InlineData("满意度: 百分比", "满意度: 比率", "“百分比”")]
    public async Task A_type_that_cannot_be_read_is_told_once(string sound, string wrong, string meant)
    {
        using var rules = TestRuleSet.WithNode("公式: 实际 + 计划 * (到位 / 预算) + 满意度", evidence: TestRuleSet.Evidence.Replace(sound, wrong));

        var run = await CliRun.Of("check", rules.Path);

        Assert.Contains($"您是不是想写{meant}？", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 个错误", run.ErrorLines);
    }

    [Fact]
    public async Task An_unreadable_column_of_a_table_is_told_once()
    {
        using var rules = TestRuleSet.WithNode(
            "公式: sum(资金.支出) + sum(资金.结余)", evidence: TestRuleSet.Evidence + "\n表:\n  资金: {键: 年度, 列: {年度: 字, 预算: 数, 支出: 数字, 结余: = 预算 - 支出}}");

        Assert.Contains("2 个错误", (await CliRun.Of("check", rules.Path)).ErrorLines);
    }

    [Fact]
    public async Task A_flag_about_an_unknown_code_is_marked_at_the_code()
    {
        using var rules = new TestRuleSet(("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收")), ("flags.yaml", "疑点:\n  - {编号: F1, 名称: 甲, 指标: [A1, A3], 当: 实际 > 1, 说明: 甲}\n"));

        Assert.Contains("flags.yaml:2:30: 错误 unknown-code", (await CliRun.Of("check", rules.Path)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_says_of_each_indicator_and_flag_who_scores_it_and_why()
    {
        using var rules = new TestRuleSet(
            ("evidence.yaml", TestRuleSet.Evidence + "\n表:\n  资金: {键: 年度, 列: {年度: 文本, 支出: 金额}}"),
            ("output.yaml", TestRuleSet.Dimension(60, "取值: 到位 / sum(资金.支出)\n按比例: 100%")),
            ("rest.yaml", TestRuleSet.Dimension(40, "逐行: 资金\n取值: 支出 / 预算\n按比例: 100%").Replace("一级指标: 产出", "一级指标: 效益").Replace("产出数量", "社会效益").Replace("编号: A1", "编号: B1").Replace("名称: 完成率", "名称: 支出")));

        var run = await CliRun.Of("check", rules.Path, "--plan");

        Assert.Contains(run.Lines, l => l.StartsWith("  编译 1 项（", StringComparison.Ordinal) && l.EndsWith("；参考 1 项", StringComparison.Ordinal));
        Assert.Matches(@"(?m)^    A1 完成率 +编译，参考先算出 sum\(资金\.支出\)\r?$", run.Output);
        Assert.Matches(@"(?m)^    B1 支出 +参考：逐行：各行的分母不同，公分母可能超过 2⁵³\r?$", run.Output);
    }

    [Fact]
    public async Task What_stands_in_a_file_that_cannot_be_read_is_not_called_unknown()
    {
        using var rules = TestRuleSet.WithNode("符合：已验收：是 {");
        rules.Write("flags.yaml", "疑点:\n  - {编号: F1, 名称: 疑, 指标: A1, 当: 已验收, 说明: 疑}");

        var run = await CliRun.Of("check", rules.Path);

        Assert.DoesNotContain("unknown-code", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_width_comma_is_found_on_its_own_line()
    {
        using var rules = TestRuleSet.WithNode("符合: 已验收");
        rules.Write("output.yaml", "一级指标: 产出\n二级指标:\n  - 名称: 甲\n    三级指标:\n      - {编号: A1，名称: 子, 分值: 50}\n      - {编号: A2, 名称: 丑, 分值: 50, 评价要点: [寅, 卯]}\n");

        var run = await CliRun.Of("check", rules.Path);

        Assert.Contains("output.yaml:5:16: 错误 yaml-full-width-comma", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_weights_of_the_dimensions_are_shown()
    {
        var run = await CliRun.Of("check", CliRun.Rules);

        Assert.Contains(run.Lines, l => l.StartsWith("  产出 ", StringComparison.Ordinal) && l.EndsWith("30.00    30.00%", StringComparison.Ordinal));
        Assert.Contains(run.Lines, l => l.StartsWith("  总分 ", StringComparison.Ordinal) && l.EndsWith("100.00   100.00%", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_has_its_place_its_line_a_caret_and_a_remedy()
    {
        using var rules = TestRuleSet.WithNode("取值: 到位数 / 预算\n按比例: 100%");

        var run = await CliRun.Of("check", rules.Path);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        var place = Array.FindIndex(run.ErrorLines, l => l.Contains("错误 unknown-name: ", StringComparison.Ordinal));
        Assert.Matches(@"output\.yaml:\d+:\d+: 错误 unknown-name: .*“到位数”", run.ErrorLines[place]);
        Assert.Equal("    取值: 到位数 / 预算", run.ErrorLines[place + 1]);
        Assert.Equal("          ^", run.ErrorLines[place + 2]);
        Assert.StartsWith("    写 evidence.yaml 里有的名称", run.ErrorLines[place + 3], StringComparison.Ordinal);
        Assert.Equal("1 个错误", run.Error.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task The_caret_stands_under_its_character_behind_Chinese_text()
    {
        using var rules = TestRuleSet.WithNode("取值: 到位 / 预算数\n按比例: 100%");

        var run = await CliRun.Of("check", rules.Path);

        var line = Array.IndexOf(run.ErrorLines, "    取值: 到位 / 预算数");
        // 4 of indent, 取值 and 到位 of two columns a character, and 5 of “: ” and “ / ”.
        Assert.Equal(new string(' ', 4 + 4 + 2 + 4 + 3) + "^", run.ErrorLines[line + 1]);
    }

    [Fact]
    public async Task Problems_are_told_in_English_on_request()
    {
        using var rules = TestRuleSet.WithNode("取值: 到位数 / 预算\n按比例: 100%");

        var run = await CliRun.Of("check", rules.Path, "--lang", "en");

        Assert.Contains(": error unknown-name: there is no evidence named “到位数”", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 error", run.Error.TrimEnd(), StringComparison.Ordinal);
    }
}
