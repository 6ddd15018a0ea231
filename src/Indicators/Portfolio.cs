using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators;

/// <summary>项目库: what the projects of a batch measured, for every 同类 of their rule set that compares with them.</summary>
public sealed class Portfolio
{
    private readonly Dictionary<PeersMethod, ImmutableArray<Fraction>> values;

    private Portfolio(Dictionary<PeersMethod, ImmutableArray<Fraction>> values) => this.values = values;

    /// <summary>Measures all projects, which must have passed <c>EvidenceCheck</c>; those whose value is missing, or cannot be worked out, are no peers.</summary>
    public static Portfolio Of(RuleSet ruleSet, IEnumerable<Project> projects)
    {
        var measured = Methods(ruleSet).ToDictionary(m => m, _ => ImmutableArray.CreateBuilder<Fraction>());
        foreach (var project in measured.Count == 0 ? [] : projects)
        {
            Measure(ruleSet, project, measured);
        }

        return new Portfolio(measured.ToDictionary(m => m.Key, m => m.Value.ToImmutable()));
    }

    private static void Measure(RuleSet ruleSet, Project project, Dictionary<PeersMethod, ImmutableArray<Fraction>.Builder> measured)
    {
        try
        {
            var scope = Measuring(ruleSet, project);
            var values = measured.Keys.Select(m => (m, m.Measured!.Evaluate(scope))).ToList();
            foreach (var (method, value) in values)
            {
                if (value is Value.Number number)
                {
                    measured[method].Add(number.Amount);
                }
            }
        }
        catch (ExpressionLimitException)
        {
            // It cannot be scored either, and is reported then.
        }
    }

    internal static IEnumerable<PeersMethod> Methods(RuleSet ruleSet) =>
        ruleSet.Root.Leaves.SelectMany(l => l.Method!.Comparisons).Where(p => p.OfPortfolio);

    internal ImmutableArray<Fraction> Of(PeersMethod method) => values[method];

    /// <summary>The project with its computed fields. None that a 同类 measures reads a score; the loader sees to it.</summary>
    internal static ProjectScope Measuring(RuleSet ruleSet, Project project)
    {
        var scope = new ProjectScope(ruleSet, project);
        foreach (var field in ruleSet.Schema.Computed)
        {
            scope.Set(field.Name, field.Formula.Evaluate(scope));
        }

        return scope;
    }
}
