namespace ModelTests;

/// <summary>Somebody who asks for a credit.</summary>
[FeatureRecord]
public sealed partial record Applicant(
    [NotAFeature, RowKey] string Name,
    [Numeric(18, 90, Unit = "years")] int Age,
    [Numeric(0, 200_000, Unit = "EUR")] double Income,
    [Numeric(0, 200_000, Unit = "EUR")] double Savings,
    [Numeric(0, 200_000, Unit = "EUR")] double Debt,
    [Categorical] Housing Housing,
    [Protected] bool IsForeign);

public enum Housing
{
    Rent,
    Mortgage,
    Own,
}
