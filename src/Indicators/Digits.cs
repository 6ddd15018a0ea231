namespace Indicators;

/// <summary>A number in a <see cref="Phrase"/>, with its decimals: its digits are worked out only when somebody reads the sentence.</summary>
internal readonly record struct Digits(Fraction Number, int Places)
{
    public override string ToString() => Number.ToFixed(Places);
}
