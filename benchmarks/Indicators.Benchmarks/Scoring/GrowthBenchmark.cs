using BenchmarkDotNet.Attributes;
using Indicators.Compiled;

namespace Indicators.Benchmarks.Scoring;

/// <summary>
/// Growth with indicators and projects, in all: the time of a row grows with the first, and not with the second. Projects go by
/// in windows of the same rows, so that memory does not grow with them.
/// </summary>
[MemoryDiagnoser]
public class GrowthBenchmark
{
    private const int Window = 16_384;

    private CompiledRun window = null!;
    private CompiledRun rest = null!;

    [ParamsSource(nameof(Sizes))]
    public (int Indicators, int Projects) Size { get; set; }

    public static IEnumerable<(int, int)> Sizes =>
    [
        (20, 1_000), (20, 10_000), (20, 100_000), (20, 1_000_000), (20, 10_000_000),
        (100, 1_000), (100, 10_000), (100, 100_000), (100, 1_000_000),
        (500, 1_000), (500, 10_000), (500, 100_000),
    ];

    [GlobalSetup]
    public void Load()
    {
        var program = CompiledProgram.Of(MadeUpRules.Of(Size.Indicators), out _)!;
        var fields = MadeUpRules.FieldsOf(Size.Indicators);
        window = new CompiledRun(program, MadeUpRows.Real(fields, Math.Min(Window, Size.Projects)));
        rest = new CompiledRun(program, MadeUpRows.Real(fields, Math.Max(1, Size.Projects % Window)));
    }

    [Benchmark]
    public void Score()
    {
        for (var i = 0; i < Size.Projects / Window; i++)
        {
            window.Score();
        }

        if (Size.Projects % Window > 0)
        {
            rest.Score();
        }
    }
}
