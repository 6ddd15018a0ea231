using Indicators.Simulating;

namespace Indicators.Contracts;

/// <summary>A simulation as the wire carries it.</summary>
public static class SimulationMapping
{
    /// <summary>The indicators that have not all of their points, with what would lift them.</summary>
    public static IEnumerable<V1.Outlook> ToOutlooks(this Simulation simulation, Language language)
    {
        var (now, ruleSet) = (simulation.Now, simulation.Now.RuleSet);
        var steps = simulation.Steps.ToLookup(s => ruleSet.IndicatorOf(s.Leaf));
        return now.Total.All
            .Where(s => s.Node.Level == Level.Indicator && s.State != ScoreState.NotApplicable && s.Published < s.Maximum)
            .Select(s => new V1.Outlook
            {
                Code = s.Node.Code,
                Name = s.Node.Name,
                Published = ScoresMapping.Shown(s.Node, s.Published, s.State),
                Maximum = s.Maximum.ToFixed(s.Node.Places),
                Improvements = { steps[s.Node].OrderBy(i => i.Cost).Select(i => ToProto(i, now, language)) },
            });
    }

    /// <param name="plan">The plan.</param>
    /// <param name="now">Where it begins.</param>
    /// <param name="language">Of sentences.</param>
    public static V1.ImprovementPlan ToProto(this Plan plan, Evaluation now, Language language) => new()
    {
        Goal = plan.Goal?.Name ?? "",
        Improvements = { plan.Steps.Select(i => ToProto(i, now, language)) },
        Total = Total(plan.After),
        Grade = Grade(plan.After),
        ReachesGoal = plan.Reaches,
    };

    private static V1.Improvement ToProto(Improvement step, Evaluation now, Language language) => new()
    {
        Code = step.Leaf.Code,
        Kind = (V1.ImprovementKind)((int)step.Kind + 1),
        Field = step.Spot?.Field.Name ?? "",
        Table = step.Spot?.Table ?? "",
        Row = step.Spot?.Row ?? 0,
        From = step.Spot is null ? null : step.From!.ToProto(step.Spot.Field.Type),
        To = step.Spot is null ? null : step.To!.ToProto(step.Spot.Field.Type),
        Finding = step.Finding is null ? null : step.Finding.ToProto(),
        Size = step.Size.ToFixed(4),
        Earns = step.Earns.ToFixed(now.RuleSet.Root.Places),
        Total = Total(step.After),
        Grade = Grade(step.After),
        Raised = { step.After.Flags.Select(f => f.Code).Except(now.Flags.Select(f => f.Code)) },
        Cleared = { now.Flags.Select(f => f.Code).Except(step.After.Flags.Select(f => f.Code)) },
        Sentence = step.Sentence.In(language),
    };

    private static string Total(Evaluation evaluation) => evaluation.Total.Published.ToFixed(evaluation.RuleSet.Root.Places);

    private static string Grade(Evaluation evaluation) => evaluation.IsGraded ? evaluation.Grade.Name : "";
}
