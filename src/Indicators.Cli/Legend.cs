namespace Indicators.Cli;

/// <summary>What the words of the last column mean; only those that occur.</summary>
internal sealed class Legend(Terminal terminal)
{
    private static readonly (Bilingual Word, Bilingual Meaning)[] Meanings =
    [
        (Words.Standings[Standing.Evidence], Texts.LegendEvidence),
        (Words.Standings[Standing.Claim], Texts.LegendClaim),
        (Words.Standings[Standing.Nothing], Texts.LegendNothing),
        (Words.ScoreStates[ScoreState.Held], Texts.LegendHeld),
        (Texts.PartlyHeld, Texts.LegendPartlyHeld),
        (Words.MissingStates[MissingState.Withheld], Texts.LegendWithheld),
        (Words.MissingStates[MissingState.Unassessable], Texts.LegendUnassessable),
        (Words.MissingStates[MissingState.NotApplicable], Texts.LegendNotApplicable),
        (Words.MissingStates[MissingState.Blank], Texts.LegendBlank),
    ];

    public void Print(Score total)
    {
        var used = total.All.Where(s => s.Node.Level is Level.Indicator or Level.Point).Select(Ground.Of).ToHashSet();
        var words = Meanings.Where(m => used.Contains(m.Word)).ToList();
        var width = words.Max(m => TextWidth.Of(terminal.Say(m.Word))) + 2;
        terminal.Output.Line();
        foreach (var (word, meaning) in words)
        {
            terminal.Output.Text(TextWidth.PadRight(terminal.Say(word), width) + terminal.Say(meaning), hanging: width, ink: Ink.Dim);
        }
    }
}
