using System.Collections.Immutable;

namespace Indicators.Service;

/// <summary>The rule set under one id, as it is in force: all its fiscal years, latest last.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Folder">The name of its folder.</param>
/// <param name="Years">One at least.</param>
/// <param name="Version">How many times rules under this id came into force, from 1.</param>
/// <param name="Rejected">Why the latest edit is not in force; empty where it is.</param>
public sealed record RuleSetEntry(string Id, string Folder, ImmutableArray<LoadedRuleSet> Years, long Version, ImmutableArray<Diagnostic> Rejected)
{
    public LoadedRuleSet Latest => Years[^1];

    /// <summary>Whether both hold the same rules in the same years.</summary>
    public bool IsSame(IEnumerable<RuleSet> years) => Years.Select(y => y.RuleSet.Digest).SequenceEqual(years.Select(y => y.Digest));

    public V1.RuleSetVersion VersionOf(LoadedRuleSet year) =>
        new() { Id = Id, FiscalYear = year.RuleSet.Year ?? 0, Version = Version, Digest = year.RuleSet.Digest };
}
