using CsCheck;
using Indicators.Csv;
using Indicators.Loading;
using Indicators.NRules;
using Indicators.Tests.Cases;

namespace Indicators.Tests.NRules;

/// <summary>A Rete session gives what the reference gives, to the last digit and word.</summary>
public sealed class NRulesEqualityTests
{
    public static TheoryData<string> ShippedRuleSets => [.. ShippedCases.Scoring];

    [Fact]
    public void The_seed_scores_the_same()
    {
        var ruleSet = RuleSetLoader.LoadDirectory(Repository.Path("rules", "kunming-2017")).RuleSet!;
        var projects = EvidenceReader.Read(Repository.Path("samples", "kunming-2017"), ruleSet).Projects;
        var executor = new NRulesExecutor(ruleSet);
        ExecutorEquality.Holds(ruleSet, executor, projects);
        Assert.Equal("51.25", executor.Evaluate(projects, cancel: TestContext.Current.CancellationToken).Single().Evaluation!.Total.Published.ToFixed(2));
    }

    [Theory]
    [MemberData(nameof(ShippedRuleSets))]
    public void A_project_without_any_evidence_scores_the_same(string name)
    {
        var ruleSet = RuleSetLoader.LoadDirectory(Repository.Path("rules", name)).RuleSet!;
        ExecutorEquality.Holds(ruleSet, new NRulesExecutor(ruleSet), [TestProject.Of()]);
    }

    [Theory]
    [MemberData(nameof(ShippedRuleSets))]
    public void The_cases_of_a_shipped_rule_set_score_the_same(string name)
    {
        var ruleSet = ShippedCases.Load(name).RuleSet!;
        var projects = ShippedCases.Run(ruleSet, name).Results.Select(r => r.Evaluation!.Project).ToList();
        foreach (var project in projects)
        {
            ExecutorEquality.Holds(ruleSet, new NRulesExecutor(ruleSet), [project]);
        }
    }

    [Fact]
    public void Random_rule_sets_and_evidence_score_the_same() => RandomPairs(ruleSets: 100, projectsEach: 3);

    [Fact(Explicit = true)]
    public void Ten_thousand_random_pairs_score_the_same() => RandomPairs(ruleSets: 1000, projectsEach: 10);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(250)]
    public void The_size_of_a_session_changes_nothing(int chunk) => RandomRuleSet.Files.Sample(files =>
    {
        using var set = new TestRuleSet(files);
        var ruleSet = Loaded(set);
        ExecutorEquality.Holds(ruleSet, new NRulesExecutor(ruleSet, chunk: chunk), Projects(ruleSet, 20));
    }, iter: 3);

    private static void RandomPairs(int ruleSets, int projectsEach) => RandomRuleSet.Files.Sample(files =>
    {
        using var set = new TestRuleSet(files);
        var ruleSet = Loaded(set);
        ExecutorEquality.Holds(ruleSet, new NRulesExecutor(ruleSet), Projects(ruleSet, projectsEach));
    }, iter: ruleSets);

    private static RuleSet Loaded(TestRuleSet set)
    {
        var (ruleSet, problems) = set.Load();
        Assert.False(problems.HasErrors, string.Join('\n', problems));
        return ruleSet!;
    }

    private static List<Project> Projects(RuleSet ruleSet, int count)
    {
        var projects = new List<Project>();
        RandomRuleSet.ProjectsOf(ruleSet).Sample(project =>
        {
            var problems = new Diagnostics();
            EvidenceCheck.Check(project, ruleSet, problems);
            Assert.False(problems.HasErrors, string.Join('\n', problems));
            lock (projects)
            {
                projects.Add(project);
            }
        }, iter: count, threads: 1);
        return projects;
    }
}
