using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>A project while its columns are filled: what stands in its evidence, and what the reference works out where the program does not.</summary>
/// <param name="ruleSet">The rules.</param>
/// <param name="project">Its evidence, checked.</param>
/// <param name="rules">The rules of the program that the reference runs, in order.</param>
/// <param name="fields">How many fields the program reads.</param>
internal sealed class ReferenceRow(RuleSet ruleSet, Project project, IReadOnlyCollection<Rule> rules, int fields)
{
    private readonly Value?[] cells = new Value?[fields];
    private readonly Dictionary<Node, JudgedFinding> judged = [];
    private readonly Dictionary<Node, ReferenceIndicator> worked = [];
    private readonly Dictionary<Expression, Value?> parts = new(ReferenceEqualityComparer.Instance);
    private readonly bool declares = project.Findings.Any(f => f.Missing is not null);
    private readonly bool ruled = project.Findings.Any(f => f.IsRuling);
    private ILookup<string, Finding>? findings;
    private Scoring? scoring;

    public Project Project => project;

    /// <summary>Whether it has a 认定, which raises a flag of its own.</summary>
    public bool IsRuled => ruled;

    /// <summary>What stands in a field, by its place among those that the program reads.</summary>
    public Value Cell(int place, string name) => cells[place] ??= project.Fields.TryGetValue(name, out var cell) ? cell.Value : Value.Null;

    /// <summary>The leaves and computed values that the reference is to work out.</summary>
    public Scoring Scored
    {
        get
        {
            if (scoring is null)
            {
                scoring = new Scoring(ruleSet, project, null);
                foreach (var rule in rules)
                {
                    scoring.Run(rule);
                }
            }

            return scoring;
        }
    }

    /// <summary>A part of an expression, of all that there are, once; null where it takes more than its share of the time that a whole one has.</summary>
    public Value? ValueOf(Expression part, int all)
    {
        if (!parts.TryGetValue(part, out var value))
        {
            parts[part] = value = Evaluator.EvaluatePart(part, Scored.Scope, all);
        }

        return value;
    }

    /// <summary>An indicator as the reference works it out, once.</summary>
    public ReferenceIndicator Worked(Node indicator) =>
        worked.TryGetValue(indicator, out var known) ? known : worked[indicator] = ReferenceIndicator.Of(indicator, Scored);

    /// <summary>The weakest standing of the findings on a leaf.</summary>
    public int StandingOf(Node leaf)
    {
        var weakest = LeafLifter.Unnamed;
        foreach (var finding in Findings[leaf.Code].Where(f => !f.IsRuling))
        {
            weakest = Math.Min(weakest, (int)finding.Standing);
        }

        return weakest;
    }

    /// <summary>The word of the first finding on a node; null where there is none.</summary>
    public string? ConclusionOn(string code) => Findings[code].FirstOrDefault() is { } finding ? Words.Conclusions[finding.Conclusion].Zh : null;

    private ILookup<string, Finding> Findings => findings ??= project.Findings.ToLookup(f => f.Code);

    /// <summary>0, or one more than the missing state that a finding declares.</summary>
    public int Declared(Node leaf, Node indicator) => !declares ? 0 :
        Lifted.Rank((Findings[leaf.Code].FirstOrDefault(f => f.Missing is not null) ?? Findings[indicator.Code].FirstOrDefault(f => f.Missing is not null))?.Missing);

    /// <summary>认定 of a leaf or of its indicator; null where there is none.</summary>
    public Finding? Ruling(Node leaf, Node indicator) => !ruled ? null : Findings[leaf.Code].FirstOrDefault(f => f.IsRuling) ?? Findings[indicator.Code].FirstOrDefault(f => f.IsRuling);

    public JudgedFinding Judged(Node leaf) =>
        judged.TryGetValue(leaf, out var known) ? known : judged[leaf] = JudgedFinding.Of(leaf, Findings);
}

/// <summary>A finding in numbers.</summary>
/// <param name="Missing">0, or one more than the missing state.</param>
/// <param name="Share">Of the node's points.</param>
/// <param name="Points">In points, beside the share.</param>
/// <param name="Defects">How many 缺陷.</param>
/// <param name="NotMet">不符合 as a whole.</param>
internal sealed record JudgedFinding(int Missing, Fraction Share, Fraction Points, int Defects, bool NotMet)
{
    private static JudgedFinding None(MissingState state) => new(Lifted.Rank(state), Fraction.Zero, Fraction.Zero, 0, false);

    public static JudgedFinding Of(Node leaf, ILookup<string, Finding> findings)
    {
        Finding? first = null;
        var defects = 0;
        foreach (var finding in findings[leaf.Code])
        {
            if (!finding.IsRuling)
            {
                first ??= finding;
                defects += finding.Conclusion == Conclusion.Defect ? 1 : 0;
            }
        }

        if (first is null)
        {
            return None(MissingState.Blank);
        }

        if (first.Missing is { } state)
        {
            return None(state);
        }

        if (leaf.Method is LevelMethod levels && Level(levels, first, leaf) is null)
        {
            return None(MissingState.Blank);
        }

        var (share, points) = first.Conclusion switch
        {
            Conclusion.Met => (Fraction.One, Fraction.Zero),
            Conclusion.PartlyMet => (first.Amount!.Value, Fraction.Zero),
            Conclusion.Scored when first.AmountIsShare => (first.Amount!.Value, Fraction.Zero),
            Conclusion.Scored => first.Amount!.Value == leaf.Weight ? (Fraction.One, Fraction.Zero) : (Fraction.Zero, first.Amount!.Value),
            _ => (Fraction.Zero, Fraction.Zero),
        };
        return new(0, share, points, defects, first.Conclusion == Conclusion.NotMet);
    }

    private static EvaluationLevel? Level(LevelMethod method, Finding finding, Node leaf)
    {
        var points = finding.AmountIsShare ? finding.Amount!.Value * leaf.Weight : finding.Amount!.Value;
        return finding.Level is { } name ? method.Find(name) : method.Levels.FirstOrDefault(l => l.Contains(points / leaf.Weight));
    }
}
