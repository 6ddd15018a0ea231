namespace Indicators.Facts;

/// <summary>A project whose whole tree is scored and graded. Caps of the grade come after it.</summary>
public sealed class EvaluatedFact : Fact
{
    internal EvaluatedFact(Scoring scoring)
        : base(scoring.Project) => Scoring = scoring;

    /// <summary>The scored tree.</summary>
    public Score Total => Scoring.Total;

    internal Scoring Scoring { get; }

    /// <summary>The score of the node with this code, or null.</summary>
    public Score? Find(string code) => Total.Find(code);

    /// <summary>得分率 of a node that is scored; null where it is held, missing or left out, or the code is unknown.</summary>
    public Fraction? Rate(string code) => Find(code) is { State: ScoreState.Scored } score ? score.Rate : null;
}
