using BenchmarkDotNet.Attributes;
using Indicators.Benchmarks.Scoring;
using Indicators.Compiled;
using Indicators.NRules;

namespace Indicators.Benchmarks;

/// <summary>The rule set of <see cref="ScoringBenchmark"/> in NRules and by the reference, per project, from objects; the compiled program beside them.</summary>
[MemoryDiagnoser]
public class ScoringNRulesBenchmark
{
    private const int Rows = 512;

    private Project[] projects = null!;
    private CompiledExecutor compiled = null!;
    private ReferenceEvaluator reference = null!;
    private NRulesExecutor rete = null!;

    [GlobalSetup]
    public void Load()
    {
        var ruleSet = MadeUpRules.Of(20);
        projects = [.. MadeUpRows.Real(MadeUpRules.FieldsOf(20), Rows).Projects(Rows)];
        compiled = new CompiledExecutor(ruleSet);
        reference = new ReferenceEvaluator(ruleSet);
        rete = NRulesExecutor.Create(ruleSet);
        var totals = rete.Evaluate(projects).Select(r => r.Evaluation!.Total.Published);
        // Throws where the reference differs.
        if (!totals.SequenceEqual(compiled.Evaluate(projects).Select(r => r.Evaluation!.Total.Published)))
        {
            throw new InvalidOperationException("NRules gives other scores: there is nothing to time.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public ScoreSheet Compiled() => compiled.Score(projects, threads: 1);

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Reference() => reference.Evaluate(projects).Count();

    [Benchmark(OperationsPerInvoke = Rows)]
    public int NRules() => rete.Evaluate(projects).Count();
}
