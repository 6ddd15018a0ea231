using System.Reflection;
using Indicators.Csv;
using Indicators.Loading;
using Indicators.Methods;

namespace Indicators.Tests;

/// <summary>The pages of docs/methods say what the engine does: every score, every mistake, every key on them.</summary>
public sealed class MethodPagesTests
{
    public static TheoryData<string> Pages => [.. MethodPage.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_score_on_a_page_is_what_the_rule_on_it_earns(string name)
    {
        var page = Find(name);
        Assert.NotEmpty(page.Examples);
        foreach (var example in page.Examples)
        {
            Assert.True(example.Scores is { Length: > 1 }, $"{name}: a rule has no table of scores after it.");
            var given = Enumerable.Range(0, example.Scores.Length - 1).Select(example.Given).ToList();
            Assert.Equal(given, example.WorkedOut());
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_mistake_on_a_page_is_refused_with_its_code(string name)
    {
        var page = Find(name);
        Assert.NotEmpty(page.Mistakes);
        foreach (var (written, instead, code) in page.Mistakes)
        {
            var example = page.Examples.FirstOrDefault(e => e.Contains(written));
            Assert.True(example is not null, $"{name}: no rule or evidence on the page holds “{written}”.");
            var codes = example.Problems(written, instead);
            Assert.True(codes.Contains(code), $"{name}: “{instead}” gives {string.Join(", ", codes)}, not {code}.");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_key_on_a_page_has_these_two_names(string name)
    {
        var known = new[] { typeof(Keys), typeof(EvidenceWords) }.SelectMany(Bilinguals)
            .Concat(Words.MissingStates.Values).Concat(Words.MissingPolicies.Values).Concat(Words.Conclusions.Values)
            .Select(k => (k.Zh, k.En)).ToHashSet();
        Assert.All(Find(name).Keys, key => Assert.Contains(key, known));
    }

    [Fact]
    public void Every_method_has_a_page_with_its_key_in_both_languages() => Assert.All(
        MethodTable.All.Select(k => k.Key).Concat([Keys.Each, Keys.Points, Keys.MethodName, Keys.Bonus, Keys.Penalty]),
        key => Assert.Contains((key.Zh, key.En), MethodPage.All.SelectMany(p => p.Keys)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_ends_with_a_summary_in_English(string name) =>
        Assert.StartsWith("In English: ", Find(name).Text.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);

    private static MethodPage Find(string name) => MethodPage.All.Single(p => p.Name == name);

    private static IEnumerable<Bilingual> Bilinguals(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Bilingual>();
}
