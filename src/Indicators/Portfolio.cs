using Indicators.Feel;
using Indicators.Methods;

namespace Indicators;

/// <summary>项目库: what the projects of a batch measured, for every 同类 of their rule set that compares with them.</summary>
public sealed class Portfolio
{
    private readonly Dictionary<PeersMethod, Peers> peers;

    private Portfolio(Dictionary<PeersMethod, Peers> peers) => this.peers = peers;

    /// <summary>Measures all projects, which must have passed <c>EvidenceCheck</c>; those whose value is missing, or cannot be worked out, are no peers.</summary>
    public static Portfolio Of(RuleSet ruleSet, IEnumerable<Project> projects)
    {
        var methods = Methods(ruleSet).ToList();
        return Of(ruleSet, methods.Count == 0 ? [] : projects.Select(p => Measure(ruleSet, methods, p)));
    }

    /// <summary>Of what projects measured: see <see cref="Measure"/>.</summary>
    internal static Portfolio Of(RuleSet ruleSet, IEnumerable<Fraction?[]> measured)
    {
        var values = Methods(ruleSet).Select(m => (Method: m, Values: new PeerValues(m.Ranks))).ToList();
        foreach (var project in measured)
        {
            foreach (var (value, method) in project.Zip(values))
            {
                if (value is { } number)
                {
                    method.Values.Add(number);
                }
            }
        }

        return new Portfolio(values.ToDictionary(v => v.Method, v => v.Values.ToPeers()));
    }

    /// <summary>What a project measures for every 同类 in turn; null where that is missing.</summary>
    internal static Fraction?[] Measure(RuleSet ruleSet, List<PeersMethod> methods, Project project)
    {
        try
        {
            var scope = Measuring(ruleSet, project);
            return [.. methods.Select(m => (m.Measured!.Evaluate(scope) as Value.Number)?.Amount)];
        }
        catch (ExpressionLimitException)
        {
            // It cannot be scored either, and is reported then.
            return [];
        }
    }

    internal static IEnumerable<PeersMethod> Methods(RuleSet ruleSet) =>
        ruleSet.Root.Leaves.SelectMany(l => l.Method!.Comparisons).Where(p => p.OfPortfolio);

    internal Peers Of(PeersMethod method) => peers[method];

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
