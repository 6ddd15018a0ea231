using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>What an expression may ask of a table beyond its rows: its key, by which one row is named, and what its answers are worth.</summary>
/// <param name="Key">The key columns that are not named yet: <c>资金.2017</c> has named the first.</param>
/// <param name="Survey">Set for a table of answers.</param>
public sealed record TableTraits(ImmutableArray<string> Key, Survey? Survey)
{
    public TableTraits Named() => this with { Key = Key.RemoveAt(0) };
}
