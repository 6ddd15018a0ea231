using BenchmarkDotNet.Attributes;
using Indicators.Batch;
using Indicators.Benchmarks.Scoring;

namespace Indicators.Benchmarks.Batch;

/// <summary>The same from a file with a row for each of 30 values.</summary>
public class BatchLongBenchmark
{
    private const int Rows = 200_000;
    private const string Evidence = "数据.csv";

    private readonly BatchFiles files = new();
    private readonly RuleSet ruleSet = MadeUpRules.Of(20);

    [GlobalSetup]
    public void Write()
    {
        var rows = MadeUpRows.Real(30, Rows);
        files.Write(Evidence, Enumerable.Range(0, Rows)
            .SelectMany(row => Enumerable.Range(0, rows.Fields).Select(f => $"P{row:00000000},f{f + 1},{BatchFiles.Text(rows.Row(row)[f])},合成"))
            .Prepend("项目,字段,值,来源"));
        HandWritten();
        OneThread();
        files.RequireSame();
    }

    [GlobalCleanup]
    public void Delete() => files.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public void HandWritten() => HandPipeline.Long(files.At(Evidence), files.Hand);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Tally OneThread() => files.Run(ruleSet, 1, Rows, Evidence);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Tally TwoThreads() => files.Run(ruleSet, 2, Rows, Evidence);
}
