using System.Collections.Immutable;
using Indicators.Methods;

namespace Indicators;

/// <summary>A leaf of a project that is open: what its method is given, and the outcome if that is settled already.</summary>
/// <param name="Indicator">The indicator that the leaf is, or is a point of.</param>
/// <param name="Input">With the 取值 measured.</param>
/// <param name="Settled">Declared missing by a finding, or the 取值 is missing; null where the method decides.</param>
internal sealed record LeafCase(Node Indicator, MethodInput Input, Outcome.Missing? Settled)
{
    public Node Leaf => Input.Node;

    /// <summary>What becomes of the leaf, before it is clamped and a policy applied.</summary>
    public Outcome Decide() => Settled ?? Leaf.Method!.Apply(Input);
}

/// <summary>Scores one leaf: its findings first, then its method, then the policy for what is missing.</summary>
internal static class LeafScorer
{
    private static readonly ImmutableArray<Bilingual> MissingWords = [.. Words.MissingStates.Values];

    /// <summary>What is known before the method decides; <see cref="LeafCase.Settled"/> where it need not.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="indicator">The indicator that it is, or is a point of.</param>
    /// <param name="scope">The project.</param>
    public static LeafCase Open(Node leaf, Node indicator, ProjectScope scope)
    {
        var input = new MethodInput(scope, leaf, leaf.Weight, indicator.Weight);
        Outcome.Missing? settled = Declared(leaf, indicator, scope) ?? leaf.Method!.Measure(input, out input);
        return new LeafCase(indicator, input, settled);
    }

    /// <summary>The exact points of one leaf alone; null where its evidence is missing. No rule of it may read a code.</summary>
    public static Fraction? Points(Node leaf, RuleSet ruleSet, Project project)
    {
        try
        {
            var opened = Open(leaf, ruleSet.IndicatorOf(leaf), Portfolio.Measuring(ruleSet, project));
            return opened.Settled is null && Method.Clamp(leaf.Method!.Apply(opened.Input), leaf.Weight) is Outcome.Earned earned ? earned.Points : null;
        }
        catch (Feel.ExpressionLimitException)
        {
            return null;
        }
    }

    /// <summary>The result of a leaf for which the method, or what is missing, gave this outcome.</summary>
    public static LeafResult Close(LeafCase opened, Outcome outcome)
    {
        var (leaf, indicator, scope) = (opened.Leaf, opened.Indicator, opened.Input.Scope);
        outcome = Method.Clamp(outcome, leaf.Weight);
        var evidence = Evidence(leaf, scope);
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
        var next = policy is MissingPolicy.Exclude or MissingPolicy.Hold ? null : new Phrase(Sentences.NextEvidence, new Digits(leaf.Weight, 2));
        return new LeafResult(leaf, scoreState, points, state, policy, Indicators.Standing.Nothing, reason, next, evidence, null);
    }

    /// <summary>无法考核, 不适用 or 未提供, declared by a finding on the leaf or on its whole indicator.</summary>
    private static Outcome.Missing? Declared(Node leaf, Node indicator, ProjectScope scope) =>
        (scope.FindingsOn(leaf.Code).FirstOrDefault(f => f.Missing is not null) ?? scope.FindingsOn(indicator.Code).FirstOrDefault(f => f.Missing is not null)) is { } finding
            ? new Outcome.Missing(finding.Missing!.Value, Reasons.Finding(finding))
            : null;

    private static LeafResult Ruled(Node leaf, Finding ruling, Outcome computed, ImmutableArray<EvidenceUse> evidence)
    {
        var points = ruling.Conclusion == Conclusion.RuledMet ? leaf.Weight : Fraction.Zero;
        object instead = computed is Outcome.Earned earned
            ? new Phrase(Sentences.Earned, earned.Reason, new Digits(earned.Points, 2))
            : ((Outcome.Missing)computed).Reason;
        return new LeafResult(
            leaf, ScoreState.Scored, points, null, null, ruling.Standing,
            new Phrase(Sentences.Ruled, Reasons.Finding(ruling), instead), null, evidence, ruling);
    }

    private static ImmutableArray<EvidenceUse> Evidence(Node leaf, ProjectScope scope)
    {
        var named = leaf.Method!.Names is { IsEmpty: false } names ? scope.Uses(names) : [];
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
        Standing? weakest = null;
        foreach (var use in evidence.Where(e => e.Place is not null && !IsMissing(e)))
        {
            Take(use.Standing);
        }

        foreach (var code in leaf.Method!.Codes)
        {
            Take(scope.Leaves.TryGetValue(code, out var other) ? other.Standing : Indicators.Standing.Nothing);
        }

        return weakest ?? Indicators.Standing.Nothing;

        void Take(Standing standing) => weakest = weakest < standing ? weakest : standing;
    }

    private static bool IsMissing(EvidenceUse use) => MissingWords.Contains(use.Shown);
}
