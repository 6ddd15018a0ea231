using Indicators.Feel;
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
        From = step.Spot is null ? null : ToProto(step.From!, step.Spot.Field.Type),
        To = step.Spot is null ? null : ToProto(step.To!, step.Spot.Field.Type),
        Finding = step.Finding is null ? null : ToProto(step.Finding),
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

    /// <summary>A value in the unit in which it is held, so that it can be sent again: money in 元, a percentage in %.</summary>
    private static V1.Value ToProto(Value value, FieldType type) => value switch
    {
        Value.Number n when type.Kind == FieldKind.Percent => new() { Number = Digits(n.Amount * Fraction.Hundred), Unit = FeelType.Percent },
        Value.Number n => new() { Number = Digits(n.Amount), Unit = type.Kind == FieldKind.Money ? FeelType.Yuan : "" },
        Value.Truth t => new() { YesNo = t.Holds },
        Value.Date d => new() { Date = d.Day.ToString() },
        Value.Text t => new() { Text = t.Content },
        Value.Missing m => new() { Missing = (V1.MissingState)((int)m.State + 1) },
        _ => throw new InvalidOperationException($"{value} is no value of a field that an improvement changes."),
    };

    private static string Digits(Fraction number) => number.ToShortest(Limits.Digits);

    private static V1.Finding ToProto(Finding finding)
    {
        var sent = new V1.Finding
        {
            Code = finding.Code,
            Conclusion = (V1.Conclusion)((int)finding.Conclusion + 1),
            Document = finding.Document ?? "",
            Evaluator = finding.Evaluator ?? "",
            Level = finding.Level ?? "",
        };
        if (finding.Amount is { } share)
        {
            sent.Share = share.ToString();
        }

        return sent;
    }
}
