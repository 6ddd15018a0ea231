namespace Indicators;

/// <summary>接受: a warning of <c>check</c> that a rule set means to have, and why.</summary>
/// <param name="Code">The code of the warning.</param>
/// <param name="About">The node or name that it is about; null for all of this code.</param>
/// <param name="Reason">Why it is so.</param>
/// <param name="Place">Where it is accepted.</param>
public sealed record Acceptance(string Code, string? About, string Reason, Place Place)
{
    internal bool Covers(Diagnostic problem) => problem.Code == Code && (About is null || problem.Arguments.Contains(About));
}
