namespace TypedExplain.Batch.Tests;

/// <summary>A record of every type that only typed tables tell apart.</summary>
[FeatureRecord]
public sealed partial record Event(
    [NotAFeature, RowKey] Guid Id,
    DateTime Moment,
    DateTimeOffset Instant,
    DateOnly Day,
    [MeasuredIn(TimeUnit.Minutes)] TimeSpan Wait,
    double Big,
    float Share,
    decimal Money);
