using BenchmarkDotNet.Attributes;
using Indicators.Compiled;

namespace Indicators.Benchmarks.Scoring;

/// <summary>One thread and two, per project, over rows in memory: the compiled program, and the same projects from objects to scores.</summary>
public class ThreadBenchmark
{
    private const int Indicators = 20;
    private const int Rows = 409_600;
    private const int FewRows = 8192;

    private CompiledRun run = null!;
    private CompiledExecutor executor = null!;
    private Project[] projects = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Load()
    {
        var ruleSet = MadeUpRules.Of(Indicators);
        run = new CompiledRun(CompiledProgram.Of(ruleSet, out _)!, MadeUpRows.Real(MadeUpRules.FieldsOf(Indicators), Rows));
        executor = new CompiledExecutor(ruleSet);
        projects = [.. MadeUpRows.Real(MadeUpRules.FieldsOf(Indicators), FewRows).Projects(FewRows)];
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Columns() => run.ScoreBy(Threads);

    [Benchmark(OperationsPerInvoke = FewRows)]
    public ScoreSheet Projects() => executor.Score(projects, threads: Threads);
}
