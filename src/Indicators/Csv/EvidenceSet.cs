using System.Collections.Immutable;

namespace Indicators.Csv;

/// <summary>What was read from evidence files: the projects that can be scored, those that cannot, and all problems.</summary>
/// <param name="Projects">In the order of the files.</param>
/// <param name="Rejected">Ids of projects with an error in their evidence.</param>
/// <param name="Problems">Every error and warning, each with its place.</param>
public sealed record EvidenceSet(
    ImmutableArray<Project> Projects,
    ImmutableArray<string> Rejected,
    Diagnostics Problems)
{
    /// <summary>Rows that could be given to no project: a project that lacks one is scored without it.</summary>
    public int LostRows { get; init; }

    /// <summary>The errors for which a project is rejected; none for one whose row or file is damaged.</summary>
    public ImmutableDictionary<string, ImmutableArray<Diagnostic>> Reasons { get; init; } = ImmutableDictionary<string, ImmutableArray<Diagnostic>>.Empty;
}
