using System.Collections.Immutable;

namespace Indicators;

/// <summary>评价: one project scored under one rule set.</summary>
public sealed class Evaluation
{
    public required RuleSet RuleSet { get; init; }

    public required Project Project { get; init; }

    /// <summary>The scored tree; its <see cref="Score.Published"/> is the total.</summary>
    public required Score Total { get; init; }

    /// <summary>Whether there is anything to grade: false when every indicator is left out.</summary>
    public bool IsGraded => Total.State != ScoreState.NotApplicable;

    /// <summary>The grade that counts: of the published total, capped by red lines. Means nothing unless <see cref="IsGraded"/>.</summary>
    public required Grade Grade { get; init; }

    /// <summary>The grade of the published total before any cap.</summary>
    public required Grade UncappedGrade { get; init; }

    /// <summary>The best grade still possible if every held point were earned; equals <see cref="Grade"/> when nothing is held.</summary>
    public required Grade BestGrade { get; init; }

    /// <summary>The flags raised, in the order of the rule set, then those that findings raise by themselves.</summary>
    public required ImmutableArray<RaisedFlag> Flags { get; init; }

    /// <summary>The flags whose condition could not be decided because evidence is missing.</summary>
    public required ImmutableArray<FlagDefinition> UndecidedFlags { get; init; }
}

public enum ScoreState
{
    Scored,

    /// <summary>Missing, and settled by a policy: zero, or full points for the time being.</summary>
    Missing,

    /// <summary>Left out; its weight is shared by others.</summary>
    NotApplicable,

    /// <summary>Open: earns nothing until it is settled.</summary>
    Held,
}

/// <summary>得分: the score of one node with everything that explains it.</summary>
public sealed class Score
{
    public required Node Node { get; init; }

    public required ScoreState State { get; init; }

    /// <summary>How the evidence is missing, if it is.</summary>
    public MissingState? Missing { get; init; }

    /// <summary>The policy that was applied to missing evidence.</summary>
    public MissingPolicy? Policy { get; init; }

    /// <summary>分值 in this evaluation: the node's weight after the weight of excluded nodes is shared out; exact.</summary>
    public required Fraction Maximum { get; init; }

    /// <summary>The exact points, never rounded (above the indicator: the sum of the exact points below).</summary>
    public required Fraction Exact { get; init; }

    /// <summary>The points that count: rounded half-up at the indicator, above it the sum of the rounded.</summary>
    public required Fraction Published { get; init; }

    /// <summary>The points of <see cref="Maximum"/> that are held.</summary>
    public required Fraction Held { get; init; }

    /// <summary>What the maximum rests on.</summary>
    public required StandingSplit Resting { get; init; }

    /// <summary>Why, sentence by sentence; empty above the indicator.</summary>
    public ImmutableArray<Phrase> Reasons { get; init; } = [];

    /// <summary>What would have earned more.</summary>
    public Phrase? Next { get; init; }

    /// <summary>The evidence that the node's rule names, with sources.</summary>
    public ImmutableArray<EvidenceUse> Evidence { get; init; } = [];

    public ImmutableArray<Score> Children { get; init; } = [];

    /// <summary>得分率: published ÷ maximum; null when the maximum is zero.</summary>
    public Fraction? Rate => Maximum.IsZero ? null : Published / Maximum;

    /// <summary>The weakest standing of the points that are not excluded.</summary>
    public Standing Standing =>
        Resting.Nothing > 0 || Maximum.IsZero ? Standing.Nothing : Resting.Claim > 0 ? Standing.Claim : Standing.Evidence;

    public IReadOnlyList<Score> All
    {
        get
        {
            var all = new List<Score> { this };
            foreach (var child in Children)
            {
                all.AddRange(child.All);
            }

            return all;
        }
    }

    /// <summary>The reasons as one sentence fit for the 评分表; empty above the indicator.</summary>
    public string Sentence(Language language) =>
        string.Join(language == Language.Chinese ? "；" : "; ", Reasons.Select(r => r.In(language)));

    public Score? Find(string code)
    {
        if (Node.Code == code)
        {
            return this;
        }

        foreach (var child in Children)
        {
            if (child.Find(code) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}

/// <summary>A piece of evidence that a rule names: its value as shown, what it rests on, its document, and where it was read.</summary>
public sealed record EvidenceUse(string Name, Bilingual Shown, Standing Standing, string? Source, Place? Place);

/// <summary>疑点 that was raised: the definition and its text with the numbers filled in. <see cref="Definition"/> is null for a ruling by an evaluator.</summary>
public sealed record RaisedFlag(string Code, Bilingual Name, FlagKind Kind, ImmutableArray<string> About, Phrase Says, FlagDefinition? Definition, Place Place);
