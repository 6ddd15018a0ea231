using System.Collections.Immutable;
using Indicators.Cases;
using Indicators.Loading;

namespace Indicators.Tests.Cases;

/// <summary>The cases of the rule sets in <c>rules/</c>.</summary>
internal static class ShippedCases
{
    /// <summary>All folders of rule sets.</summary>
    public static ImmutableArray<string> All { get; } =
        [.. Directory.EnumerateDirectories(Repository.Path("rules")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    /// <summary>Those that score: a framework leaves its weights to others.</summary>
    public static ImmutableArray<string> Scoring { get; } = [.. All.Where(n => Load(n).Open.IsEmpty)];

    public static LoadResult Load(string name) => RuleSetLoader.LoadDirectory(Repository.Path("rules", name));

    public static (CaseRun Run, ImmutableArray<CaseResult> Results) Run(RuleSet ruleSet, string name)
    {
        var problems = new Diagnostics();
        var cases = CaseReader.Read(Repository.Path("rules", name), problems);
        Assert.Empty(problems.Select(p => p.ToString()));
        var run = new CaseRun(ruleSet, Language.Chinese);
        return (run, [.. cases.Select(run.Run)]);
    }
}
