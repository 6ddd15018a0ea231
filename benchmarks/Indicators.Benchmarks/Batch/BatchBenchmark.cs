using BenchmarkDotNet.Attributes;
using Indicators.Batch;
using Indicators.Benchmarks.Scoring;

namespace Indicators.Benchmarks.Batch;

/// <summary>From CSV to CSV, per project, a row each: the batch, with the rule set and all checks, beside hand-written code that knows the rules and trusts the file.</summary>
public class BatchBenchmark
{
    private const int Rows = 1_000_000;
    private const string Evidence = "项目.csv";

    private readonly BatchFiles files = new();
    private readonly RuleSet ruleSet = MadeUpRules.Of(20);

    [GlobalSetup]
    public void Write()
    {
        var rows = MadeUpRows.Real(30, Rows);
        // Every fiftieth name has a comma.
        files.Write(Evidence, Enumerable.Range(0, Rows)
            .Select(row => $"P{row:00000000},{(row % 50 == 0 ? $"\"合成项目{row}, 一期\"" : $"合成项目{row}")},{string.Join(',', rows.Row(row).ToArray().Select(BatchFiles.Text))},合成")
            .Prepend($"项目,名称,{string.Join(',', Enumerable.Range(1, rows.Fields).Select(f => $"f{f}"))},来源"));
        HandWritten();
        OneThread();
        files.RequireSame();
    }

    [GlobalCleanup]
    public void Delete() => files.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public void HandWritten() => HandPipeline.Wide(files.At(Evidence), files.Hand);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Tally OneThread() => files.Run(ruleSet, 1, Rows, Evidence);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Tally TwoThreads() => files.Run(ruleSet, 2, Rows, Evidence);
}
