using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Running;
using Indicators.Benchmarks;

// --keep puts the reports into benchmarks/results, for the next commit.
var keep = args.Contains("--keep");
var summaries = BenchmarkSwitcher.FromAssembly(typeof(SeedBenchmark).Assembly)
    .Run([.. args.Except(["--keep"])], DefaultConfig.Instance.AddExporter(MarkdownExporter.GitHub));
Directory.CreateDirectory(SeedFiles.Results);
foreach (var report in keep ? summaries.Select(s => Path.Combine(s.ResultsDirectoryPath, $"{s.Title[..s.Title.LastIndexOf('-')]}-report-github.md")).Distinct().Where(File.Exists) : [])
{
    File.Copy(report, Path.Combine(SeedFiles.Results, Path.GetFileName(report).Replace("-report-github", "").Replace("Indicators.Benchmarks.", "").Replace("Scoring.", "").Replace("Batch.", "")), overwrite: true);
}
