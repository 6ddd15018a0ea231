using System.Collections.Immutable;
using Indicators.Methods;

namespace Indicators;

/// <summary>The levels of the tree: 总分, 一级指标, 二级指标, 三级指标, 评价要点.</summary>
public enum Level
{
    Total,
    Dimension,
    Criterion,
    Indicator,
    Point,
}

/// <summary>How a dimension counts: within the 100 points, or outside of them with a cap of its own.</summary>
public enum DimensionKind
{
    Counted,

    /// <summary>加分: what it earns is added.</summary>
    Bonus,

    /// <summary>减分: what it earns is taken off.</summary>
    Penalty,
}

/// <summary>One node of the indicator tree. A leaf has a method; every other node has children whose weights add up to its own.</summary>
public sealed class Node
{
    private readonly Lazy<int> places;

    /// <summary>A node never changes, so what follows from all below it is found out once.</summary>
    public Node() => places = new(() => Indicators.Max(n => n.Round) ?? 2);

    public required Level Level { get; init; }

    /// <summary>Unique in the rule set; for dimensions and criteria without one, their name.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>分值 in points, before any excluded sibling's weight is shared out.</summary>
    public required Fraction Weight { get; init; }

    public required Place Place { get; init; }

    /// <summary>Of a dimension; its <see cref="Weight"/> is then the cap, whatever its indicators add up to.</summary>
    public DimensionKind Kind { get; init; }

    public Method? Method { get; init; }

    public ImmutableArray<Node> Children { get; init; } = [];

    /// <summary>评分标准: how it scores, in words.</summary>
    public Phrase Standard => Method switch
    {
        null => new(Standards.Points),
        JudgedMethod when PartialAllowed => new(Standards.JudgedInPart),
        var method => method.InWords,
    };

    /// <summary>依据: the regulations and clauses that the node cites.</summary>
    public ImmutableArray<string> Basis { get; init; } = [];

    /// <summary>口径: how an unclear text was read.</summary>
    public string? Reading { get; init; }

    public required MissingPolicies Missing { get; init; }

    /// <summary>Whether a judged node may be 部分符合.</summary>
    public bool PartialAllowed { get; init; }

    /// <summary>逆向: why better evidence may score lower here; null where it may not.</summary>
    public string? Reverse { get; init; }

    /// <summary>小数位: where the score is rounded; set on indicators, and on points only where the rule set says so.</summary>
    public int? Round { get; init; }

    /// <summary>This node and all below it.</summary>
    public ImmutableArray<Node> All => field.IsDefault ? field = [this, .. Children.SelectMany(c => c.All)] : field;

    /// <summary>The indicators in this node, itself included.</summary>
    public ImmutableArray<Node> Indicators => field.IsDefault ? field = [.. All.Where(n => n.Level == Level.Indicator)] : field;

    public ImmutableArray<Node> Leaves => field.IsDefault ? field = [.. All.Where(n => n.Method is not null)] : field;

    /// <summary>The decimals of its points: the most that an indicator in it has, two where none says so.</summary>
    public int Places => places.Value;

    public override string ToString() => $"{Code} {Name}";
}
