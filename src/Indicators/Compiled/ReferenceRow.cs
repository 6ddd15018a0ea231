using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>A project while its columns are filled: what stands in its evidence, and what the reference works out where the program does not.</summary>
/// <param name="ruleSet">The rules.</param>
/// <param name="project">Its evidence, checked.</param>
/// <param name="rules">The rules of the program that the reference runs, in order.</param>
internal sealed class ReferenceRow(RuleSet ruleSet, Project project, IReadOnlyCollection<Rule> rules)
{
    private readonly Dictionary<Node, JudgedFinding> judged = [];
    private ILookup<string, Finding>? findings;
    private Scoring? scoring;

    public Project Project => project;

    /// <summary>Whether an evaluator says more than the program knows of: a ruling, or that something measured is missing.</summary>
    public bool HasRulings => project.Findings.Any(f => f.IsRuling || (f.Missing is not null && ruleSet.Find(f.Code) is { } node && node.Leaves.Any(l => !l.Method!.IsJudged)));

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

    public JudgedFinding Judged(Node leaf, Node indicator) =>
        judged.TryGetValue(leaf, out var known) ? known : judged[leaf] = JudgedFinding.Of(leaf, indicator, findings ??= project.Findings.ToLookup(f => f.Code));
}

/// <summary>A finding in numbers.</summary>
/// <param name="Missing">0, or one more than the missing state.</param>
/// <param name="Share">Of the node's points.</param>
/// <param name="Points">In points, beside the share.</param>
/// <param name="Defects">How many 缺陷.</param>
/// <param name="NotMet">不符合 as a whole.</param>
internal sealed record JudgedFinding(int Missing, Fraction Share, Fraction Points, int Defects, bool NotMet)
{
    private static JudgedFinding None(MissingState state) => new((int)state + 1, Fraction.Zero, Fraction.Zero, 0, false);

    public static JudgedFinding Of(Node leaf, Node indicator, ILookup<string, Finding> findings)
    {
        if ((findings[leaf.Code].FirstOrDefault(f => f.Missing is not null) ?? findings[indicator.Code].FirstOrDefault(f => f.Missing is not null)) is { } declared)
        {
            return None(declared.Missing!.Value);
        }

        var own = findings[leaf.Code].Where(f => !f.IsRuling).ToList();
        if (own is not [var first, ..])
        {
            return None(MissingState.Blank);
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
        return new(0, share, points, own.Count(f => f.Conclusion == Conclusion.Defect), first.Conclusion == Conclusion.NotMet);
    }

    private static EvaluationLevel? Level(LevelMethod method, Finding finding, Node leaf)
    {
        var points = finding.AmountIsShare ? finding.Amount!.Value * leaf.Weight : finding.Amount!.Value;
        return finding.Level is { } name ? method.Find(name) : method.Levels.FirstOrDefault(l => l.Contains(points / leaf.Weight));
    }
}
