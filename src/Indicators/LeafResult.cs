using System.Collections.Immutable;

namespace Indicators;

/// <summary>A leaf scored at its nominal weight, before excluded siblings' weight is shared out.</summary>
/// <param name="Node">The leaf.</param>
/// <param name="State">What became of it.</param>
/// <param name="Points">Exact points; null when held or excluded.</param>
/// <param name="Missing">How the evidence is missing, if it is.</param>
/// <param name="Policy">The policy applied to it.</param>
/// <param name="Standing">What the points rest on.</param>
/// <param name="Reason">Why, without the points.</param>
/// <param name="Next">What would have earned more.</param>
/// <param name="Evidence">The evidence that the rule names.</param>
/// <param name="Ruling">The ruling that overrides the computed result.</param>
internal sealed record LeafResult(
    Node Node,
    ScoreState State,
    Fraction? Points,
    MissingState? Missing,
    MissingPolicy? Policy,
    Standing Standing,
    Phrase Reason,
    Phrase? Next,
    ImmutableArray<EvidenceUse> Evidence,
    Finding? Ruling);
