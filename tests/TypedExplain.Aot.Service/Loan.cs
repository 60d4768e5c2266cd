namespace TypedExplain.Aot.Service;

/// <summary>What the service decides on.</summary>
[FeatureRecord]
public sealed partial record Loan(
    [Numeric(0, 100_000, Unit = "EUR"), OnlyIncreases, Step(100, AtMost = 20), Reason("R1", "Income")] double Income,
    [Numeric(0, 100_000, Unit = "EUR"), OnlyDecreases, Step(100, AtMost = 20), Reason("R2", "Debt")] double Debt,
    [Immutable, Reason("R3", "Type of residence")] Home Home);

/// <summary>Where a person lives.</summary>
public enum Home
{
    Rent,
    Own,
    Free,
}
