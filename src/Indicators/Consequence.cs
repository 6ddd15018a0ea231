using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Indicators.Feel;

namespace Indicators;

/// <summary>结果应用: what a regulation lays down for projects of a grade. A range and a time, never a decision: that is the bureau's.</summary>
/// <param name="Grade">The grade that it is for.</param>
/// <param name="Budget">By how much next year's budget may change; null where the regulation says nothing.</param>
/// <param name="RectifyDays">整改: within how many days a plan of rectification is due; null where none is.</param>
/// <param name="Note">What else it says.</param>
/// <param name="Basis">依据: the regulation.</param>
/// <param name="Place">Where it stands in the rule files.</param>
public sealed record Consequence(Grade Grade, BudgetRange? Budget, int? RectifyDays, string? Note, ImmutableArray<string> Basis, Place Place)
{
    private static readonly Bilingual BudgetSays = new("下一年度预算{0}", "next year's budget {0}");
    private static readonly Bilingual RectifySays = new("{0} 天内整改", "rectification within {0} days");

    /// <summary>What is laid down, without the citation.</summary>
    public Phrase Says => Standards(
        Budget is null ? null : new Phrase(BudgetSays, Budget.InWords),
        RectifyDays is { } days ? new Phrase(RectifySays, days) : null,
        Note is null ? null : new Phrase(Bilingual.Same("{0}"), Note));

    private static Phrase Standards(params Phrase?[] parts) => new(Bilingual.Same("{0}"), (object)parts.OfType<Phrase>().ToList());
}

/// <summary>A range of changes of a budget, as shares of it: −30% to −10%; −1 is its end.</summary>
public sealed partial record BudgetRange(Fraction From, Fraction To)
{
    private static readonly Bilingual Cancel = new("取消", "cancel");

    public Bilingual InWords => From == To ? One(From) : new($"{One(From).Zh} 至 {One(To).Zh}", $"{One(From).En} to {One(To).En}");

    /// <summary>Reads <c>-30%~-10%</c>, <c>-30%~取消</c> or a single one; the ends in either order.</summary>
    internal static BudgetRange? Parse(string text)
    {
        var ends = Separator().Split(Lexer.Ascii(text).Trim().Replace('−', '-')).Select(End).ToList();
        return ends is [{ } single] ? new BudgetRange(single, single)
            : ends is [{ } one, { } other] ? new BudgetRange(one, other)
            : null;
    }

    private static Fraction? End(string text) => Cancel.Matches(text) ? -1
        : Percent().Match(text) is { Success: true } match && Fraction.TryParse(match.Groups["n"].Value, out var number) && number >= -Fraction.Hundred && number <= 1000
            ? number / Fraction.Hundred
            : null;

    private static Bilingual One(Fraction share) => share == -1 ? new("取消", "cancelled") : Bilingual.Same($"{(share.Sign > 0 ? "+" : "")}{(share * Fraction.Hundred).ToShortest(2)}%");

    [GeneratedRegex(@"\s*[~～]\s*")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\+?(?<n>-?[0-9]{1,4}(\.[0-9]{1,2})?)%$")]
    private static partial Regex Percent();
}
