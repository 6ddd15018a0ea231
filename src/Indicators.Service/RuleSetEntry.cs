using System.Collections.Immutable;
using Indicators.Contracts;

namespace Indicators.Service;

/// <summary>The rule set under one id, as it is in force: all its fiscal years, latest last.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Folder">The name of its folder.</param>
/// <param name="Years">One at least.</param>
/// <param name="Version">How many times rules under this id came into force, from 1.</param>
/// <param name="Rejected">Why the latest edit is not in force; empty where it is.</param>
public sealed record RuleSetEntry(string Id, string Folder, ImmutableArray<LoadedRuleSet> Years, long Version, ImmutableArray<RuleProblem> Rejected)
{
    public LoadedRuleSet Latest => Years[^1];

    /// <summary>Whether both hold the same rules in the same years.</summary>
    public bool IsSame(IEnumerable<RuleSet> years) => Years.Select(y => y.RuleSet.Digest).SequenceEqual(years.Select(y => y.Digest));

    public V1.RuleSetVersion VersionOf(LoadedRuleSet year) =>
        new() { Id = Id, FiscalYear = year.RuleSet.Year ?? 0, Version = Version, Digest = year.RuleSet.Digest };
}

/// <summary>What is wrong with a rule set, or worth a look.</summary>
public sealed record RuleProblem(string Code, Severity Severity, Bilingual Text, Bilingual Remedy, Place Place)
{
    private const string CaseFailed = "case-failed";

    public static RuleProblem Of(Diagnostic problem) => new(
        problem.Code, problem.Severity,
        new(problem.Text(Language.Chinese), problem.Text(Language.English)),
        new(problem.Remedy(Language.Chinese), problem.Remedy(Language.English)),
        problem.Place);

    /// <summary>A case that comes out otherwise than it says.</summary>
    public static RuleProblem OfCase(string name, Place place) => new(
        CaseFailed, Severity.Error,
        new($"用例“{name}”的结果与它写的不同", $"the case “{name}” comes out otherwise than it says"),
        new("用 indicators test 看差在哪里，改规则或改用例", "see with `indicators test` where it differs; change the rules or the case"),
        place);

    public V1.Problem ToProto(Language language) => new()
    {
        Code = Code,
        Severity = Severity == Severity.Error ? V1.Severity.Error : V1.Severity.Warning,
        Text = Text.In(language),
        Remedy = Remedy.In(language),
        Place = Place.ToProto(),
    };
}
