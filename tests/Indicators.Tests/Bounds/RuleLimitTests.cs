using System.Text;

namespace Indicators.Tests.Bounds;

/// <summary>Every limit of rule files, just reached and just passed: what is over it is reported, and the rest is still read.</summary>
public sealed class RuleLimitTests
{
    private const string Sound = "符合: 已验收";

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "file-too-large" })]
    public void Bytes_of_a_file(int over, string[] codes)
    {
        var text = TestRuleSet.Dimension(100, Sound) + "\n#";
        text += new string('x', Limits.RuleFileBytes - Encoding.UTF8.GetByteCount(text) + over);
        Assert.Equal(codes, Codes(("output.yaml", text)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Files_of_a_rule_set(int over, bool tooMany)
    {
        // Beside rule-set.yaml and evidence.yaml.
        var dimensions = Enumerable.Range(0, Limits.RuleFiles - 2 + over).Select(i => ($"d{i}.yaml", "一级指标: 空")).ToArray();
        Assert.Equal(tooMany, Codes(dimensions).Contains("too-many-files"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Nesting_of_yaml(int over, bool tooDeep)
    {
        var depth = Limits.Depth + over;
        Assert.Equal(tooDeep, Codes(("output.yaml", new string('[', depth) + new string(']', depth))).Contains("yaml-too-deep"));
    }

    [Theory]
    [InlineData(-1, new string[0])]
    [InlineData(1, new[] { "expression-too-deep" })]
    public void Nesting_of_brackets(int over, string[] codes)
    {
        // The expression itself is the first level.
        var depth = Limits.Depth + over;
        Assert.Equal(codes, CodesOf($"符合: {new string('(', depth)}已验收{new string(')', depth)}"));
    }

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "expression-too-long" })]
    public void Characters_of_an_expression(int over, string[] codes) =>
        Assert.Equal(codes, CodesOf($"符合: {"已验收 or".PadRight(Limits.ExpressionLength - 3 + over)}已验收"));

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "too-many-digits" })]
    public void Digits_of_a_number_in_an_expression(int over, string[] codes) =>
        Assert.Equal(codes, CodesOf($"符合: 实际 > {new string('9', Limits.Digits + over)}"));

    [Theory]
    [InlineData(0, new[] { "weights-sum", "weights-sum" })]
    [InlineData(1, new[] { "too-many-digits" })]
    [InlineData(500_000, new[] { "too-many-digits" })]
    public void Digits_of_a_weight(int over, string[] codes)
    {
        var text = TestRuleSet.Dimension(100, Sound).Replace("名称: 产出数量", $"名称: 产出数量\n    分值: 1{new string('0', Limits.Digits - 1 + over)}");
        Assert.Equal(codes, Codes(("output.yaml", text)));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "expression-limit")]
    public void Items_that_an_expression_visits(int over, string? code)
    {
        using var files = TestRuleSet.WithNode("符合: 'count(for 次 in 1..实际 return 次) > 3'");
        var projects = new[] { Limits.ListItems + over, 5 }.Select(n => TestProject.Of(("实际", n)));
        var results = new ReferenceEvaluator(files.Sound()).Evaluate(projects, cancel: TestContext.Current.CancellationToken).ToList();
        Assert.Equal([code, null], results.Select(r => r.Problem?.Code));
        Assert.NotNull(results[1].Evaluation);
    }

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "nested-methods-limit" })]
    public void Depth_of_named_methods(int over, string[] codes)
    {
        var last = Limits.Depth - 1 + over;
        var methods = Enumerable.Range(0, last).Select(i => $"  法{i}: {{方法: 法{i + 1}}}").Append($"  法{last}: {{{Sound}}}");
        Assert.Equal(codes, Codes(
            ("rule-set.yaml", $"{TestRuleSet.Header}\n方法:\n{string.Join('\n', methods)}"), ("output.yaml", TestRuleSet.Dimension(100, "方法: 法0"))));
    }

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "nested-methods-limit" })]
    public void Named_methods_inside_others(int over, string[] codes)
    {
        var bands = Enumerable.Range(0, Limits.NestedMethods + over).Select(i => $"      实际 = {i}: {{方法: 乙}}");
        var methods = $"  甲:\n    分档:\n{string.Join('\n', bands)}\n      其余: 0\n  乙: {{{Sound}}}";
        Assert.Equal(codes, Codes(("rule-set.yaml", $"{TestRuleSet.Header}\n方法:\n{methods}"), ("output.yaml", TestRuleSet.Dimension(100, "方法: 甲"))));
    }

    private static IEnumerable<string> CodesOf(string keys) => Codes(("output.yaml", TestRuleSet.Dimension(100, keys)));

    private static IEnumerable<string> Codes(params (string, string)[] files)
    {
        using var set = new TestRuleSet(files);
        return [.. set.Load().Problems.Select(p => p.Code)];
    }
}
