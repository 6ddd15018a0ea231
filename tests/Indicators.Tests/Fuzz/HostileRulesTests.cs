namespace Indicators.Tests.Fuzz;

/// <summary>Rule files within the limits that once took the process down, or minutes: each loads or is refused. The time limit is for a hang only.</summary>
public sealed class HostileRulesTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    [Fact]
    public Task A_chain_of_computed_values_of_any_length() => Codes([], ("evidence.yaml", Computed(20_000, i => $"= 值{i + 1} + 1")), Sound);

    [Fact]
    public Task A_circle_of_any_length() => Codes(["circular"], ("evidence.yaml", Computed(20_000, i => $"= 值{(i + 1) % 20_000} + 1")), Sound);

    [Fact]
    public Task Lists_in_lists_over_many_values() => Codes(["expression-too-deep"], ("evidence.yaml", Computed(100, i => $"= [值{i + 1}]")), Sound);

    [Fact]
    public Task Very_many_keys_in_one_map() => Codes(
        [], ("evidence.yaml", TestRuleSet.Evidence + "\n  " + string.Join("\n  ", Enumerable.Range(0, 40_000).Select(i => $"值{i}: = 1"))), Sound);

    [Fact]
    public Task Very_many_bands() => Codes(
        [], Output($"取值: 实际\n分档:\n{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  ≥ {20_000 - i}: 0\n"))}  其余: 0"));

    [Fact]
    public Task Named_methods_that_use_each_other_twice() => Codes(
        ["nested-methods-limit"],
        ("rule-set.yaml", TestRuleSet.Header + "\n方法:\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"  法{i}: {{分档: {{已验收: {{方法: 法{i + 1}}}, 其余: {{方法: 法{i + 1}}}}}}}\n")) + "  法40: {符合: 已验收}"),
        Output("方法: 法0"));

    [Fact]
    public Task A_loop_in_a_band() => Codes([], Output("取值: 实际\n分档: {'for 次 in 1..999999 return 次': 0, 其余: 0}"));

    [Fact]
    public Task A_loop_in_a_range() => Codes(
        ["range-not-fixed"], ("evidence.yaml", TestRuleSet.Evidence.Replace("实际: 数", "实际: {类型: 数, 范围: 'for 次 in 1..999999 return 次'}")), Sound);

    [Theory]
    [InlineData("{:")]
    [InlineData(" ")]
    public Task A_very_long_line(string part) => Codes(
        ["yaml-syntax"], ("output.yaml", "一级指标: \"\n" + string.Concat(Enumerable.Repeat(part, 400_000)) + "%"));

    [Fact]
    public Task A_very_long_word() => Codes(
        ["unknown-name"], ("evidence.yaml", TestRuleSet.Evidence + $"\n  ? {new string('长', 300_000)}\n  : = 1"), Output($"符合: {new string('短', 4000)}"));

    [Theory]
    [InlineData("三级指标:\n  - {编号: A1, 分值: 10,reading\n  - {编号: A2}\n")]
    [InlineData("一级指标: 产出\n二级指标:\n  - : 名称: 数量\n  ）\n    三级指标:\n     \n      - {编号: A2}\n")]
    public Task A_text_that_the_yaml_parser_trips_over(string text) => Codes(["yaml-syntax"], ("output.yaml", text));

    private static readonly (string, string) Sound = Output("符合: 已验收");

    private static (string, string) Output(string keys) => ("output.yaml", TestRuleSet.Dimension(100, keys));

    /// <summary>So many values, each worked out from the next.</summary>
    private static string Computed(int count, Func<int, string> formula) =>
        TestRuleSet.Evidence + string.Concat(Enumerable.Range(0, count).Select(i => $"\n  值{i}: {formula(i)}")) + $"\n  值{count}: = 1";

    private static async Task Codes(string[] codes, (string, string) file, (string, string) other = default)
    {
        using var set = new TestRuleSet(other == default ? [file] : [file, other]);
        var problems = (await Task.Run(set.Load, TestContext.Current.CancellationToken).WaitAsync(Hang, TestContext.Current.CancellationToken)).Problems;
        Assert.Equal(codes, problems.Select(p => p.Code));
    }
}
