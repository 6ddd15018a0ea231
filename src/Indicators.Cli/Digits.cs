namespace Indicators.Cli;

/// <summary>How many decimals are shown, and parts whose shown digits add up to the shown whole.</summary>
internal static class Digits
{
    /// <summary>Two decimals, or more where the rule set rounds to more.</summary>
    public static int Of(Evaluation evaluation) => Of(evaluation.RuleSet);

    /// <inheritdoc cref="Of(Evaluation)"/>
    public static int Of(RuleSet rules) => Math.Max(2, rules.Root.All.Max(n => n.Round ?? 2));

    /// <summary>Each part rounded; the largest takes what rounding left over, or a reader who adds up finds a cent missing.</summary>
    public static StandingSplit AddingUp(StandingSplit split)
    {
        var (evidence, claim, nothing) = (split.Evidence.Round(2), split.Claim.Round(2), split.Nothing.Round(2));
        var left = (split.Evidence + split.Claim + split.Nothing).Round(2) - evidence - claim - nothing;
        var largest = Fraction.Max(evidence, Fraction.Max(claim, nothing));
        return largest == evidence ? new(evidence + left, claim, nothing)
            : largest == claim ? new(evidence, claim + left, nothing)
            : new(evidence, claim, nothing + left);
    }
}
