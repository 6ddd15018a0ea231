using Google.Protobuf;
using Indicators.Contracts;

namespace Indicators.Archive;

/// <summary>Keeps an evaluation, and scores it again from what was kept.</summary>
public static class Replay
{
    private static readonly JsonFormatter Written = new(JsonFormatter.Settings.Default);
    private static readonly JsonParser Reader = new(JsonParser.Settings.Default);

    /// <summary>What is kept of an evaluation.</summary>
    /// <param name="ruleSet">By which it was scored.</param>
    /// <param name="project">The evidence.</param>
    /// <param name="scores">What it came to.</param>
    /// <param name="keptBy">Who asked.</param>
    public static Evaluated Kept(RuleSet ruleSet, V1.Project project, V1.ProjectScores scores, string keptBy) => new(
        keptBy, EngineVersion.Text, ruleSet.Id, ruleSet.Year ?? 0, ruleSet.Digest, project.Id, project.Name, Written.Format(project), Written.Format(scores), scores.Total, scores.Grade);

    /// <inheritdoc cref="Kept(RuleSet, V1.Project, V1.ProjectScores, string)"/>
    public static Evaluated Kept(RuleSet ruleSet, Project project, V1.ProjectScores scores, string keptBy) => Kept(ruleSet, project.ToProto(ruleSet), scores, keptBy);

    /// <summary>The evidence that was kept, as it was sent.</summary>
    public static V1.Project Evidence(ArchiveEntry entry) => Reader.Parse<V1.Project>(entry.What.Evidence);

    /// <summary>The numbers that were kept.</summary>
    public static V1.ProjectScores Scores(ArchiveEntry entry) => Reader.Parse<V1.ProjectScores>(entry.What.Scores);

    /// <summary>The project that was kept.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="ruleSet">The rules, by the digest of the entry.</param>
    /// <param name="problems">Takes what does not suit them; nothing, with the same rules.</param>
    public static Project Project(ArchiveEntry entry, RuleSet ruleSet, Diagnostics problems) => Evidence(entry).ToProject(ruleSet, problems);

    /// <summary>Scores again, and compares digit for digit.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="ruleSet">The rules, by the digest of the entry; none that compares projects with each other.</param>
    /// <returns>The names of the numbers that are not what they were, such as <c>C11</c> or <c>total</c>; none where all are.</returns>
    public static IReadOnlyList<string> Differences(ArchiveEntry entry, RuleSet ruleSet)
    {
        if (ruleSet.Digest != entry.What.RuleSetDigest)
        {
            throw new ArgumentException($"Entry {entry.Sequence} was scored under other rules.", nameof(ruleSet));
        }

        var problems = new Diagnostics();
        var project = Project(entry, ruleSet, problems);
        if (problems.HasErrors)
        {
            return [.. problems.Select(p => p.Place.ToString())];
        }

        var (kept, now) = (Scores(entry), ReferenceEvaluator.Evaluate(ruleSet, project).ToScores());
        if (kept.Equals(now))
        {
            return [];
        }

        var nodes = kept.Nodes.Zip(now.Nodes).Where(n => !n.First.Equals(n.Second)).Select(n => n.First.Code);
        return [.. kept.Total != now.Total ? ["total"] : Array.Empty<string>(), .. kept.Grade != now.Grade ? ["grade"] : Array.Empty<string>(), .. nodes.DefaultIfEmpty("scores")];
    }
}
