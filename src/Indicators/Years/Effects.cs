namespace Indicators.Years;

/// <summary>
/// How much of a change the evidence makes, and how much the rules: the mean over both orders in which the two can change, which
/// is the Shapley value of two factors. They add up to the change exactly. Source of the formula: DESIGN §9; L. S. Shapley, A Value
/// for n-Person Games, 1953.
/// </summary>
public readonly record struct Effects(Fraction Evidence, Fraction Rules)
{
    public Fraction Change => Evidence + Rules;

    /// <param name="before">The points of the evidence before under the rules before.</param>
    /// <param name="newEvidence">Of the evidence after under the rules before.</param>
    /// <param name="newRules">Of the evidence before under the rules after.</param>
    /// <param name="after">Of the evidence after under the rules after.</param>
    public static Effects Of(Fraction before, Fraction newEvidence, Fraction newRules, Fraction after) =>
        new((newEvidence - before + after - newRules) / 2, (newRules - before + after - newEvidence) / 2);

    public static Effects operator +(Effects a, Effects b) => new(a.Evidence + b.Evidence, a.Rules + b.Rules);
}
