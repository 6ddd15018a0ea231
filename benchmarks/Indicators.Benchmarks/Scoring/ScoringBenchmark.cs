using BenchmarkDotNet.Attributes;
using Indicators.Compiled;

namespace Indicators.Benchmarks.Scoring;

/// <summary>
/// One rule set of 20 indicators by every way there is, per project, over rows in memory; the yardstick is <see cref="HandWritten"/>.
/// Before anything is timed the compiled scores are compared with the reference, and the others with these.
/// </summary>
[MemoryDiagnoser]
public class ScoringBenchmark
{
    private const int Indicators = 20;
    private const int Rows = 204_800;
    private const int FewRows = 512;
    private const int CachedRows = 1024;
    private const int CachedRuns = 200;

    private MadeUpRows rows = null!;
    private CompiledRun run = null!;
    private CompiledRun cached = null!;
    private CompiledRun single = null!;
    private Project[] projects = null!;
    private ReferenceEvaluator reference = null!;
    private MicrosoftRules microsoft = null!;
    private decimal[] decimals = null!;
    private double[] scores = null!;

    [Params("real", "adversarial")]
    public string Evidence { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        var ruleSet = MadeUpRules.Of(Indicators);
        var program = CompiledProgram.Of(ruleSet, out _)!;
        rows = Made(Rows);
        scores = new double[Rows * HandWritten.Outputs];
        decimals = [.. rows.Values.Take(FewRows * rows.Fields).Select(v => (decimal)v)];
        run = new CompiledRun(program, rows);
        cached = new CompiledRun(program, Made(CachedRows));
        single = new CompiledRun(program, Made(1));
        projects = [.. rows.Projects(FewRows)];
        reference = new ReferenceEvaluator(ruleSet);
        microsoft = new MicrosoftRules(Indicators);
        Compare(ruleSet);
    }

    private MadeUpRows Made(int count) => Evidence == "real" ? MadeUpRows.Real(MadeUpRules.FieldsOf(Indicators), count) : MadeUpRows.Adversarial(MadeUpRules.FieldsOf(Indicators), count);

    private void Compare(RuleSet ruleSet)
    {
        HandDoubles();
        Compiled();
        foreach (var (row, result) in reference.Evaluate(projects).Index())
        {
            var evaluation = result.Evaluation!;
            Require(evaluation.Total.Published == new Fraction((long)run.Total(row), 100), "the reference", row);
            Require(run.Total(row) == single.Take(rows.Row(row)).Score().Total(0), "one row", row);
            Require(Math.Abs(microsoft.Total(rows, row) - scores[row * HandWritten.Outputs + 24]) < 1e-9, "RulesEngine", row);
            Require(evaluation.Flags.Length == Bits(scores[row * HandWritten.Outputs + 26]) && ruleSet.Grades.Grades[(int)scores[row * HandWritten.Outputs + 25]] == evaluation.Grade || !Same(row), "C#", row);
        }

        var wrong = Enumerable.Range(0, Rows).Count(r => !Same(r));
        Console.WriteLine($"// {Evidence}: hand-written doubles give another total in {wrong} of {Rows} rows");

        bool Same(int row) => Math.Abs(run.Total(row) - scores[row * HandWritten.Outputs + 24] * 100) < 0.5;

        static int Bits(double mask) => System.Numerics.BitOperations.PopCount((uint)mask);

        static void Require(bool same, string what, int row) =>
            _ = same ? true : throw new InvalidOperationException($"Row {row}: {what} gives another score. There is nothing to time.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public void HandDoubles()
    {
        for (var row = 0; row < Rows; row++)
        {
            HandWritten.Score(rows.Row(row), scores.AsSpan(row * HandWritten.Outputs, HandWritten.Outputs));
        }
    }

    [Benchmark(OperationsPerInvoke = FewRows)]
    public decimal HandDecimals()
    {
        var sum = 0m;
        for (var row = 0; row < FewRows; row++)
        {
            sum += HandWritten.Decimals(decimals.AsSpan(row * rows.Fields, rows.Fields));
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Compiled() => run.Score();

    /// <summary>By the program that reckons with everything that may be missing, declared or ruled.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public void CompiledWhole() => run.ScoreWhole();

    [Benchmark(OperationsPerInvoke = CachedRows * CachedRuns)]
    public void CompiledCached()
    {
        for (var i = 0; i < CachedRuns; i++)
        {
            cached.Score();
        }
    }

    [Benchmark(OperationsPerInvoke = CachedRows * CachedRuns)]
    public void CompiledWholeCached()
    {
        for (var i = 0; i < CachedRuns; i++)
        {
            cached.ScoreWhole();
        }
    }

    /// <summary>Row after row, each taken in and scored alone.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public void CompiledOneRow()
    {
        for (var row = 0; row < Rows; row++)
        {
            single.Take(rows.Row(row)).Score();
        }
    }

    [Benchmark(OperationsPerInvoke = FewRows)]
    public int Reference() => reference.Evaluate(projects).Count();

    [Benchmark(OperationsPerInvoke = FewRows)]
    public double MicrosoftRulesEngine()
    {
        var sum = 0.0;
        for (var row = 0; row < FewRows; row++)
        {
            sum += microsoft.Total(rows, row);
        }

        return sum;
    }
}
