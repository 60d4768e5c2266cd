namespace TypedExplain.Batch.Tests;

public enum Region
{
    North,
    South,
    East,
}

/// <summary>A client with a key, a protected feature, a category, a value that may be missing and a flag.</summary>
[FeatureRecord]
public sealed partial record Client(
    [NotAFeature, RowKey] string Number,
    [Numeric(18, 100, Unit = "years"), Immutable] int Age,
    [Numeric(0, 1e6, Unit = "EUR"), Step(10_000)] double Income,
    [Numeric(0, 1e6), Step(50_000)] double? Savings,
    [Categorical, Protected] Region Region,
    bool IsOwner);
