namespace Indicators.Impact;

/// <summary>The ranks of one side: one more than how many have a higher total, so ties share a rank and the next one is left out.</summary>
internal sealed class Ranks
{
    private readonly Dictionary<Fraction, int> ranks = [];

    public Ranks(IEnumerable<ProjectScore> scores)
    {
        foreach (var (i, total) in scores.Where(s => s.Grade is not null).Select(s => s.Total).OrderDescending().Index())
        {
            ranks.TryAdd(total, i + 1);
        }
    }

    public ProjectScore Ranked(ProjectScore score) => score.Grade is null ? score : score with { Rank = ranks[score.Total] };
}
