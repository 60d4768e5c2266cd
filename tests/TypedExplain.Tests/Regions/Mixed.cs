namespace TypedExplain.Tests.Regions;

/// <summary>Every scale, and what is held.</summary>
[FeatureRecord]
public sealed partial record Mixed(
    [Numeric(18, 100, Unit = "years")] int Age,
    [Numeric(0, 1e6), LogScale] double Income,
    [Numeric(0, 24), Cyclic] double Hour,
    Grade Grade,
    [Numeric(0, 10)] double? Debt,
    bool Married,
    Kind Kind,
    [Numeric(0, 1)] float Share,
    decimal Price);

[Ordinal]
public enum Grade
{
    Low,
    Middle,
    High,
    Top,
}

public enum Kind
{
    New,
    Old,
}

/// <summary>Nothing that varies by degrees.</summary>
[FeatureRecord]
public sealed partial record Ticked(bool First, Kind Second);
