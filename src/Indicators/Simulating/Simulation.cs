using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Simulating;

/// <summary>What would lift a project: for every leaf the steps to its next band, and of these the cheapest up to the next grade.</summary>
/// <param name="Now">The project as it is.</param>
/// <param name="Steps">Of every leaf in the order of the rule set, the cheapest of each leaf first.</param>
/// <param name="Plan">The way to the next grade.</param>
public sealed record Simulation(Evaluation Now, ImmutableArray<Improvement> Steps, Plan Plan)
{
    /// <param name="ruleSet">The rules; none that needs a portfolio.</param>
    /// <param name="project">One whose evidence has passed <see cref="EvidenceCheck"/>.</param>
    /// <param name="mayChange">Whether a field, or a table, may be otherwise.</param>
    /// <param name="cancel">Stops between trials.</param>
    /// <exception cref="ExpressionLimitException">As for <see cref="ReferenceEvaluator"/>.</exception>
    public static Simulation Of(RuleSet ruleSet, Project project, Func<string, bool> mayChange, CancellationToken cancel)
    {
        var finder = new ImprovementFinder(ruleSet, mayChange);
        var now = ReferenceEvaluator.Evaluate(ruleSet, project);
        ImmutableArray<Improvement> steps = [.. ruleSet.Root.Leaves.SelectMany(leaf => finder.Of(leaf, now, cancel))];
        return new Simulation(now, steps, Plan.Of(ruleSet, finder, now, steps, cancel));
    }
}

/// <summary>Steps that are taken one after the other, always the cheapest, until the grade is better or there is none left.</summary>
/// <param name="Goal">The next better grade; null at the top, or where nothing is graded.</param>
/// <param name="Steps">In the order in which they are taken. Several on the same spot are one, from its first value to its last.</param>
/// <param name="After">The project with all of them taken.</param>
/// <param name="Reaches">Whether its grade is better than now.</param>
public sealed record Plan(Grade? Goal, ImmutableArray<Improvement> Steps, Evaluation After, bool Reaches)
{
    internal static Plan Of(RuleSet ruleSet, ImprovementFinder finder, Evaluation now, ImmutableArray<Improvement> found, CancellationToken cancel)
    {
        var goal = now.IsGraded ? ruleSet.Grades.Better(now.Grade) : null;
        var (open, taken, current) = (found.ToList(), new List<Improvement>(), now);
        while (goal is not null && !IsBetter(current) && Next(open) is { } step)
        {
            current = step.After;
            Add(taken, step);
            var moved = step.Spot;
            foreach (var leaf in ruleSet.Root.Leaves.Where(l => l == step.Leaf || moved is not null && Reads(finder, l, moved)))
            {
                open.RemoveAll(s => s.Leaf == leaf);
                open.AddRange(finder.Of(leaf, current, cancel));
            }
        }

        return new Plan(goal, [.. taken], current, IsBetter(current));

        bool IsBetter(Evaluation evaluation) => evaluation.Grade != now.Grade && !IsWorse(evaluation, now);

        // The cheapest that gains something from here and raises no red line that costs more; what it gained at first is only where to begin.
        Improvement? Next(List<Improvement> open)
        {
            foreach (var step in open.OrderBy(s => s.Cost).ToList())
            {
                if (finder.Scored(step, current) is { } scored && !IsWorse(scored.After, current))
                {
                    return scored;
                }

                open.Remove(step);
            }

            return null;
        }

        bool IsWorse(Evaluation evaluation, Evaluation than) => evaluation.Grade != than.Grade && ruleSet.Grades.Worse(evaluation.Grade, than.Grade) == evaluation.Grade;
    }

    private static void Add(List<Improvement> taken, Improvement step)
    {
        var same = step.Spot is null ? -1 : taken.FindIndex(s => s.Spot == step.Spot);
        if (same < 0)
        {
            taken.Add(step);
        }
        else
        {
            taken[same] = step with { From = taken[same].From, Kind = taken[same].Kind, Size = Improvement.SizeOf(taken[same].From!, step.To!), Earns = taken[same].Earns + step.Earns };
        }
    }

    private static bool Reads(ImprovementFinder finder, Node leaf, Spot moved) =>
        finder.InputsOf(leaf) is var inputs && (inputs.ReadsCodes || (moved.Table is null ? inputs.Fields.Contains(moved.Field) : inputs.Tables.Any(t => t.Name == moved.Table)));
}
