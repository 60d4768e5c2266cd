namespace TypedExplain.Aot;

/// <summary>A loan with a feature of every kind and number type.</summary>
[FeatureRecord]
public sealed partial record Loan(
    [Numeric(18, 100, Unit = "years"), OnlyIncreases] int Age,
    [Numeric(0, 500_000)] double Income,
    float Balance,
    long Transactions,
    [Numeric(0, 100_000, Unit = "EUR")] decimal Amount,
    Housing Housing,
    [Immutable] bool HasDefaulted)
{
    public static Loan Example(int i) => new(
        Age: 18 + (i * 7 % 60),
        Income: 10_000 + (i * 7919 % 90_000),
        Balance: (i * 31 % 100) - 50,
        Transactions: i * 13 % 200,
        Amount: 1000 + (i * 977 % 30_000),
        Housing: (Housing)(i % 3),
        HasDefaulted: i % 5 == 0);

    public double Score() =>
        (HasDefaulted ? 0.1 : 0.4)
        + (0.4 * Income / (50_000 + Income))
        + (Housing == Housing.Own ? 0.1 : 0)
        - ((double)Amount / 200_000)
        + (Balance / 1000)
        + (Transactions / 5000.0)
        - (0.001 * Math.Abs(Age - 45));
}

public enum Housing
{
    Rent,
    Mortgage,
    Own,
}

public enum Decision
{
    Declined,
    Approved,
}
