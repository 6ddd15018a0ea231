using System.Collections.Immutable;
using Indicators.Csv;

namespace Indicators.Impact;

/// <summary>The projects that are not compared; with those that are, they are all that was read.</summary>
/// <param name="Both">Rejected on both sides.</param>
/// <param name="BeforeOnly">Scored under the new rules only.</param>
/// <param name="AfterOnly">Scored under the old rules only.</param>
public sealed record Rejections(ImmutableArray<string> Both, ImmutableArray<Rejection> BeforeOnly, ImmutableArray<Rejection> AfterOnly)
{
    public int Count => Both.Length + BeforeOnly.Length + AfterOnly.Length;

    public static Rejections Of(EvidenceSet before, EvidenceSet after, PortfolioImpact impact)
    {
        var ids = Ids(before).Concat(Ids(after)).Distinct().ToList();
        var (old, @new) = (Sound(before, impact.FailedBefore), Sound(after, impact.FailedAfter));
        return new Rejections(
            [.. ids.Where(id => !old.Contains(id) && !@new.Contains(id))],
            [.. ids.Where(id => !old.Contains(id) && @new.Contains(id)).Select(id => Why(id, before, impact.FailedBefore))],
            [.. ids.Where(id => old.Contains(id) && !@new.Contains(id)).Select(id => Why(id, after, impact.FailedAfter))]);
    }

    private static IEnumerable<string> Ids(EvidenceSet evidence) => evidence.Projects.Select(p => p.Id).Concat(evidence.Rejected);

    private static HashSet<string> Sound(EvidenceSet evidence, ImmutableDictionary<string, Diagnostic> failed) =>
        [.. evidence.Projects.Select(p => p.Id).Where(id => !failed.ContainsKey(id))];

    private static Rejection Why(string id, EvidenceSet evidence, ImmutableDictionary<string, Diagnostic> failed) =>
        new(id, failed.TryGetValue(id, out var problem) ? [problem] : evidence.Reasons.GetValueOrDefault(id, []));
}

/// <summary>A project that one side cannot score, and why; no reason where its row or file is damaged or not read.</summary>
public sealed record Rejection(string Id, ImmutableArray<Diagnostic> Reasons);
