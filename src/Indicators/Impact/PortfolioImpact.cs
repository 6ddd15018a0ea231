using System.Collections.Immutable;
using Indicators.Compiled;

namespace Indicators.Impact;

/// <summary>What a change of rules does to the projects that can be scored on both sides.</summary>
/// <param name="From">The rules before.</param>
/// <param name="To">The rules after.</param>
/// <param name="Projects">In the order of the evidence.</param>
/// <param name="FailedBefore">Projects whose evidence is sound on both sides but that cannot be scored under the rules before, with the reason.</param>
/// <param name="FailedAfter">The same for the rules after; a project may be in both.</param>
public sealed record PortfolioImpact(
    RuleSet From,
    RuleSet To,
    ImmutableArray<ProjectImpact> Projects,
    ImmutableDictionary<string, Diagnostic> FailedBefore,
    ImmutableDictionary<string, Diagnostic> FailedAfter)
{
    private ImmutableDictionary<string, (Project Before, Project After)> Evidence { get; init; } = ImmutableDictionary<string, (Project, Project)>.Empty;

    private (Portfolio Before, Portfolio After)? Peers { get; init; }

    /// <summary>Scores both sides on all cores. Every project has its own slot, so the result is the same on any number of them.</summary>
    /// <param name="from">The rules before.</param>
    /// <param name="before">All projects that are sound under them; peers are all of these, whether or not they are compared.</param>
    /// <param name="to">The rules after.</param>
    /// <param name="after">All projects that are sound under those.</param>
    /// <param name="threads">At most so many at a time; -1 for as many as there are cores.</param>
    /// <param name="cancel">Stops the work between projects.</param>
    public static PortfolioImpact Of(
        RuleSet from, ImmutableArray<Project> before, RuleSet to, ImmutableArray<Project> after, int threads = -1, CancellationToken cancel = default)
    {
        var counterparts = after.ToDictionary(p => p.Id);
        ImmutableArray<(Project Before, Project After)> pairs =
            [.. before.Where(p => counterparts.ContainsKey(p.Id)).Select(p => (p, counterparts[p.Id]))];
        var peers = (Before: Portfolio.Of(from, before), After: Portfolio.Of(to, after));
        var old = new CompiledExecutor(from).Score([.. pairs.Select(p => p.Before)], peers.Before, threads, cancel);
        var @new = new CompiledExecutor(to).Score([.. pairs.Select(p => p.After)], peers.After, threads, cancel);
        var (indicatorsBefore, indicatorsAfter) = (Indicators(from), Indicators(to));
        var scored = Enumerable.Range(0, pairs.Length).Select(row => new Pair(
            pairs[row].Before,
            Score(from, old, row),
            Score(to, @new, row),
            old.Problem(row) is null && @new.Problem(row) is null ? Differences(indicatorsBefore, old, indicatorsAfter, @new, row) : [],
            old.Problem(row),
            @new.Problem(row))).ToList();
        var whole = scored.Where(s => s.IsWhole).ToList();
        var (ranksBefore, ranksAfter) = (new Ranks(whole.Select(s => s.Before!)), new Ranks(whole.Select(s => s.After!)));
        return new PortfolioImpact(
            from,
            to,
            [.. whole.Select(s => new ProjectImpact(s.Project.Id, s.Project.Name, ranksBefore.Ranked(s.Before!), ranksAfter.Ranked(s.After!), s.Moves))],
            scored.Where(s => s.FailedBefore is not null).ToImmutableDictionary(s => s.Project.Id, s => s.FailedBefore!),
            scored.Where(s => s.FailedAfter is not null).ToImmutableDictionary(s => s.Project.Id, s => s.FailedAfter!))
        {
            Evidence = pairs.ToImmutableDictionary(p => p.Before.Id),
            Peers = peers,
        };
    }

    /// <summary>Both evaluations of a project, with their sentences; worked out again, because those of a whole portfolio would fill the memory.</summary>
    public (Evaluation Before, Evaluation After) Evaluations(ProjectImpact project)
    {
        var (before, after) = Evidence[project.Id];
        return (ReferenceEvaluator.Evaluate(From, before, Peers!.Value.Before), ReferenceEvaluator.Evaluate(To, after, Peers!.Value.After));
    }

    /// <summary>The projects that moved, the largest change of the total first, then a change of grade, then the longest way in rank.</summary>
    public IEnumerable<ProjectImpact> Movers => Projects.Where(p => p.Moved)
        .OrderByDescending(p => Fraction.Abs(p.Change))
        .ThenByDescending(p => p.GradeChanged)
        .ThenByDescending(p => Math.Abs(p.Climb));

    /// <summary>What is kept of a project once both sides are scored.</summary>
    private sealed record Pair(Project Project, ProjectScore? Before, ProjectScore? After, ImmutableArray<IndicatorMove> Moves, Diagnostic? FailedBefore, Diagnostic? FailedAfter)
    {
        public bool IsWhole => Before is not null && After is not null;
    }

    private static ProjectScore? Score(RuleSet rules, ScoreSheet sheet, int row) => sheet.Problem(row) is not null ? null
        : new ProjectScore(sheet.Published(rules.Root, row), sheet.Held(rules.Root, row), sheet.Grade(row)?.Name, null, sheet.Flags(row));

    private static ImmutableArray<IndicatorMove> Differences(
        OrderedDictionary<string, Node> before, ScoreSheet old, OrderedDictionary<string, Node> after, ScoreSheet @new, int row)
    {
        var moves = ImmutableArray.CreateBuilder<IndicatorMove>();
        foreach (var (code, node) in before)
        {
            var points = old.Published(node, row);
            if (!after.TryGetValue(code, out var now))
            {
                moves.Add(new IndicatorMove(code, points, null));
            }
            else if (points != @new.Published(now, row) || old.Held(node, row) != @new.Held(now, row))
            {
                moves.Add(new IndicatorMove(code, points, @new.Published(now, row)));
            }
        }

        moves.AddRange(after.Values.Where(n => !before.ContainsKey(n.Code)).Select(n => new IndicatorMove(n.Code, null, @new.Published(n, row))));
        return moves.ToImmutable();
    }

    private static OrderedDictionary<string, Node> Indicators(RuleSet rules)
    {
        var all = new OrderedDictionary<string, Node>();
        foreach (var indicator in rules.Root.Indicators)
        {
            all.Add(indicator.Code, indicator);
        }

        return all;
    }
}
