using System.Collections.Immutable;

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
        var (old, @new) = (new ReferenceEvaluator(from), new ReferenceEvaluator(to));
        var scored = new Pair[pairs.Length];
        Parallel.For(0, pairs.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i => scored[i] = Pair.Of(
            old.Evaluate([pairs[i].Before], peers.Before, cancel).Single(),
            @new.Evaluate([pairs[i].After], peers.After, cancel).Single()));
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

        public static Pair Of(ProjectResult before, ProjectResult after) => new(
            before.Project,
            before.Evaluation is { } old ? Score(old) : null,
            after.Evaluation is { } @new ? Score(@new) : null,
            before.Evaluation is not null && after.Evaluation is not null ? Differences(before.Evaluation, after.Evaluation) : [],
            before.Problem,
            after.Problem);

        private static ProjectScore Score(Evaluation evaluation) => new(
            evaluation.Total.Published,
            evaluation.Total.Held,
            evaluation.IsGraded ? evaluation.Grade.Name : null,
            null,
            [.. evaluation.Flags.Select(f => f.Code)]);

        private static ImmutableArray<IndicatorMove> Differences(Evaluation before, Evaluation after)
        {
            var moves = ImmutableArray.CreateBuilder<IndicatorMove>();
            var left = Indicators(after).ToDictionary(s => s.Node.Code);
            foreach (var old in Indicators(before))
            {
                left.Remove(old.Node.Code, out var @new);
                if (@new is null || old.Published != @new.Published || old.Held != @new.Held)
                {
                    moves.Add(new IndicatorMove(old.Node.Code, old.Published, @new?.Published));
                }
            }

            moves.AddRange(Indicators(after).Where(s => left.ContainsKey(s.Node.Code)).Select(s => new IndicatorMove(s.Node.Code, null, s.Published)));
            return moves.ToImmutable();
        }

        private static IEnumerable<Score> Indicators(Evaluation evaluation) =>
            evaluation.Total.Children.SelectMany(d => d.Children).SelectMany(c => c.Children);
    }
}
