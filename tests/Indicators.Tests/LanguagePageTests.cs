namespace Indicators.Tests;

/// <summary>The YAML on the language page is a rule set that loads and scores.</summary>
public sealed class LanguagePageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("docs", "language.md"));

    [Fact]
    public void The_fields_tables_and_reconciliations_shown_load_and_the_value_is_rounded_as_it_says()
    {
        using var files = new TestRuleSet(
            ("evidence.yaml", Block("```yaml evidence")),
            ("flags.yaml", Block("```yaml flags")),
            ("output.yaml", TestRuleSet.Dimension(100, Block("```yaml"))));
        var evaluation = ReferenceEvaluator.Evaluate(files.Sound(), TestProject.Of(("资金总额", 2), ("计划总额", 3)));
        Assert.Equal("100.00", evaluation.Total.Published.ToFixed(2));
        Assert.Equal("K1", evaluation.Flags.Single().Code);
    }

    private static string Block(string fence) =>
        string.Join('\n', Lines.SkipWhile(l => l != fence).Skip(1).TakeWhile(l => l != "```"));
}
