using Indicators.Differences;
using Indicators.Years;

namespace Indicators.Contracts;

/// <summary>A comparison of two years as the wire carries it.</summary>
public static class ComparisonMapping
{
    /// <summary>All but the versions of the rules, which a server knows.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="edits">What was edited from the rules before to those after.</param>
    /// <param name="language">Of sentences.</param>
    public static V1.Comparison ToProto(this ProjectComparison comparison, IReadOnlyCollection<Difference> edits, Language language)
    {
        var (before, after) = (comparison.Before, comparison.After);
        return new V1.Comparison
        {
            ProjectId = after.Project.Id,
            TotalBefore = before.Total.Published.ToFixed(before.RuleSet.Root.Places),
            TotalAfter = after.Total.Published.ToFixed(after.RuleSet.Root.Places),
            Effects = ToProto(comparison.Total),
            Rest = Exact(comparison.Rest),
            OnMissing = Exact(comparison.OnMissing),
            HeldBefore = Exact(before.Total.Held),
            HeldAfter = Exact(after.Total.Held),
            GradeBefore = before.IsGraded ? before.Grade.Name : "",
            GradeAfter = after.IsGraded ? after.Grade.Name : "",
            Deciding = { comparison.Deciding().Select(d => d.Pair.Code) },
            Caps = { comparison.Caps.Select(c => c.Code).Distinct() },
            Nodes = { comparison.Nodes.Select(n => ToProto(n, edits, language)) },
            Beside =
            {
                comparison.Beside().Select(b => new V1.BesideFigure { Name = b.Name, Before = b.Before.In(language), After = b.After.In(language), Change = b.Change?.ToShortest(6) ?? "" }),
            },
            Consequence = after.IsGraded && after.RuleSet.ConsequenceOf(after.Grade) is { } laidDown ? EvaluationMapping.ToProto(laidDown, language) : null,
        };
    }

    private static V1.NodeComparison ToProto(NodeChange node, IReadOnlyCollection<Difference> edits, Language language)
    {
        var (pair, isIndicator) = (node.Pair, node.Pair.Level == Level.Indicator);
        return new V1.NodeComparison
        {
            Code = pair.Code,
            Name = pair.Name,
            Level = (V1.Level)((int)pair.Level + 1),
            WeightBefore = pair.Before is null ? "" : Exact(pair.Before.Weight),
            WeightAfter = pair.After is null ? "" : Exact(pair.After.Weight),
            Before = node.Before?.Published.ToFixed(pair.Before!.Places) ?? "",
            After = node.After?.Published.ToFixed(pair.After!.Places) ?? "",
            Effects = ToProto(node.Effects),
            OnMissing = Exact(node.OnMissing),
            Evidence = { isIndicator ? node.Evidence.Select(e => new V1.EvidenceMove { Name = e.Name, Before = e.Before?.In(language) ?? "", After = e.After?.In(language) ?? "" }) : [] },
            Edits = { isIndicator ? edits.In(new[] { pair.Before, pair.After }.OfType<Node>()).Select(e => ToProto(e, language)) : [] },
            SentenceBefore = isIndicator ? node.Before?.Sentence(language) ?? "" : "",
            SentenceAfter = isIndicator ? node.After?.Sentence(language) ?? "" : "",
        };
    }

    private static V1.RuleEdit ToProto(Difference edit, Language language) => new()
    {
        Kind = (V1.RuleEditKind)((int)edit.Kind + 1),
        Part = edit.Part.In(language),
        Before = edit.Before?.In(language) ?? "",
        After = edit.After?.In(language) ?? "",
    };

    private static V1.Effects? ToProto(Effects? effects) => effects is { } split ? new V1.Effects { Evidence = Exact(split.Evidence), Rules = Exact(split.Rules) } : null;

    private static string Exact(Fraction points) => points.ToShortest(Limits.Digits);
}
