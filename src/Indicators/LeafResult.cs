using System.Collections.Immutable;
using Indicators.Methods;

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

/// <summary>Scores one leaf: its findings first, then its method, then the policy for what is missing.</summary>
internal static class LeafScorer
{
    /// <param name="leaf">The leaf.</param>
    /// <param name="indicator">The indicator that it is, or is a point of.</param>
    /// <param name="scope">The project.</param>
    public static LeafResult Score(Node leaf, Node indicator, ProjectScope scope)
    {
        var evidence = Evidence(leaf, scope);
        var outcome = Declared(leaf, indicator, scope) ?? leaf.Method!.Score(new MethodInput(scope, leaf, leaf.Weight, indicator.Weight));
        if ((scope.Ruling(leaf.Code) ?? scope.Ruling(indicator.Code)) is { } ruling)
        {
            return Ruled(leaf, ruling, outcome, evidence);
        }

        if (outcome is Outcome.Earned earned)
        {
            return new LeafResult(leaf, ScoreState.Scored, earned.Points, null, null, Standing(leaf, evidence, scope), earned.Reason, earned.Next, evidence, null);
        }

        var (state, reason) = (Outcome.Missing)outcome;
        var policy = leaf.Missing.For(state);
        var (scoreState, points) = policy switch
        {
            MissingPolicy.Zero => (ScoreState.Missing, (Fraction?)Fraction.Zero),
            MissingPolicy.Keep => (ScoreState.Missing, leaf.Weight),
            MissingPolicy.Exclude => (ScoreState.NotApplicable, null),
            _ => (ScoreState.Held, null),
        };
        // A held sentence already says how many points are open.
        var next = policy is MissingPolicy.Exclude or MissingPolicy.Hold ? null : new Phrase(Sentences.NextEvidence, leaf.Weight.ToFixed(2));
        return new LeafResult(leaf, scoreState, points, state, policy, Indicators.Standing.Nothing, reason, next, evidence, null);
    }

    /// <summary>无法考核, 不适用 or 未提供, declared by a finding on the leaf or on its whole indicator.</summary>
    private static Outcome.Missing? Declared(Node leaf, Node indicator, ProjectScope scope) =>
        scope.FindingsOn(leaf.Code).Concat(scope.FindingsOn(indicator.Code)).FirstOrDefault(f => f.Missing is not null) is { } finding
            ? new Outcome.Missing(finding.Missing!.Value, Methods.Reasons.Finding(finding))
            : null;

    private static LeafResult Ruled(Node leaf, Finding ruling, Outcome computed, ImmutableArray<EvidenceUse> evidence)
    {
        var points = ruling.Conclusion == Conclusion.RuledMet ? leaf.Weight : Fraction.Zero;
        object instead = computed is Outcome.Earned earned
            ? new Phrase(Sentences.Earned, earned.Reason, earned.Points.ToFixed(2))
            : ((Outcome.Missing)computed).Reason;
        return new LeafResult(
            leaf, ScoreState.Scored, points, null, null, ruling.Standing,
            new Phrase(Sentences.Ruled, Methods.Reasons.Finding(ruling), instead), null, evidence, ruling);
    }

    private static ImmutableArray<EvidenceUse> Evidence(Node leaf, ProjectScope scope)
    {
        var named = scope.Uses(leaf.Method!.Names);
        var findings = scope.FindingsOn(leaf.Code).Select(f => new EvidenceUse(
            f.Code,
            Words.Conclusions[f.Conclusion],
            f.Standing,
            f.Document,
            f.Place));
        return [.. named, .. findings];
    }

    /// <summary>The weakest of what is there; missing evidence that did not prevent the score does not count.</summary>
    private static Standing Standing(Node leaf, ImmutableArray<EvidenceUse> evidence, ProjectScope scope)
    {
        var standings = evidence.Where(e => e.Place is not null && !IsMissing(e)).Select(e => e.Standing)
            .Concat(leaf.Method!.AllFormulas.SelectMany(f => f.Codes)
                .Select(c => scope.Leaves.TryGetValue(c.Code, out var other) ? other.Standing : Indicators.Standing.Nothing))
            .ToList();
        return standings.Count == 0 ? Indicators.Standing.Nothing : standings.Min();
    }

    private static bool IsMissing(EvidenceUse use) => Words.MissingStates.ContainsValue(use.Shown);
}
