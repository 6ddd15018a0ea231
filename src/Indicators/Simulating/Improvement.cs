using Indicators.Feel;

namespace Indicators.Simulating;

/// <summary>What it takes to earn more.</summary>
public enum ImprovementKind
{
    /// <summary>A figure, a day, or a yes or no is otherwise.</summary>
    Change,

    /// <summary>Evidence or a judgement that is missing is supplied; what it earns is what it earns at best.</summary>
    Supply,

    /// <summary>An evaluator judges better.</summary>
    Judge,
}

/// <summary>The smallest change of one piece of evidence, or of one judgement, that lifts a leaf to where it earns more.</summary>
/// <param name="Leaf">The indicator or point that is lifted.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Spot">The evidence; null for a judgement.</param>
/// <param name="From">What stands there; null for a judgement.</param>
/// <param name="To">What would stand there; null for a judgement.</param>
/// <param name="Finding">The judgement that it takes; null for evidence.</param>
/// <param name="Size">How much changes: the difference as a share of the larger of both numbers, days as a share of a year, 1 for all that has no measure; more than 0, at most 1.</param>
/// <param name="Earns">What the published total of the project gains.</param>
/// <param name="After">The project as it would be scored then.</param>
public sealed record Improvement(Node Leaf, ImprovementKind Kind, Spot? Spot, Value? From, Value? To, Finding? Finding, Fraction Size, Fraction Earns, Evaluation After)
{
    /// <summary>By which steps are compared: the change for each point of the total. Ours: no regulation compares them.</summary>
    public Fraction Cost => Size / Earns;

    /// <summary>What it takes and what it earns.</summary>
    public Phrase Sentence => Finding is { } judged
        ? new Phrase(Kind == ImprovementKind.Supply ? Sentences.ImprovedBySupplyingFinding : Sentences.ImprovedByJudging, Leaf.Code, Judgement(judged), Points)
        : new Phrase(Kind == ImprovementKind.Supply ? Sentences.ImprovedBySupplying : Sentences.ImprovedByChanging, Where, Shown.Value(From!, Spot!.Field.Type.Feel), Shown.Value(To!, Spot.Field.Type.Feel), Points);

    private Digits Points => new(Earns, After.RuleSet.Root.Places);

    private Bilingual Where => Spot!.Table is null ? Bilingual.Same(Spot.Name) : new($"{Spot.Name} 第{Spot.Row + 1}行", $"{Spot.Name} in row {Spot.Row + 1}");

    private static Bilingual Judgement(Finding finding) => finding.Level is { } level
        ? Bilingual.Same($"{level} {(finding.Amount!.Value * Fraction.Hundred).ToShortest(4)}%") : Words.Conclusions[finding.Conclusion];

    /// <summary>The project with the step taken.</summary>
    public Project Taken(Project project) => Spot is null ? Judged(project, Finding!) : Spot.Set(project, To!);

    /// <summary>The project with this judgement in the place of all on its code.</summary>
    internal static Project Judged(Project project, Finding finding) => project.With(findings: [.. project.Findings.Where(f => f.Code != finding.Code), finding]);

    internal static Fraction SizeOf(Value from, Value to) => (from, to) switch
    {
        (Value.Number a, Value.Number b) => Fraction.Min(Fraction.One, Fraction.Abs(b.Amount - a.Amount) / Fraction.Max(Fraction.Abs(a.Amount), Fraction.Abs(b.Amount))),
        (Value.Date a, Value.Date b) => Fraction.Min(Fraction.One, new Fraction(Math.Abs(b.Day.Number - a.Day.Number), 365)),
        _ => Fraction.One,
    };
}
