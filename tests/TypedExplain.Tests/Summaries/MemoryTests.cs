namespace TypedExplain.Tests.Summaries;

/// <summary>Tests that look at the memory of the whole process, so no others may run at the same time.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests;
