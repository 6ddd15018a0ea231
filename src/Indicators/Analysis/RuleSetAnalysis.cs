using System.Collections.Immutable;
using Indicators.Loading;
using Indicators.Loading.Building;

namespace Indicators.Analysis;

/// <summary>What can be said of a sound rule set without any evidence: doubts about its rules, and what is proved of every leaf.</summary>
/// <param name="Properties">Of every leaf, in the order of the tree.</param>
/// <param name="Problems">Warnings that the rule set does not accept.</param>
/// <param name="Accepted">Warnings that the rule set accepts, each with its reason.</param>
public sealed record RuleSetAnalysis(ImmutableArray<Property> Properties, Diagnostics Problems, ImmutableArray<(Diagnostic Problem, Acceptance By)> Accepted)
{
    /// <summary>A rule set in all its years: problems once each, the properties of the latest. Rules that do not load are mended first.</summary>
    public static RuleSetAnalysis Of(EveryYear loaded)
    {
        if (loaded.Problems.HasErrors)
        {
            return new([], [], []);
        }

        // Trials take their time: years whose rules are the same are tried once.
        var tried = new Dictionary<string, ImmutableArray<Property>>();
        var years = loaded.RuleSets.Select(set => (Year: set.Year ?? 0, Analysis: Of(set, PropertiesOf(set)))).ToList();
        return years.Count == 0 ? loaded.Framework is { } framework ? OfFramework(framework) : new([], [], []) : new(
            years[^1].Analysis.Properties,
            EveryYear.Together([.. years.Select(y => (y.Year, y.Analysis.Problems))]),
            [.. years.SelectMany(y => y.Analysis.Accepted).DistinctBy(a => a.Problem.ToString())]);

        ImmutableArray<Property> PropertiesOf(RuleSet set)
        {
            var rules = Digest.Of(set.Written, year: null);
            return tried.TryGetValue(rules, out var known) ? known : tried[rules] = MonotoneCheck.Of(set);
        }
    }

    public static RuleSetAnalysis Of(RuleSet ruleSet) => Of(ruleSet, MonotoneCheck.Of(ruleSet));

    /// <summary>Of a framework everything but its weights, which are open, and its evidence, which those who extend it may read.</summary>
    public static RuleSetAnalysis OfFramework(RuleSet framework) => Of(framework, MonotoneCheck.Of(framework), isFramework: true);

    private static RuleSetAnalysis Of(RuleSet ruleSet, ImmutableArray<Property> properties, bool isFramework = false)
    {
        var all = new Diagnostics();
        if (!isFramework)
        {
            WeightCheck.Check(ruleSet, all);
            UnusedCheck.Check(ruleSet, all);
        }

        DenominatorCheck.Check(ruleSet, all);
        NullCheck.Check(ruleSet, all);
        ConditionCheck.Check(ruleSet, all);
        ThresholdCheck.Check(ruleSet, all);
        PercentCheck.Check(ruleSet, all);
        MonotoneCheck.Check(properties, all);

        var judged = all.Select(p => (Problem: p, By: ruleSet.Accepted.FirstOrDefault(a => a.Covers(p)))).ToList();
        var problems = new Diagnostics();
        problems.AddRange(judged.Where(j => j.By is null).Select(j => j.Problem));
        foreach (var idle in ruleSet.Accepted.Except(judged.Select(j => j.By).OfType<Acceptance>()).Where(a => ruleSet.Written.Owns(a.Place) && !isFramework))
        {
            problems.Report(Messages.AcceptUnused, idle.Place, idle.Code + (idle.About is null ? "" : " " + idle.About));
        }

        return new(properties, problems, [.. judged.Where(j => j.By is not null).Select(j => (j.Problem, j.By!))]);
    }
}
