using Indicators.Csv;
using Indicators.Impact;
using Indicators.Loading;

namespace Indicators.Tests.Impact;

/// <summary>An impact says what scoring both sides separately says.</summary>
public sealed class PortfolioImpactTests : IDisposable
{
    private const int Seed = 20170425;

    private readonly TestRuleSet edited = new();
    private readonly RuleSet from = RuleSetLoader.LoadDirectory(CliRun.Rules).RuleSet!;
    private readonly RuleSet to;

    public PortfolioImpactTests()
    {
        foreach (var path in Directory.EnumerateFiles(CliRun.Rules))
        {
            edited.Write(Path.GetFileName(path), File.ReadAllText(path).ReplaceLineEndings("\n")
                .Replace("取值: 实际竞赛场次 / 计划竞赛场次\n        按比例: 100%", "取值: 实际竞赛场次 / 计划竞赛场次\n        按比例: {目标: 150%}")
                .Replace("≥ 60%: {按比例: 100%}", "≥ 60%: 100%")
                .Replace("无法考核: 暂不扣分", "无法考核: 零分")
                .Replace("中: ≥ 60", "中: ≥ 55"));
        }

        to = edited.Sound();
    }

    [Fact]
    public void The_figures_are_those_of_scoring_both_sides_separately() => Agrees(projects: 400);

    [Fact(Explicit = true)]
    public void The_figures_of_ten_thousand_projects_are_those_of_scoring_both_sides_separately() => Agrees(projects: 10_000);

    [Fact]
    public void The_result_is_the_same_on_one_thread_and_on_many()
    {
        using var evidence = SyntheticPortfolio.Of(200, Seed);
        Assert.Equal(Text(1), Text(8));

        string Text(int threads)
        {
            var impact = Impact(evidence, threads);
            var explained = impact.Movers.Take(5).Select(m => impact.Evaluations(m).After.Total.All.Select(s => s.Sentence(Language.Chinese)));
            return string.Join('\n', impact.Projects.Select(p => $"{p.Id} {Line(p.Before)} {Line(p.After)} {string.Join(' ', p.Moves)}"))
                + string.Join('\n', explained.SelectMany(e => e));
        }

        static string Line(ProjectScore s) => $"{s.Total} {s.Held} {s.Grade} {s.Rank} {string.Join('+', s.Flags)}";
    }

    [Fact]
    public void The_same_rules_move_nothing()
    {
        using var evidence = SyntheticPortfolio.Of(50, Seed);
        var (one, other) = EvidenceReader.ReadForBoth(evidence.Path, from, from);
        var summary = new ImpactSummary(PortfolioImpact.Of(from, one.Projects, from, other.Projects, cancel: TestContext.Current.CancellationToken));
        Assert.True(summary.NothingMoved);
        Assert.Equal((50, 50), (summary.Compared, summary.Unchanged));
    }

    public void Dispose() => edited.Dispose();

    private PortfolioImpact Impact(TestFolder evidence, int threads = -1)
    {
        var (before, after) = EvidenceReader.ReadForBoth(evidence.Path, from, to);
        return PortfolioImpact.Of(from, before.Projects, to, after.Projects, threads, TestContext.Current.CancellationToken);
    }

    private void Agrees(int projects)
    {
        using var evidence = SyntheticPortfolio.Of(projects, Seed);
        var impact = Impact(evidence);
        var summary = new ImpactSummary(impact);
        var (before, after) = (Scored(from), Scored(to));

        Assert.Equal(projects, before.Count);
        Assert.Equal(before.Select(e => e.Project.Id), impact.Projects.Select(p => p.Id));
        foreach (var (i, project) in impact.Projects.Index())
        {
            Same(before[i], project.Before, before);
            Same(after[i], project.After, after);
        }

        var changes = before.Zip(after, (b, a) => a.Total.Published - b.Total.Published).ToList();
        Assert.Equal(
            (changes.Count(c => c > 0), changes.Count(c => c < 0), changes.Count(c => c.IsZero)),
            (summary.Up, summary.Down, summary.Unchanged));
        Assert.True(summary is { Up: > 0, Down: > 0, GradesChanged: > 0 }, "The edit moves nothing, so nothing is tested.");
        Assert.Equal(before.Zip(after).Count(p => p.First.Grade.Name != p.Second.Grade.Name), summary.GradesChanged);
        Assert.Equal(projects, summary.Transitions.Sum(t => t.Projects));
        Assert.All(summary.Transitions, t => Assert.Equal(before.Zip(after).Count(p => p.First.Grade.Name == t.From && p.Second.Grade.Name == t.To), t.Projects));
        Assert.Equal(before.Aggregate(Fraction.Zero, (sum, e) => sum + e.Total.Published) / projects, summary.Before!.Mean);
        Assert.Equal(after.Max(e => e.Total.Published), summary.After!.Maximum);
        foreach (var code in from.Root.All.Where(n => n.Level == Level.Indicator).Select(n => n.Code))
        {
            var moved = before.Zip(after, (b, a) => (Old: b.Total.Find(code)!, New: a.Total.Find(code)!))
                .Where(p => p.Old.Published != p.New.Published || p.Old.Held != p.New.Held).Select(p => p.New.Published - p.Old.Published).ToList();
            var told = summary.Indicators.FirstOrDefault(m => m.Code == code);
            Assert.Equal(moved.Count, told?.Projects ?? 0);
            Assert.True(told is null || (told.Minimum == moved.Min() && told.Maximum == moved.Max() && told.Mean * moved.Count == Fraction.Sum(moved)), code);
        }

        List<Evaluation> Scored(RuleSet rules) => [.. EvidenceReader.Read(evidence.Path, rules).Projects.Select(p => ReferenceEvaluator.Evaluate(rules, p))];
    }

    private static void Same(Evaluation expected, ProjectScore told, List<Evaluation> all)
    {
        Assert.Equal((expected.Total.Published, expected.Total.Held, expected.Grade.Name), (told.Total, told.Held, told.Grade));
        Assert.Equal(1 + all.Count(e => e.Total.Published > expected.Total.Published), told.Rank);
        Assert.Equal(expected.Flags.Select(f => f.Code), told.Flags);
    }
}
