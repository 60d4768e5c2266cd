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
    [Numeric(18, 100, Unit = "years")] int Age,
    [Numeric(0, 1e6, Unit = "EUR")] double Income,
    [Numeric(0, 1e6)] double? Savings,
    [Categorical, Protected] Region Region,
    bool IsOwner);
