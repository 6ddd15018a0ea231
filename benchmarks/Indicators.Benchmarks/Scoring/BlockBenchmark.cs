using BenchmarkDotNet.Attributes;
using Indicators.Compiled;

namespace Indicators.Benchmarks.Scoring;

/// <summary>Rows in a block, from memory and from the cache, per project. A rule set of 100 indicators, whose program is several methods that pass numbers on.</summary>
public class BlockBenchmark
{
    private const int Indicators = 100;
    private const int Rows = 65_536;
    private const int CachedRows = 1024;

    private CompiledProgram program = null!;
    private CompiledRun memory = null!;
    private CompiledRun cached = null!;
    private double[][] scratch = null!;

    [Params(64, 256, 1024)]
    public int Block { get; set; }

    [GlobalSetup]
    public void Load()
    {
        program = CompiledProgram.Of(MadeUpRules.Of(Indicators), out _)!;
        memory = new CompiledRun(program, MadeUpRows.Real(MadeUpRules.FieldsOf(Indicators), Rows));
        cached = new CompiledRun(program, MadeUpRows.Real(MadeUpRules.FieldsOf(Indicators), CachedRows));
        scratch = program.Scratch(Block);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public void Memory() => memory.ScoreBy(program.Plain, Block, scratch);

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Cached()
    {
        for (var i = 0; i < Rows / CachedRows; i++)
        {
            cached.ScoreBy(program.Plain, Block, scratch);
        }
    }
}
