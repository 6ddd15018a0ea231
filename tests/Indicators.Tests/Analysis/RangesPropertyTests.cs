using CsCheck;
using Indicators.Analysis;
using Indicators.Feel;

namespace Indicators.Tests.Analysis;

/// <summary>What the ranges decide is so for every project within them. CsCheck prints the seed.</summary>
public sealed class RangesPropertyTests
{
    private const string Evidence = """
        数据:
          甲: {类型: 数, 范围: "[0..10]"}
          乙: {类型: 数, 范围: "[-5..5]"}
          丙: {类型: 数, 范围: "[1..4]"}
          丁: 数
        计算:
          戊: = 甲 / 丙
        """;

    private static readonly Gen<string> Numbers = Gen.Recursive<string>((depth, inner) => depth > 2
        ? Leaf
        : Gen.OneOf(
            Leaf,
            Gen.Select(inner, Word("+", "-", "*", "/"), inner, (a, op, b) => $"({a} {op} {b})"),
            inner.Select(a => $"abs({a})"),
            Gen.Select(Word("min", "max"), inner, inner, (f, a, b) => $"{f}({a}, {b})"),
            inner.Select(a => $"(-{a})")));

    private static readonly Gen<string> Comparisons = Gen.Select(Numbers, Word("<", "≤", ">", "≥", "=", "!="), Gen.OneOf(Numbers, Gen.Int[-30, 30].Select(i => $"{i}")), (a, op, b) => $"{a} {op} {b}");

    private static readonly Gen<string> Conditions = Gen.OneOf(
        Comparisons,
        Gen.Select(Comparisons, Word("and", "or"), Comparisons, (a, op, b) => $"({a}) {op} ({b})"),
        Gen.Select(Word("甲", "乙", "丁"), Word("<", "≤", ">", "≥", "="), Gen.Int[-6, 11], Word("and", "or"), Word("<", "≤", ">", "≥", "=", "!="), Gen.Int[-6, 11], (x, a, i, op, b, j) => $"{x} {a} {i} {op} {x} {b} {j}"),
        Comparisons.Select(c => $"not({c})"));

    private static Gen<string> Leaf => Gen.OneOf(Word("甲", "乙", "丙", "丁", "戊"), Gen.Int[0, 12].Select(i => $"{i}"));

    [Fact]
    public void A_decided_condition_has_its_answer_for_every_evidence_within_the_ranges()
    {
        using var files = TestRuleSet.WithNode("符合: 甲 > 1", evidence: Evidence);
        var rules = files.Sound();
        var (ranges, decided) = (new Ranges(rules), 0);
        var projects = Enumerable.Range(0, 60).Select(i => TestProject.Of(
            ("甲", $"{i * 7 % 101 / 10m}"), ("乙", $"{i * 13 % 101 / 10m - 5}"), ("丙", $"{1 + i * 11 % 31 / 10m}"), ("丁", $"{i * 37 % 200 - 100}"))).ToList();
        var scopes = projects.Select(p => ReferenceEvaluator.ScopeOf(rules, p)).ToList();
        Conditions.Sample(
            text =>
            {
                if (ranges.Of(Parser.ParseExpression(new Source(text, new Place("")), [])!) is not Possible.Truth { Always: { } answer })
                {
                    return;
                }

                Interlocked.Increment(ref decided);
                var expression = Parser.ParseExpression(new Source(text, new Place("")), [])!;
                foreach (var scope in scopes)
                {
                    // A division by zero has no answer.
                    Assert.True(Evaluator.Truth(Evaluator.Evaluate(expression, scope)) != !answer, $"{text} is said to be {answer} always");
                }
            }, iter: 20_000);
        // Otherwise nothing was shown.
        Assert.True(decided > 1000, $"{decided} decided");
    }

    private static Gen<string> Word(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);
}
