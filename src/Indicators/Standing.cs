namespace Indicators;

/// <summary>依据: what a value, a finding, or the points of a score rest on; the weakest first.</summary>
public enum Standing
{
    /// <summary>无: missing, still open, or worked backwards from a published score (反推).</summary>
    Nothing,

    /// <summary>自述: stated, with no document behind it.</summary>
    Claim,

    /// <summary>佐证: a document, a figure with its source, a voucher, a survey.</summary>
    Evidence,
}

/// <summary>How a number of points divides by what they rest on; the three add up to it exactly.</summary>
public readonly record struct StandingSplit(Fraction Evidence, Fraction Claim, Fraction Nothing)
{
    public static StandingSplit Of(Standing standing, Fraction points) => standing switch
    {
        Standing.Evidence => new(points, Fraction.Zero, Fraction.Zero),
        Standing.Claim => new(Fraction.Zero, points, Fraction.Zero),
        _ => new(Fraction.Zero, Fraction.Zero, points),
    };

    public static StandingSplit operator +(StandingSplit a, StandingSplit b) =>
        new(a.Evidence + b.Evidence, a.Claim + b.Claim, a.Nothing + b.Nothing);
}
