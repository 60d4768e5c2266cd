namespace TypedExplain.Reports.Tests.Support;

/// <summary>A record with every kind of feature, protected ones among them.</summary>
[FeatureRecord]
public sealed partial record Person(
    [Numeric(18, 100, Unit = "years"), Protected, Immutable] int Age,
    [Numeric(0, 1_000_000, Unit = "EUR"), LogScale(Offset = 1), Step(5_000, AtMost = 4), ShownAs("annual income")] double Income,
    Home Home,
    Grade Grade,
    bool HasDefaulted,
    [Numeric(0, 40), Step(5, AtMost = 2)] double? Debt,
    [Numeric(1, 12), Cyclic, Immutable] int Month,
    [Immutable] DateOnly Since,
    [Protected, Immutable] Home Born);

public enum Home
{
    Rent,
    Own,
    Free,
}

[Ordinal]
public enum Grade
{
    Low,
    Middle,
    High,
}
