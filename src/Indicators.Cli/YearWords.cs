using System.Globalization;
using Indicators.Years;

namespace Indicators.Cli;

/// <summary>How the changes between two years are written: with their sign, and with as many decimals as halves of the last one need.</summary>
internal sealed class YearWords(Terminal terminal, ImpactSides sides)
{
    private readonly int places = Math.Max(Digits.Of(sides.Before), Digits.Of(sides.After));

    public string Before => Year(sides.Before, sides.After, Texts.EarlierSide);

    public string After => Year(sides.After, sides.Before, Texts.LaterSide);

    public string Points(Fraction points) => points.ToFixed(places);

    /// <summary>A change of published points.</summary>
    public string Change(Fraction change) => Signed(change, places);

    /// <summary>A part of a change: half of a last digit is not rounded away, or the parts would not add up.</summary>
    public string Effect(Fraction effect) => Signed(effect, effect.Decimals <= places ? places : places + 1);

    /// <summary>The mean effects of a project, rounded so that they add up to the rounded mean change.</summary>
    public (string Change, string Evidence, string Rules) Means(ChangeFigures figures)
    {
        var change = figures.Mean(figures.Effects.Change, ofSplit: true).Round(places);
        var evidence = figures.Mean(figures.Effects.Evidence, ofSplit: true).Round(places);
        return (Change(change), Change(evidence), Change(change - evidence));
    }

    public string Effects(Effects effects) => terminal.Say(Texts.EffectsSum, Effect(effects.Evidence), Effect(effects.Rules));

    public string Rate(Fraction? rate) => rate is { } share ? $"{(share * Fraction.Hundred).ToFixed(1)}%" : "—";

    private static string Signed(Fraction change, int places) => (change.Round(places).Sign > 0 ? "+" : "") + change.ToFixed(places);

    /// <summary>Two rule sets of one year, or of none, are told apart by their place.</summary>
    private string Year(RuleSet rules, RuleSet other, Bilingual side) => rules.Year is { } year && year != other.Year ? year.ToString(CultureInfo.InvariantCulture) : terminal.Say(side);
}
