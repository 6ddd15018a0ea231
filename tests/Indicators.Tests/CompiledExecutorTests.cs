using CsCheck;
using Indicators.Compiled;
using Indicators.Feel;
using Indicators.Tests.Cases;

namespace Indicators.Tests;

/// <summary>The compiled program scores as the reference does: random rule sets of every method and random evidence, and the shipped ones.</summary>
public sealed class CompiledExecutorTests(ITestOutputHelper output)
{
    public static TheoryData<string> ShippedRuleSets => [.. ShippedCases.Scoring];

    [Fact]
    public void Random_rule_sets_and_evidence_score_the_same() => RandomPairs(ruleSets: 150, projectsEach: 20, threads: 1);

    [Fact(Explicit = true)]
    public void Ten_million_random_cells_score_the_same() => Assert.True(RandomPairs(ruleSets: 2500, projectsEach: 330, threads: Environment.ProcessorCount) >= 10_000_000);

    [Theory]
    [MemberData(nameof(ShippedRuleSets))]
    public void The_cases_of_a_shipped_rule_set_score_the_same(string name)
    {
        var ruleSet = ShippedCases.Load(name).RuleSet!;
        var projects = ShippedCases.Run(ruleSet, name).Results.Select(r => r.Evaluation!.Project).Append(TestProject.Of()).ToList();
        Check(ruleSet, new CompiledExecutor(ruleSet, standings: true), projects);
    }

    /// <summary>Found by the long test: the shorter program took an indicator that the other leaves to the reference, and nobody saw that it was declared missing.</summary>
    [Fact]
    public void What_only_the_shorter_program_takes_is_still_seen_to_be_declared_missing()
    {
        using var set = TestRuleSet.WithNode("分档: {'已验收': 1/3, '缺失(满意度)': {取值: '到位 / 预算', 按比例: {目标: 80%, 方向: ≤}}, 其余: 100%}", header: TestRuleSet.Header + "\n小数位: 3");
        var ruleSet = set.Sound();
        var project = TestProject.Of(("到位", 24), ("预算", 29), ("满意度", "0.488"), ("已验收", false)).With(TestProject.Finding("A1", Conclusion.NotApplicable));

        Check(ruleSet, new CompiledExecutor(ruleSet, standings: true), [project]);
    }

    private long RandomPairs(int ruleSets, int projectsEach, int threads)
    {
        var (cells, rows, byReference, whole, complete) = (0L, 0L, 0L, 0, 0);
        RandomRuleSet.Files.Sample(
            files =>
            {
                using var set = new TestRuleSet(files);
                var (ruleSet, problems) = set.Load();
                Assert.False(problems.HasErrors, string.Join("\n", problems));
                var executor = new CompiledExecutor(ruleSet!, standings: true);
                RandomRuleSet.ProjectsOf(ruleSet!).Array[projectsEach].Sample(
                    projects =>
                    {
                        var sheet = Check(ruleSet!, executor, projects);
                        Interlocked.Add(ref complete, projects.Take(5).Count(p => p.Fields.Values.All(c => c.Value is not Value.Missing) && p.Findings.All(f => f.Missing is null && !f.IsRuling)));
                        Interlocked.Add(ref rows, projects.Length);
                        Interlocked.Add(ref cells, (long)projects.Length * ruleSet!.Root.All.Count(n => n.Level <= Level.Indicator));
                        Interlocked.Add(ref byReference, executor.WholeReason is null ? sheet.ByReference : 0);
                    },
                    iter: 1, threads: 1);
                Interlocked.Add(ref whole, executor.WholeReason is null ? 0 : 1);
            },
            iter: ruleSets, threads: threads);
        Assert.True(complete > ruleSets / 10, $"Only {complete} projects in which nothing is missing.");
        output.WriteLine($"{complete} complete projects; {cells} cells in {rows} rows; {byReference} rows by the reference; {whole} of {ruleSets} rule sets left to it");
        return cells;
    }

    internal static ScoreSheet Check(RuleSet ruleSet, CompiledExecutor executor, IReadOnlyList<Project> projects)
    {
        var portfolio = Portfolio.Of(ruleSet, projects);
        // A block in which nothing is missing or ruled has a shorter program: most of these are of one project.
        foreach (var project in projects.Take(5))
        {
            var alone = executor.Score([project], portfolio, cancel: TestContext.Current.CancellationToken);
            var result = new ReferenceEvaluator(ruleSet).Evaluate([project], portfolio, TestContext.Current.CancellationToken).Single();
            Assert.True(Lines(result).SequenceEqual(Lines(alone, ruleSet, 0)), Difference(result, alone, ruleSet, 0));
        }

        var sheet = executor.Score(projects, portfolio, cancel: TestContext.Current.CancellationToken);
        foreach (var (row, result) in new ReferenceEvaluator(ruleSet).Evaluate(projects, portfolio, TestContext.Current.CancellationToken).Index())
        {
            Assert.True(Lines(result).SequenceEqual(Lines(sheet, ruleSet, row)), Difference(result, sheet, ruleSet, row));
        }

        return sheet;
    }

    private static string Difference(ProjectResult result, ScoreSheet sheet, RuleSet ruleSet, int row) => string.Join(
        '\n',
        [
            "reference / compiled:",
            .. Lines(result).Zip(Lines(sheet, ruleSet, row), (a, b) => a == b ? a : $"{a}  /  {b}"),
            .. result.Project.Fields.Select(f => $"{f.Key} = {f.Value.Value}"),
            .. result.Project.Findings.Select(f => $"{f.Code} {f.Conclusion} {f.Amount}"),
        ]);

    private static string[] Lines(ProjectResult result) => result.Evaluation is not { } evaluation ? [result.Problem!.ToString()] :
    [
        .. evaluation.Total.All.Where(s => s.Node.Level <= Level.Indicator).Select(s => $"{s.Node.Code} {s.Published} {s.Held} {s.State} {s.Maximum} {s.Resting}"),
        $"{(evaluation.IsGraded ? evaluation.Grade.Name : "")} {string.Join(' ', evaluation.Flags.Select(f => f.Code))} ? {string.Join(' ', evaluation.UndecidedFlags.Select(f => f.Code))}",
    ];

    private static string[] Lines(ScoreSheet sheet, RuleSet ruleSet, int row) => sheet.Problem(row) is { } problem ? [problem.ToString()] :
    [
        .. ruleSet.Root.All.Where(n => n.Level <= Level.Indicator).Select(n => $"{n.Code} {sheet.Published(n, row)} {sheet.Held(n, row)} {sheet.State(n, row)} {sheet.Maximum(n, row)} {sheet.Resting(n, row)}"),
        $"{sheet.Grade(row)?.Name} {string.Join(' ', sheet.Flags(row))} ? {string.Join(' ', sheet.UndecidedFlags(row))}",
    ];
}
