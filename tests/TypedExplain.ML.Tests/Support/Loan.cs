namespace TypedExplain.ML.Tests.Support;

public enum Housing
{
    Rent,
    Mortgage,
    Own,
    Parents,
    Other,
}

/// <summary>A record with what models of trees see otherwise than a row: a missing value, a category and a flag.</summary>
[FeatureRecord]
public sealed partial record Loan(
    [Numeric(18, 100)] int Age,
    [Numeric(-100, 100)] double Balance,
    double? Debt,
    [Categorical] Housing Housing,
    bool HasDefaulted);
