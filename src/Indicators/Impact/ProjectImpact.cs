using System.Collections.Immutable;

namespace Indicators.Impact;

/// <summary>A project before and after, and which indicators moved it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, if it has one.</param>
/// <param name="Before">Under the rules from which the change starts.</param>
/// <param name="After">Under the rules to which it leads.</param>
/// <param name="Moves">The indicators with other points, or other points held; those of the old rules in their order, then new ones.</param>
public sealed record ProjectImpact(string Id, string? Name, ProjectScore Before, ProjectScore After, ImmutableArray<IndicatorMove> Moves)
{
    /// <summary>By how much the total rises.</summary>
    public Fraction Change => After.Total - Before.Total;

    public bool GradeChanged => Before.Grade != After.Grade;

    public bool RankMoved => Before.Rank != After.Rank;

    /// <summary>How many places it climbs; negative where it falls, zero where one side does not rank it.</summary>
    public int Climb => Before.Rank is { } before && After.Rank is { } after ? before - after : 0;

    public IEnumerable<string> Raised => After.Flags.Except(Before.Flags);

    public IEnumerable<string> Cleared => Before.Flags.Except(After.Flags);

    /// <summary>Whether anything but its rank differs: that can move because others do.</summary>
    public bool Moved => !Change.IsZero || Before.Held != After.Held || GradeChanged || !Moves.IsEmpty || Raised.Any() || Cleared.Any();
}

/// <summary>An indicator with other published points, or other points held; null on a side that does not have it.</summary>
public sealed record IndicatorMove(string Code, Fraction? Before, Fraction? After)
{
    public Fraction Change => (After ?? Fraction.Zero) - (Before ?? Fraction.Zero);
}
