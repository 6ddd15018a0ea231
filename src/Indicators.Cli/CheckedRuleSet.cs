using System.Collections.Immutable;
using Indicators.Analysis;
using Indicators.Loading;

namespace Indicators.Cli;

/// <summary>What <c>check</c> found in one folder: the rule set in its years, all problems, and what is proved of it.</summary>
internal sealed record CheckedRuleSet(string Directory, EveryYear Loaded, Diagnostics Problems, RuleSetAnalysis Analysis)
{
    public RuleSet? Latest => Loaded.RuleSets.LastOrDefault();

    /// <summary>A framework has no errors and leaves parts open.</summary>
    public bool IsFramework => !Loaded.Open.IsEmpty && !Problems.HasErrors;

    public bool IsFine => IsFramework || (Latest is not null && !Problems.HasErrors);

    public static CheckedRuleSet Of(string directory, int? year)
    {
        var loaded = Load(directory, year);
        var analysis = RuleSetAnalysis.Of(loaded);
        var problems = new Diagnostics();
        problems.AddRange(loaded.Problems.Concat(analysis.Problems));
        return new CheckedRuleSet(directory, loaded, problems, analysis);
    }

    /// <summary>All years, or the one that is asked for.</summary>
    public static EveryYear Load(string directory, int? year) => year is null ? RuleSetLoader.LoadEveryYear(directory) : OneYear(directory, year);

    private static EveryYear OneYear(string directory, int? year)
    {
        var loaded = RuleSetLoader.LoadDirectory(directory, year);
        ImmutableArray<RuleSet> sets = loaded.RuleSet is null ? [] : [loaded.RuleSet];
        return new EveryYear(sets, loaded.Problems) { Open = loaded.Open, Framework = loaded.Framework };
    }
}
