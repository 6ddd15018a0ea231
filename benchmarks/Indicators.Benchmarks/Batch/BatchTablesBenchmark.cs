using BenchmarkDotNet.Attributes;
using Indicators.Batch;

namespace Indicators.Benchmarks.Batch;

/// <summary>The same from a file of projects and a table with five payments for each, in the same order.</summary>
public class BatchTablesBenchmark
{
    private const int Rows = 500_000;
    private const int Payments = 5;
    private const string Projects = "项目.csv";
    private const string Table = "付款.csv";

    private readonly BatchFiles files = new();
    private readonly RuleSet ruleSet = TableRules.Load();

    [GlobalSetup]
    public void Write()
    {
        var random = new Random(1);
        files.Write(Projects, Enumerable.Range(0, Rows).Select(row => $"P{row:00000000},合成项目{row},{random.Next(1_000_000, 3_000_000)},合成").Prepend("项目,名称,计划,来源"));
        files.Write(Table, Enumerable.Range(0, Rows)
            .SelectMany(row => Enumerable.Range(1, Payments).Select(p => $"P{row:00000000},V{p},{random.Next(1, 800_000)},合成"))
            .Prepend("项目,凭证,金额,来源"));
        HandWritten();
        OneThread();
        files.RequireSame();
    }

    [GlobalCleanup]
    public void Delete() => files.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public void HandWritten() => HandPipeline.Tables(files.At(Projects), files.At(Table), files.Hand);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Tally OneThread() => files.Run(ruleSet, 1, Rows, Projects, Table);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Tally TwoThreads() => files.Run(ruleSet, 2, Rows, Projects, Table);
}
