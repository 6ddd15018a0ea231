using System.Text.RegularExpressions;
using Indicators.Feel;

namespace Indicators.Methods;

/// <summary>What a rule gives or takes: a share of the node's points (5%, 1/3) or points (1分).</summary>
public readonly partial record struct Amount(Fraction Value, bool IsShare)
{
    public static readonly Amount Full = new(Fraction.One, true);

    /// <summary>The amount in points of a node with this weight.</summary>
    public Fraction Of(Fraction weight) => IsShare ? weight * Value : Value;

    public Bilingual InWords => IsShare
        ? new($"{(Value * Fraction.Hundred).ToShortest(4)}%", $"{(Value * Fraction.Hundred).ToShortest(4)}%")
        : new($"{Value.ToShortest(4)}分", $"{Value.ToShortest(4)} points");

    /// <summary>Reads <c>5%</c>, <c>1/3</c>, <c>1分</c>, <c>1 point</c>, or a bare <c>0</c>; a bare number is no amount.</summary>
    public static Amount? Parse(string text)
    {
        if (Pattern().Match(Lexer.Ascii(text).Trim()) is not { Success: true } match
            || !Fraction.TryParse(match.Groups["n"].Value, out var number))
        {
            return null;
        }

        var unit = match.Groups["unit"].Value;
        if (match.Groups["d"].Success)
        {
            return Fraction.TryParse(match.Groups["d"].Value, out var divisor) && !divisor.IsZero && unit.Length == 0
                ? new Amount(number / divisor, true)
                : null;
        }

        return unit switch
        {
            "%" => new Amount(number / Fraction.Hundred, true),
            "" => number.IsZero ? new Amount(Fraction.Zero, true) : null,
            _ => new Amount(number, false),
        };
    }

    /// <summary>Reads a share of a whole: <c>0.5</c>, <c>50%</c> or <c>1/2</c>.</summary>
    public static Fraction? ParseShare(string text) =>
        Fraction.TryParse(text, out var plain) ? plain : Parse(text) is { IsShare: true } amount ? amount.Value : null;

    [GeneratedRegex(@"^(?<n>\d{1,10}(?:\.\d{1,10})?)(?:\s*/\s*(?<d>\d{1,10}))?\s*(?<unit>%|分|points?|pt)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
