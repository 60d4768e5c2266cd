using BenchmarkDotNet.Running;
using TypedExplain.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ExplainBenchmarks).Assembly).Run(args);
