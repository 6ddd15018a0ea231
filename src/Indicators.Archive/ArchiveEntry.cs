namespace Indicators.Archive;

/// <summary>An evaluation that is to be kept.</summary>
/// <param name="KeptBy">Who asked for it.</param>
/// <param name="Engine">The version of the engine that scored it.</param>
/// <param name="RuleSetId">The rule set.</param>
/// <param name="FiscalYear">The fiscal year of its rules; 0 where they name none.</param>
/// <param name="RuleSetDigest">The digest of its rules.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="ProjectName">Its name; empty for none.</param>
/// <param name="Evidence">All of its evidence: <c>indicators.v1.Project</c> in JSON.</param>
/// <param name="Scores">All of its numbers and flags: <c>indicators.v1.ProjectScores</c> in JSON.</param>
/// <param name="Total">总分 as published; empty where all is held or left out.</param>
/// <param name="Grade">The name of the grade; empty for none.</param>
public sealed record Evaluated(
    string KeptBy, string Engine, string RuleSetId, int FiscalYear, string RuleSetDigest, string ProjectId, string ProjectName, string Evidence, string Scores, string Total, string Grade);

/// <summary>An evaluation that is kept: it never changes.</summary>
/// <param name="Sequence">From 1, without a gap.</param>
/// <param name="KeptAt">When, as <c>2026-11-27T08:30:00.000000Z</c>.</param>
/// <param name="What">The evaluation.</param>
/// <param name="Previous">The hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">Of all of it: see <see cref="Chain"/>.</param>
public sealed record ArchiveEntry(long Sequence, string KeptAt, Evaluated What, string Previous, string Hash);

/// <summary>The last entry of an archive: whoever keeps it elsewhere can find a cut-off tail later.</summary>
/// <param name="Sequence">0 of an empty archive.</param>
public sealed record Head(long Sequence, string Hash)
{
    public static readonly Head Empty = new(0, Chain.Start);

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static Head? Parse(string text) =>
        text.Split(':') is [var sequence, var hash] && long.TryParse(sequence, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && hash.Length == Chain.Start.Length && hash.All(char.IsAsciiHexDigitLower) ? new Head(number, hash) : null;

    /// <summary>Such as <c>12:9f86d0…</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Sequence}:{Hash}");
}
