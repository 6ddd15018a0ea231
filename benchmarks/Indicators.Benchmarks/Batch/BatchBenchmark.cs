using System.Globalization;
using BenchmarkDotNet.Attributes;
using Indicators.Batch;
using Indicators.Benchmarks.Scoring;

namespace Indicators.Benchmarks.Batch;

/// <summary>From CSV to CSV, per project: the batch, with the rule set and all checks, beside hand-written code that knows the rules and trusts the file.</summary>
public class BatchBenchmark
{
    private const int Indicators = 20;
    private const int Rows = 1_000_000;

    private readonly string folder = Directory.CreateTempSubdirectory("batch-benchmark-").FullName;
    private RuleSet ruleSet = null!;

    [GlobalSetup]
    public void Write()
    {
        ruleSet = MadeUpRules.Of(Indicators);
        var rows = MadeUpRows.Real(MadeUpRules.FieldsOf(Indicators), Rows);
        using var file = new StreamWriter(Evidence) { NewLine = "\n" };
        file.WriteLine($"项目,名称,{string.Join(',', Enumerable.Range(1, rows.Fields).Select(f => $"f{f}"))},来源");
        for (var row = 0; row < Rows; row++)
        {
            // Every fiftieth name has a comma.
            var name = row % 50 == 0 ? $"\"合成项目{row}, 一期\"" : $"合成项目{row}";
            file.WriteLine($"P{row:00000000},{name},{string.Join(',', rows.Row(row).ToArray().Select(v => v.ToString(CultureInfo.InvariantCulture)))},合成");
        }
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public long HandWritten() => HandPipeline.Run(Evidence, Path.Combine(folder, "hand.csv"));

    [Benchmark(OperationsPerInvoke = Rows)]
    public Tally OneThread() => Run(1);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Tally TwoThreads() => Run(2);

    private string Evidence => Path.Combine(folder, "项目.csv");

    /// <summary>Both write the same rows, but for totals on which doubles go the wrong way.</summary>
    private Tally Run(int threads)
    {
        var format = new BatchFormat(IsLong: false, Explains: false, Marked: false, Language.Chinese);
        var run = BatchRun.Run(ruleSet, new BatchOptions([Evidence], Path.Combine(folder, "results.csv"), Path.Combine(folder, "rejects.csv"), format, threads, Resumes: false), _ => { });
        return run is { IsComplete: true, Tally.Scored: Rows } ? run.Tally : throw new InvalidOperationException(string.Join('\n', run.Problems));
    }
}
