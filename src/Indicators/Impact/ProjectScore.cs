using System.Collections.Immutable;

namespace Indicators.Impact;

/// <summary>What one side makes of a project, as far as an impact tells of it.</summary>
/// <param name="Total">The published total.</param>
/// <param name="Held">The points of it that are held.</param>
/// <param name="Grade">The name of the grade that counts; null where everything is left out and there is nothing to grade.</param>
/// <param name="Rank">By the total, from 1, ties share it; null where there is no grade.</param>
/// <param name="Flags">The codes of the flags raised.</param>
public sealed record ProjectScore(Fraction Total, Fraction Held, string? Grade, int? Rank, ImmutableArray<string> Flags);
