using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators;

/// <summary>One project's evidence: fields, rows of tables, findings. What is not in it is 空白.</summary>
public sealed class Project
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public ImmutableDictionary<string, Cell> Fields { get; init; } = ImmutableDictionary<string, Cell>.Empty;

    public ImmutableDictionary<string, ImmutableArray<Row>> Tables { get; init; } =
        ImmutableDictionary<string, ImmutableArray<Row>>.Empty;

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The same project with other evidence of some kinds.</summary>
    public Project With(
        ImmutableDictionary<string, Cell>? fields = null, ImmutableDictionary<string, ImmutableArray<Row>>? tables = null, ImmutableArray<Finding>? findings = null) => new()
        {
            Id = Id,
            Name = Name,
            Fields = fields ?? Fields,
            Tables = tables ?? Tables,
            Findings = findings ?? Findings,
        };
}

/// <summary>A value of the evidence: what it rests on, the document it comes from, and where it was read.</summary>
public sealed record Cell(Value Value, Standing Standing, string? Source, Place Place)
{
    /// <summary>The cell of a value that was read. What is missing rests on nothing, whatever its row does.</summary>
    public static Cell Of(Value value, Standing standing, string? source, Place place) =>
        new(value, value is Value.Missing ? Standing.Nothing : standing, source, place);

    /// <summary>Stands in for a value that could not be read, so that it is not reported as missing as well.</summary>
    public static Cell Unreadable(Place place) => new(new Value.Missing(MissingState.Withheld), Standing.Nothing, null, place);
}

/// <summary>A row of a table; all cells of a row share its source.</summary>
public sealed record Row(ImmutableDictionary<string, Cell> Cells, Standing Standing, string? Source, Place Place);

/// <summary>结论: what an evaluator found on a point.</summary>
public enum Conclusion
{
    Met,
    NotMet,
    PartlyMet,
    Defect,
    Scored,
    Unassessable,
    NotApplicable,
    Withheld,
    RuledMet,
    RuledNotMet,
}

/// <summary>评价意见: a judgement on the node with this code, with its reason and document.</summary>
public sealed record Finding(string Code, Conclusion Conclusion, Place Place)
{
    /// <summary>比例: for 部分符合 the share met (0..1); for 打分 the points, or a share if <see cref="AmountIsShare"/>.</summary>
    public Fraction? Amount { get; init; }

    public bool AmountIsShare { get; init; }

    /// <summary>The level of a 定性 that the evaluator named; null where the amount alone says it.</summary>
    public string? Level { get; init; }

    public string? Reason { get; init; }

    public string? Document { get; init; }

    public string? Evaluator { get; init; }

    public Standing Standing { get; init; }

    /// <summary>Where 结论 stands.</summary>
    internal Place ConclusionPlace { get; init; } = Place;

    /// <summary>Where 比例 stands or would stand.</summary>
    internal Place AmountPlace { get; init; } = Place;

    /// <summary>Whether two rows say the same, wherever they stand.</summary>
    internal bool SaysSameAs(Finding other) =>
        this == other with { Place = Place, ConclusionPlace = ConclusionPlace, AmountPlace = AmountPlace };

    /// <summary>The missing state that the finding declares, if it declares one.</summary>
    public MissingState? Missing => Conclusion switch
    {
        Conclusion.Unassessable => MissingState.Unassessable,
        Conclusion.NotApplicable => MissingState.NotApplicable,
        Conclusion.Withheld => MissingState.Withheld,
        _ => null,
    };

    /// <summary>认定: overrides a computed result.</summary>
    public bool IsRuling => Conclusion is Conclusion.RuledMet or Conclusion.RuledNotMet;
}
