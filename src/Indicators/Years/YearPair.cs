namespace Indicators.Years;

/// <summary>The rules of two fiscal years, and what projects are compared with where rules ask for it: the evidence of each year under the rules of each.</summary>
internal sealed record YearPair(RuleSet Before, RuleSet After)
{
    public Portfolio? PeersBefore { get; init; }

    public Portfolio? PeersAfter { get; init; }

    /// <summary>The evidence after under the rules before.</summary>
    public Portfolio? PeersOfNewEvidence { get; init; }

    /// <summary>The evidence before under the rules after.</summary>
    public Portfolio? PeersOfNewRules { get; init; }
}
