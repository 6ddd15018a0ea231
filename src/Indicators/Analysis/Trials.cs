using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Analysis;

/// <summary>
/// Scores a leaf over made-up evidence: one number at a time is moved over every breakpoint, the others stand still. The score must
/// go one way. A number without 范围 is tried from 0 up.
/// </summary>
internal sealed class Trials(RuleSet ruleSet, Node leaf)
{
    private const int Projects = 24;
    private const int Seeds = 600;

    private readonly TrialEvidence evidence = new(ruleSet, leaf);

    /// <summary>Whether the leaf reads a number at all.</summary>
    public bool HasNumbers => !evidence.Axes.IsEmpty;

    /// <summary>How many scores were compared, and three of them that go up and down, or down and up.</summary>
    public (int Count, Phrase? Counterexample) Run()
    {
        // What the portfolio measures is not known here.
        if (leaf.Method!.All.Any(m => m is PeersMethod { OfPortfolio: true }))
        {
            return (0, null);
        }

        var count = 0;
        foreach (var project in Enumerable.Range(1, Seeds).Select(evidence.Project).Where(p => Points(p) is not null).Take(Projects))
        {
            foreach (var axis in evidence.Axes)
            {
                var scored = evidence.Numbers(axis, project)
                    .Select(number => (Number: number, Points: Points(axis.Set(project, Value.Of(number)))))
                    .Where(s => s.Points is not null).Select(s => (s.Number, Points: s.Points!.Value)).ToList();
                count += scored.Count;
                if (Turn(scored) is var (low, middle, high))
                {
                    return (count, new Phrase(Counterexamples.Tried, axis.Name,
                        axis.Show(low.Number), low.Points.ToFixed(2), axis.Show(middle.Number), middle.Points.ToFixed(2), axis.Show(high.Number), high.Points.ToFixed(2),
                        evidence.Others(axis, project)));
                }
            }
        }

        return (count, null);
    }

    private Fraction? Points(Project project) => LeafScorer.Points(leaf, ruleSet, project);

    private static ((Fraction Number, Fraction Points) Low, (Fraction Number, Fraction Points) Middle, (Fraction Number, Fraction Points) High)? Turn(
        List<(Fraction Number, Fraction Points)> scored)
    {
        for (var i = 1; i < scored.Count - 1; i++)
        {
            // The nearest change before and after.
            var before = scored.FindLastIndex(i - 1, s => s.Points != scored[i].Points);
            if (before < 0 || scored[i + 1].Points == scored[i].Points)
            {
                continue;
            }

            if (scored[before].Points < scored[i].Points != (scored[i].Points < scored[i + 1].Points))
            {
                return (scored[before], scored[i], scored[i + 1]);
            }
        }

        return null;
    }
}
