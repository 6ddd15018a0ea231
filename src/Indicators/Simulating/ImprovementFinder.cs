using System.Collections.Immutable;
using Indicators.Analysis;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Simulating;

/// <summary>Finds for every leaf what lifts it to where it earns more, one piece of evidence or one judgement at a time. Every step has been scored.</summary>
/// <param name="ruleSet">The rules.</param>
/// <param name="mayChange">Whether a field, or a table, may be otherwise.</param>
internal sealed class ImprovementFinder(RuleSet ruleSet, Func<string, bool> mayChange)
{
    private readonly Dictionary<Node, LeafTrial> trials = [];

    public LeafInputs InputsOf(Node leaf) => Trial(leaf).Inputs;

    /// <summary>The steps of one leaf, cheapest first; none where it has all its points, is left out, or a ruling (认定) decides.</summary>
    public ImmutableArray<Improvement> Of(Node leaf, Evaluation now, CancellationToken cancel)
    {
        var (project, indicator) = (now.Project, ruleSet.IndicatorOf(leaf));
        var trial = Trial(leaf);
        if (now.Total.Find(leaf.Code) is not { State: ScoreState.Scored or ScoreState.Missing or ScoreState.Held } score
            || score.Policy == MissingPolicy.Keep
            || project.Findings.Any(f => f.IsRuling && (f.Code == leaf.Code || f.Code == indicator.Code)))
        {
            return [];
        }

        var points = score.State == ScoreState.Scored ? trial.Points(project) ?? Fraction.Zero : Fraction.Zero;
        if (points >= leaf.Weight)
        {
            return [];
        }

        var steps = ImmutableArray.CreateBuilder<Improvement>();
        foreach (var spot in Spots(trial.Inputs, project))
        {
            cancel.ThrowIfCancellationRequested();
            if (At(trial, project, spot, points) is { } step && Scored(step, now) is { } scored)
            {
                steps.Add(scored);
            }
        }

        var better = Judgements(leaf, project).FirstOrDefault(f => trial.Points(Improvement.Judged(project, f)) > points);
        if (better is not null)
        {
            var supplied = project.Findings.All(f => f.Code != leaf.Code) || score.State != ScoreState.Scored;
            var step = new Improvement(leaf, supplied ? ImprovementKind.Supply : ImprovementKind.Judge, null, null, null, better, Fraction.One, Fraction.Zero, now);
            if (Scored(step, now) is { } scored)
            {
                steps.Add(scored);
            }
        }

        return [.. steps.OrderBy(s => s.Cost)];
    }

    /// <summary>A step as it is scored from here; null if the project gains nothing, or its evidence would not be sound.</summary>
    public Improvement? Scored(Improvement step, Evaluation now)
    {
        var project = step.Taken(now.Project);
        var problems = new Diagnostics();
        EvidenceCheck.Check(project, ruleSet, problems);
        if (problems.HasErrors)
        {
            return null;
        }

        try
        {
            var after = ReferenceEvaluator.Evaluate(ruleSet, project);
            var earns = after.Total.Published - now.Total.Published;
            return earns.Sign > 0 ? step with { Earns = earns, After = after } : null;
        }
        catch (ExpressionLimitException)
        {
            return null;
        }
    }

    /// <summary>The step at one piece of evidence, not yet scored; null where none was found.</summary>
    private static Improvement? At(LeafTrial trial, Project project, Spot spot, Fraction points)
    {
        var from = spot.Of(project)?.Value ?? Value.Null;
        var (kind, to) = from switch
        {
            Value.Missing { State: MissingState.NotApplicable } => (ImprovementKind.Supply, null),
            Value.Missing => (ImprovementKind.Supply, trial.Best(project, spot, points)),
            Value.Truth t when Value.Of(!t.Holds) is var other && trial.Points(spot.Set(project, other)) > points => (ImprovementKind.Change, other),
            _ => (ImprovementKind.Change, trial.Better(project, spot, points)),
        };
        return to is null ? null : new Improvement(trial.Leaf, kind, spot, from, to, null, Improvement.SizeOf(from, to), Fraction.Zero, null!);
    }

    /// <summary>The fields and cells that may be otherwise. A goal is no evidence of what was reached, and rows beyond the limit are left alone.</summary>
    private IEnumerable<Spot> Spots(LeafInputs inputs, Project project)
    {
        var fields = inputs.Fields.Where(f => mayChange(f.Name)).Select(f => new Spot(f));
        var cells = from table in inputs.Tables
                    where mayChange(table.Name)
                    let rows = project.Tables.GetValueOrDefault(table.Name, [])
                    let columns = table.Columns.Where(c => !table.Key.Contains(c.Name)).ToList()
                    where rows.Length * columns.Count <= Limits.SimulatedCells
                    from row in Enumerable.Range(0, rows.Length)
                    from column in columns
                    select new Spot(column, table.Name, row);
        return fields.Concat(cells).Where(s => s.Field.Type.Kind != FieldKind.Target);
    }

    /// <summary>Better judgements of a leaf that is judged, the smallest first.</summary>
    private static IEnumerable<Finding> Judgements(Node leaf, Project project)
    {
        var present = project.Findings.Where(f => f.Code == leaf.Code).ToList();
        if (!leaf.Method!.IsJudged || present.Any(f => f.Missing == MissingState.NotApplicable))
        {
            return [];
        }

        var basis = present.FirstOrDefault(f => f.Missing is null) ?? new Finding(leaf.Code, Conclusion.Met, leaf.Place);
        var met = basis with { Conclusion = Conclusion.Met, Amount = null, AmountIsShare = false, Level = null, Reason = null };
        return leaf.Method.Levels.IsEmpty
            ? [met]
            : leaf.Method.Levels.SelectMany(l => new[] { (Level: l, Share: l.Low), (Level: l, Share: l.High) }).OrderBy(l => l.Share).ThenByDescending(l => l.Level.High)
                .Select(l => met with { Conclusion = Conclusion.Scored, Amount = l.Share, AmountIsShare = true, Level = l.Level.Name });
    }

    private LeafTrial Trial(Node leaf) => trials.TryGetValue(leaf, out var known) ? known : trials[leaf] = new LeafTrial(ruleSet, leaf);
}
