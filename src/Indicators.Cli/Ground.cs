namespace Indicators.Cli;

/// <summary>What stands in the last column: what a score rests on, or in which way it has nothing to rest on.</summary>
internal static class Ground
{
    public static Bilingual Of(Score score) => score.State switch
    {
        ScoreState.Held => Words.ScoreStates[ScoreState.Held],
        ScoreState.NotApplicable => Words.MissingStates[MissingState.NotApplicable],
        ScoreState.Missing when score.Missing is { } missing => Words.MissingStates[missing],
        _ when !score.Held.IsZero => Texts.PartlyHeld,
        _ => Words.Standings[score.Standing],
    };
}
