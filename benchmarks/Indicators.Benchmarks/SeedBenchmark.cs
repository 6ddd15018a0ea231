using BenchmarkDotNet.Attributes;

namespace Indicators.Benchmarks;

/// <summary>What the parts of the main job cost on the seed's project; compare the ratios, not the times.</summary>
[MemoryDiagnoser]
public class SeedBenchmark
{
    private RuleSet ruleSet = null!;
    private Project project = null!;

    [GlobalSetup]
    public void Load()
    {
        ruleSet = LoadRules();
        project = ReadEvidence();
    }

    [Benchmark(Baseline = true)]
    public Evaluation Evaluate() => ReferenceEvaluator.Evaluate(ruleSet, project);

    [Benchmark]
    public int EvaluateAndExplain() =>
        ReferenceEvaluator.Evaluate(ruleSet, project).Total.All.Sum(s => s.Sentence(Language.Chinese).Length);

    [Benchmark]
    public Project ReadEvidence() => SeedFiles.ReadEvidence(ruleSet);

    [Benchmark]
    public RuleSet LoadRules() => SeedFiles.LoadRules();
}
