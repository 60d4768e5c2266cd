namespace TypedExplain.Batch.Tests;

/// <summary>A duration alone.</summary>
[FeatureRecord]
public sealed partial record Waiting([MeasuredIn(TimeUnit.Minutes)] TimeSpan Wait);
