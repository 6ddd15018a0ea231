using System.Collections.Frozen;
using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading;
using Indicators.Loading.Building;

namespace Indicators;

/// <summary>指标体系: all indicators, bands, flags and evidence fields for a kind of project and its fiscal years.</summary>
public sealed class RuleSet
{
    private bool? needsPortfolio;

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>文号: the regulations that it follows.</summary>
    public ImmutableArray<string> Authority { get; init; } = [];

    public ImmutableArray<int> FiscalYears { get; init; } = [];

    /// <summary>The fiscal year that it was loaded for; null where it names none.</summary>
    public int? Year { get; init; }

    /// <summary><c>sha256:</c> and the hash of what its rules mean in this year, whatever their spelling and file.</summary>
    public required string Digest { get; init; }

    /// <summary>评价期, both days included; null where the rule set does not say.</summary>
    public Period? Period { get; init; }

    /// <summary>What a reader must know before trusting the weights, such as “ours, not published”.</summary>
    public string? Note { get; init; }

    /// <summary>接受: warnings that it means to have.</summary>
    public ImmutableArray<Acceptance> Accepted { get; init; } = [];

    public required GradeScale Grades { get; init; }

    public required EvidenceSchema Schema { get; init; }

    /// <summary>结果应用: what the regulation lays down for projects of a grade.</summary>
    public ImmutableArray<Consequence> Consequences { get; init; } = [];

    /// <summary>对照: what is told beside the scores of two years, such as the budget and a unit cost; by name.</summary>
    public ImmutableArray<ComputedField> Beside { get; init; } = [];

    /// <summary>What is laid down for a grade; null where nothing is.</summary>
    public Consequence? ConsequenceOf(Grade grade) => Consequences.FirstOrDefault(c => c.Grade.Name == grade.Name);

    /// <summary>The tree: the total with its dimensions.</summary>
    public required Node Root { get; init; }

    public ImmutableArray<FlagDefinition> Flags { get; init; } = [];

    /// <summary>跨项目: flags that only several projects together can raise.</summary>
    public ImmutableArray<PortfolioFlag> Across { get; init; } = [];

    public required RuleProgram Program { get; init; }

    /// <summary>The rules as they are written: base and extension laid together, the values of the year chosen.</summary>
    internal RuleFiles Written { get; init; } = new("", null, null, null, []);

    /// <summary>Whether a score depends on the other projects of a portfolio (同类 from 项目库).</summary>
    public bool NeedsPortfolio => needsPortfolio ??= Portfolio.Methods(this).Any();

    /// <summary>Everything that is worked out to score and to raise flags: computed values, the formulas of methods, the conditions of flags.</summary>
    internal IEnumerable<Formula> Formulas => Schema.Computed.Select(c => c.Formula)
        .Concat(Root.Leaves.SelectMany(l => l.Method!.AllFormulas))
        .Concat(Flags.Select(f => f.When));

    /// <summary>The node with this code, or null.</summary>
    public Node? Find(string code) => Nodes.GetValueOrDefault(code);

    /// <summary>The indicator that a leaf is, or is a point of.</summary>
    public Node IndicatorOf(Node leaf) => leaf.Level == Level.Indicator ? leaf : IndicatorsOfPoints[leaf.Code];

    /// <summary>Whether every evidence file means the same to both: the same fields and tables, and the same levels of the same codes.</summary>
    internal bool ReadsLike(RuleSet other) => Canonical.Text(Written.Evidence) == Canonical.Text(other.Written.Evidence)
        && Nodes.Count == other.Nodes.Count
        && Root.All.All(n => other.Find(n.Code) is { } same && LevelsOf(n).SequenceEqual(LevelsOf(same)));

    private static IEnumerable<string> LevelsOf(Node node) => node.Method?.Levels.Select(l => l.Name) ?? [];

    private FrozenDictionary<string, Node> IndicatorsOfPoints => field ??= Root.All
        .Where(n => n.Level == Level.Indicator)
        .SelectMany(i => i.Children.Select(point => (point.Code, i)))
        .ToFrozenDictionary(p => p.Code, p => p.i);

    /// <summary>What expressions see of the period, by its names.</summary>
    internal FrozenDictionary<string, Value> PeriodValues => field ??= Period is { } period
        ? Keys.Period.Both.ToFrozenDictionary(name => name, Value (_) => new Value.Context(Keys.From.Both.Select(from => (from, period.From)).Concat(Keys.To.Both.Select(to => (to, period.To)))
            .ToImmutableDictionary(d => d.Item1, Value (d) => new Value.Date(d.Item2))))
        : FrozenDictionary<string, Value>.Empty;

    private FrozenDictionary<string, Node> Nodes => field ??= Root.All.ToFrozenDictionary(n => n.Code);
}

/// <summary>A stretch of days, both ends included.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    /// <summary>A day of it by the names that expressions have for it, 评价期.起 and 评价期.止; null for any other names.</summary>
    internal DateOnly? Day(string period, string member) =>
        !Keys.Period.Both.Contains(period) ? null
        : Keys.From.Both.Contains(member) ? From
        : Keys.To.Both.Contains(member) ? To
        : null;
}

public enum FlagKind
{
    /// <summary>疑点: a contradiction or doubt.</summary>
    Doubt,

    /// <summary>红线: a red line; may cap the grade.</summary>
    RedLine,
}

/// <summary>A check of the evidence: raised when its condition holds, never changes a score.</summary>
public sealed record FlagDefinition(
    string Code,
    string Name,
    FlagKind Kind,
    ImmutableArray<string> About,
    Formula When,
    SaysText Says,
    Grade? Cap,
    ImmutableArray<string> Basis,
    Place Place)
{
    /// <summary>Where each code of <see cref="About"/> is written.</summary>
    internal ImmutableArray<Place> AboutPlaces { get; init; } = [];
}

/// <summary>The text of a flag: literal stretches and expressions in braces.</summary>
public sealed record SaysText(ImmutableArray<object> Parts)
{
    public IEnumerable<Formula> Formulas => Parts.OfType<Formula>();
}
