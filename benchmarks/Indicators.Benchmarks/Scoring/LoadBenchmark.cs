using BenchmarkDotNet.Attributes;
using Indicators.Compiled;

namespace Indicators.Benchmarks.Scoring;

/// <summary>What stands before the first score: reading the rules, lifting them to instructions, making these a method.</summary>
public class LoadBenchmark
{
    private RuleSet ruleSet = null!;
    private MadeUpRows rows = null!;

    [Params(20, 100, 500)]
    public int Indicators { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        ruleSet = MadeUpRules.Of(Indicators);
        rows = MadeUpRows.Real(MadeUpRules.FieldsOf(Indicators), LaneProgram.Block);
    }

    [Benchmark(Baseline = true)]
    public RuleSet Load() => MadeUpRules.Of(Indicators);

    [Benchmark]
    public object Lift() => CompiledProgram.Of(ruleSet, out _)!;

    [Benchmark]
    public object LiftAndScoreFirstBlock() => new CompiledRun(CompiledProgram.Of(ruleSet, out _)!, rows).Score();
}
