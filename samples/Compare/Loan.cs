namespace Compare;

/// <summary>One loan application.</summary>
[FeatureRecord]
public sealed partial record Loan(
    [Numeric(18, 100, Unit = "years")] int Age,
    [Numeric(5_000, 500_000, Unit = "EUR"), LogScale] double Income,
    [Numeric(0, 1_000_000, Unit = "EUR")] double Debt,
    [Numeric(1, 40, Unit = "years")] int Term,
    [Categorical] Housing Housing,
    bool HasDefaulted);

/// <summary>Where the applicant lives.</summary>
public enum Housing
{
    Rent,
    Mortgage,
    Own,
}

/// <summary>What became of the loan.</summary>
public enum Ending
{
    Defaulted,
    Repaid,
}
