using System.Globalization;
using Indicators.Csv;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Tests;

/// <summary>The documents name what the code has: a function, a method, a limit or a class that is added must be documented.</summary>
public sealed class DocsTests
{
    private static readonly string[] LanguagePages = Both("language");
    private static readonly string[] FeelPages = Both("feel");
    private static readonly string[] EvidencePages = Both("evidence");

    [Fact]
    public void Every_function_is_listed_under_all_its_names() =>
        Assert.All(FeelPages, page => Assert.All(Function.Names, name => Assert.Contains(name, page)));

    [Fact]
    public void Every_method_is_listed_in_both_languages() => Assert.All(MethodTable.All, kind =>
    {
        Assert.All(LanguagePages, page => Assert.Contains(kind.Key.Zh, page));
        Assert.All(LanguagePages, page => Assert.Contains(kind.Key.En, page));
    });

    [Fact]
    public void The_sample_shown_for_NRules_is_the_sample_shipped()
    {
        var shown = File.ReadAllLines(Repository.Path("docs", "nrules.md")).SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```");
        var shipped = File.ReadAllLines(Repository.Path("samples", "OwnRule", "Program.cs"));
        Assert.NotEmpty(shown);
        Assert.All(shown, line => Assert.Contains(line, shipped));
    }

    [Fact]
    public void Every_limit_is_stated() => Assert.All(
        [Limits.Depth, Limits.ExpressionLength, Limits.Digits, Limits.RuleFiles, Limits.ExtendsChain],
        limit => Assert.All(LanguagePages, page => Assert.Matches($@"\b{limit.ToString(CultureInfo.InvariantCulture)}\b", page)));

    [Fact]
    public void Every_limit_of_an_expression_is_stated() => Assert.All(
        [
            Limits.Depth, Limits.ExpressionLength, Limits.Digits, Limits.Scale, Limits.ListItems, Limits.Steps, Limits.ValueDepth,
            Limits.ValueSize, Limits.CallDepth, Limits.TextLength, Limits.PowerBits, Limits.NumberBits, Limits.PatternLength, Limits.PatternMilliseconds,
        ],
        limit => Assert.All(FeelPages, page => Assert.Matches($@"\b({limit.ToString(CultureInfo.InvariantCulture)}|{limit.ToString("N0", CultureInfo.InvariantCulture)})\b", page)));

    [Fact]
    public void Every_class_of_evidence_and_missing_state_is_listed()
    {
        Assert.All(EvidencePages, page => Assert.All(EvidenceWords.Classes, c => Assert.Contains(c.Zh, page)));
        Assert.All(EvidencePages, page => Assert.All(Words.MissingStates.Values, s => Assert.Contains(s.Zh, page)));
    }

    private static string[] Both(string page) => [File.ReadAllText(Repository.Path("docs", $"{page}.md")), File.ReadAllText(Repository.Path("docs", $"{page}.en.md"))];
}
