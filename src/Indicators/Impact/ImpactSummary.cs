using System.Collections.Immutable;

namespace Indicators.Impact;

/// <summary>The figures of an impact over all projects that are compared.</summary>
public sealed class ImpactSummary(PortfolioImpact impact)
{
    private readonly ImmutableArray<ProjectImpact> projects = impact.Projects;

    public int Compared => projects.Length;

    public int Up => projects.Count(p => p.Change > 0);

    public int Down => projects.Count(p => p.Change < 0);

    public int Unchanged => Compared - Up - Down;

    /// <summary>Projects with held points on either side; they are also among those above.</summary>
    public int Held => projects.Count(p => !p.Before.Held.IsZero || !p.After.Held.IsZero);

    public int GradesChanged => projects.Count(p => p.GradeChanged);

    public int RanksMoved => projects.Count(p => p.RankMoved);

    /// <summary>The project that climbs or falls the furthest; null where none does.</summary>
    public ProjectImpact? LongestClimb => projects.Where(p => p.Climb != 0).MaxBy(p => Math.Abs(p.Climb));

    /// <summary>Whether no project differs in anything.</summary>
    public bool NothingMoved => !projects.Any(p => p.Moved || p.RankMoved);

    /// <summary>Every change of grade that occurs, unchanged ones included, from the best grade to the worst; null for none.</summary>
    public ImmutableArray<(string? From, string? To, int Projects)> Transitions { get; } =
        [.. from p in impact.Projects
            group p by (p.Before.Grade, p.After.Grade) into same
            orderby Place(impact.From, same.Key.Item1), Place(impact.To, same.Key.Item2)
            select (same.Key.Item1, same.Key.Item2, same.Count())];

    public Distribution? Before { get; } = Distribution.Of(impact.Projects.Select(p => p.Before));

    public Distribution? After { get; } = Distribution.Of(impact.Projects.Select(p => p.After));

    /// <summary>The grades of a side from the best to the worst: those of its scale, then others that occur, then null if anything has none.</summary>
    public ImmutableArray<string?> GradesBefore => Grades(impact.From, projects.Select(p => p.Before));

    /// <inheritdoc cref="GradesBefore"/>
    public ImmutableArray<string?> GradesAfter => Grades(impact.To, projects.Select(p => p.After));

    /// <summary>The indicators that moved at least one project, in the order of the old rules, then new ones in theirs.</summary>
    public ImmutableArray<IndicatorImpact> Indicators { get; } = [.. ByIndicator(impact)];

    /// <summary>The flags raised or cleared for at least one project, in the order of the new rules, then of the old.</summary>
    public ImmutableArray<FlagImpact> Flags { get; } = [.. ByFlag(impact)];

    private static ImmutableArray<string?> Grades(RuleSet rules, IEnumerable<ProjectScore> scores) =>
        [.. rules.Grades.Grades.Select(g => g.Name).Concat(scores.Select(s => s.Grade).OrderBy(g => Place(rules, g)).ThenBy(g => g, StringComparer.Ordinal)).Distinct()];

    private static int Place(RuleSet rules, string? grade) => grade is null ? int.MaxValue
        : rules.Grades.Find(grade) is { } within ? rules.Grades.Grades.IndexOf(within)
        : int.MaxValue - 1;

    private static IEnumerable<IndicatorImpact> ByIndicator(PortfolioImpact impact)
    {
        var moves = impact.Projects.SelectMany(p => p.Moves).ToLookup(m => m.Code);
        var nodes = impact.From.Root.Indicators.Concat(impact.To.Root.Indicators).DistinctBy(n => n.Code);
        return from node in nodes
               where moves.Contains(node.Code)
               let changes = moves[node.Code].Select(m => m.Change).ToList()
               select new IndicatorImpact(node.Code, node.Name, changes.Count, Fraction.Sum(changes) / changes.Count, changes.Min(), changes.Max());
    }

    private static IEnumerable<FlagImpact> ByFlag(PortfolioImpact impact)
    {
        var raised = impact.Projects.SelectMany(p => p.Raised).CountBy(code => code).ToDictionary();
        var cleared = impact.Projects.SelectMany(p => p.Cleared).CountBy(code => code).ToDictionary();
        var defined = impact.To.Flags.Concat(impact.From.Flags).DistinctBy(f => f.Code).ToList();
        return from code in defined.Select(f => f.Code).Concat(raised.Keys.Concat(cleared.Keys).Order(StringComparer.Ordinal)).Distinct()
               where raised.ContainsKey(code) || cleared.ContainsKey(code)
               select new FlagImpact(code, defined.Find(f => f.Code == code)?.Name, raised.GetValueOrDefault(code), cleared.GetValueOrDefault(code));
    }
}

/// <summary>An indicator over the projects in which it moved: its points rise by so much on average, at least and at most.</summary>
public sealed record IndicatorImpact(string Code, string Name, int Projects, Fraction Mean, Fraction Minimum, Fraction Maximum);

/// <summary>A flag over all projects: how many get it and how many lose it. <see cref="Name"/> is null for a ruling by an evaluator.</summary>
public sealed record FlagImpact(string Code, string? Name, int Raised, int Cleared);
