using BenchmarkDotNet.Attributes;
using Indicators.Csv;
using Indicators.Loading;

namespace Indicators.Benchmarks;

/// <summary>What the parts of the main job cost on the seed's project; compare the ratios, not the times.</summary>
[MemoryDiagnoser]
public class SeedBenchmark
{
    private static readonly string Root = FindRoot();
    private readonly string rules = Path.Combine(Root, "rules", "kunming-2017");
    private readonly string evidence = Path.Combine(Root, "samples", "kunming-2017");
    private RuleSet ruleSet = null!;
    private Project project = null!;

    [GlobalSetup]
    public void Load()
    {
        ruleSet = LoadRules();
        project = ReadEvidence();
    }

    [Benchmark(Baseline = true)]
    public Evaluation Evaluate() => ReferenceEvaluator.Evaluate(ruleSet, project);

    [Benchmark]
    public int EvaluateAndExplain() =>
        ReferenceEvaluator.Evaluate(ruleSet, project).Total.All.Sum(s => s.Sentence(Language.Chinese).Length);

    [Benchmark]
    public Project ReadEvidence() => EvidenceReader.Read(evidence, ruleSet).Projects.Single();

    [Benchmark]
    public RuleSet LoadRules() =>
        RuleSetLoader.LoadDirectory(rules) is { RuleSet: { } loaded } ? loaded : throw new InvalidOperationException($"{rules} does not load.");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Indicators.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run the benchmarks from a clone of the repository.");
        }

        return folder.FullName;
    }
}
