using BenchmarkDotNet.Attributes;
using Indicators.Compiled;

namespace Indicators.Benchmarks.Scoring;

/// <summary>What explanations cost, per project of the seed: numbers alone, numbers that are explained, and their sentences written out.</summary>
[MemoryDiagnoser]
public class ExplanationBenchmark
{
    private const int Rows = 512;

    private Project[] projects = null!;
    private CompiledExecutor compiled = null!;
    private ReferenceEvaluator reference = null!;

    [GlobalSetup]
    public void Load()
    {
        var ruleSet = SeedFiles.LoadRules();
        projects = [.. SeedFiles.Variations(ruleSet, Rows)];
        compiled = new CompiledExecutor(ruleSet);
        reference = new ReferenceEvaluator(ruleSet);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public ScoreSheet Numbers() => compiled.Score(projects, threads: 1);

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Reference() => reference.Evaluate(projects).Count();

    [Benchmark(OperationsPerInvoke = Rows)]
    public int ReferenceWithSentences() => reference.Evaluate(projects).Sum(r => r.Evaluation!.Total.All.Sum(s => s.Sentence(Language.Chinese).Length));

    /// <summary>As <c>indicators score</c> does: every number by both.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public int Both() => compiled.Evaluate(projects).Count();
}
