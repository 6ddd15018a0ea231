using BenchmarkDotNet.Running;
using Indicators.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SeedBenchmark).Assembly).Run(args);
