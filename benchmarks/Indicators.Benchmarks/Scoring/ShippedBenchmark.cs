using BenchmarkDotNet.Attributes;
using Indicators.Cases;
using Indicators.Compiled;

namespace Indicators.Benchmarks.Scoring;

/// <summary>The shipped rule sets over the projects of their own cases, again and again, per project: from objects to scores.</summary>
[MemoryDiagnoser]
public class ShippedBenchmark
{
    private const int Rows = 512;

    private ReferenceEvaluator reference = null!;
    private CompiledExecutor compiled = null!;
    private Project[] projects = null!;
    private Portfolio? portfolio;

    [ParamsSource(nameof(RuleSets))]
    public string RuleSet { get; set; } = "";

    public static IEnumerable<string> RuleSets => SeedFiles.Scoring;

    [GlobalSetup]
    public void Load()
    {
        var ruleSet = SeedFiles.LoadRules(RuleSet);
        var run = new CaseRun(ruleSet, Language.Chinese);
        var cases = CaseReader.Read(SeedFiles.FolderOf(RuleSet), []).Where(c => c.Year is null || c.Year == ruleSet.Year)
            .Select(c => run.Run(c).Evaluation?.Project).OfType<Project>().ToList();
        projects = [.. Enumerable.Range(0, Rows).Select(i => cases[i % cases.Count])];
        portfolio = Portfolio.Of(ruleSet, [.. cases]);
        reference = new ReferenceEvaluator(ruleSet);
        compiled = new CompiledExecutor(ruleSet);
        // Throws where the two differ.
        _ = compiled.Evaluate(projects, portfolio).Count();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public int Reference() => reference.Evaluate(projects, portfolio).Count();

    [Benchmark(OperationsPerInvoke = Rows)]
    public ScoreSheet Compiled() => compiled.Score(projects, portfolio, threads: 1);
}
