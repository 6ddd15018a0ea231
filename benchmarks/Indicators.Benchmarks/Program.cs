using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Running;
using Indicators.Benchmarks;
using Indicators.Benchmarks.Load;

if (args is [LoadServer.Command, var kind])
{
    await LoadServer.Serve(kind);
    return;
}

// --keep puts the reports into benchmarks/results, for the next commit.
var keep = args.Contains("--keep");
Directory.CreateDirectory(SeedFiles.Results);
if (args is [LoadBenchmarkRun.Command, ..])
{
    var isShort = args.Contains("--short");
    var report = await LoadBenchmarkRun.Run(isShort ? 1 : 5, TimeSpan.FromSeconds(isShort ? 0.2 : 2));
    Console.Write(report);
    if (keep)
    {
        File.WriteAllText(Path.Combine(SeedFiles.Results, "load.md"), report);
    }

    return;
}

var summaries = BenchmarkSwitcher.FromAssembly(typeof(SeedBenchmark).Assembly)
    .Run([.. args.Except(["--keep"])], DefaultConfig.Instance.AddExporter(MarkdownExporter.GitHub));
foreach (var type in keep ? summaries.SelectMany(s => s.BenchmarksCases.Select(c => (s.ResultsDirectoryPath, c.Descriptor.Type))).Distinct() : [])
{
    File.Copy(Path.Combine(type.ResultsDirectoryPath, $"{type.Type.FullName}-report-github.md"), Path.Combine(SeedFiles.Results, $"{type.Type.Name}.md"), overwrite: true);
}
