using CsCheck;
using Indicators.Analysis;
using Indicators.Feel;

namespace Indicators.Tests.Analysis;

/// <summary>A curve against the plain way, scoring project by project: the same points everywhere, and a proof that no pair of scores contradicts. CsCheck prints the seed.</summary>
public sealed class CurveTests
{
    private static readonly Gen<int> Small = Gen.Int[0, 12];

    private static readonly Gen<string> Simple = Gen.OneOf(
        Small.Select(t => $"按比例: {t + 1}"),
        Gen.Select(Small, Words("≥", "≤", "="), (t, way) => $"按比例: {{目标: {t + 1}, 方向: {way}}}"),
        Gen.Select(Small, Small, (a, b) => $"直线: {{零分: {a}, 满分: {(a == b ? b + 1 : b)}}}"),
        Gen.Select(Small, Words("每低", "每高", "每偏"), Words("扣", "加"), Gen.Int[1, 40], Words("连续", "满", "不足按整"),
            (at, side, does, much, mode) => $"增减: {{基准: {at}, 得: 60%, {side}: 2{does}{much}%, 步长: {mode}}}"),
        Gen.Select(Small, Small, Words("≤", "≥", "<", ">"), (at, zero, sign) => $"增减: {{基准: {at}, 每低: 1扣10%, 零分: '{sign} {zero}', 步长: 满}}"),
        Gen.Select(Small, Words("≤", "≥"), (full, sign) => $"增减: {{基准: 5, 每高: 1加7%, 得: 20%, 满分: '{sign} {full}', 步长: 不足按整}}"));

    private static readonly Gen<string> Outcomes = Gen.OneOf(Gen.Int[0, 100].Select(p => $"{p}%"), Simple.Select(m => $"{{{m}}}"));

    private static readonly Gen<string> Methods = Gen.OneOf(
        Simple,
        Gen.Select(Gen.Int[6, 12], Gen.Int[0, 5], Words("≥", ">"), Outcomes, Outcomes, Outcomes, (high, low, sign, a, b, c) => $"分档: {{'{sign} {high}': {a}, '{sign} {low}': {b}, 其余: {c}}}"),
        Gen.Select(Gen.Int[0, 5], Gen.Int[6, 12], Outcomes, Outcomes, Outcomes, (low, high, a, b, c) => $"分档: {{'≤ {low}': {a}, '< {high}': {b}, 其余: {c}}}"),
        Gen.Select(Gen.Int[0, 5], Gen.Int[6, 12], Outcomes, Outcomes, (low, high, a, b) => $"分档: {{'[{low}..{high})': {a}, 其余: {b}}}"));

    private static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    [Fact]
    public void A_curve_gives_the_points_of_the_evaluator_and_a_proof_holds_for_every_pair()
    {
        var proofs = 0;
        Gen.Select(Methods, Gen.Int[0, 300].Array[24]).Sample(
            (method, thousandths) =>
            {
                using var files = TestRuleSet.WithNode($"取值: 实际\n{method}");
                if (files.Load().RuleSet is not { } rules)
                {
                    return; // such as a band that an earlier one hides
                }

                var leaf = rules.Root.Leaves.Single();
                var curve = leaf.Method!.Curve(leaf.Weight, leaf.Weight)!;
                var scores = thousandths.Select(i => new Fraction(i, 20)).Concat(Enumerable.Range(0, 15).Select(i => new Fraction(i))).Distinct().Order()
                    .Select(x => (x, Points: ReferenceEvaluator.Evaluate(rules, TestProject.Of(("实际", x.ToShortest(6)))).Total.Find("A1")!)).ToList();
                Assert.All(scores, s => Assert.True(s.Points.Exact == curve.Value(s.x), $"{method} at {s.x}: {s.Points.Exact}, curve {curve.Value(s.x)}"));
                var shape = CurveShape.Of(curve, new Interval(Fraction.Zero, true, null, false), moreIsBetter: true);
                var steps = scores.Zip(scores.Skip(1), (a, b) => b.Points.Exact.CompareTo(a.Points.Exact)).Where(s => s != 0).ToList();
                Assert.True(!shape.Follows || steps.Distinct().Count() <= 1, $"{method} is proved to go one way: {string.Join(' ', scores.Select(s => s.Points.Exact))}");
                Assert.True(!shape.Peaks || !steps.SkipWhile(s => s > 0).Contains(1), $"{method} is proved to rise and then fall: {string.Join(' ', scores.Select(s => s.Points.Exact))}");
                Assert.True(shape.Worse is not var (at, then) || curve.Value(then) < curve.Value(at));
                Interlocked.Add(ref proofs, shape.Follows ? 1 : 0);
            }, iter: 600);
        // Otherwise nothing was shown.
        Assert.True(proofs > 100, $"{proofs} proofs");
    }
}
