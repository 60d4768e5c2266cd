namespace TypedExplain.Tests.Listening;

/// <summary>Tests that listen to the whole process or need that nobody does, so no others may run at the same time.</summary>
[CollectionDefinition(nameof(ListeningTests), DisableParallelization = true)]
public sealed class ListeningTests;
