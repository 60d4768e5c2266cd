namespace TypedExplain.Aot;

/// <summary>Somebody who applies for a loan, with a reason for every feature and what an action may do.</summary>
[FeatureRecord]
public sealed partial record Applicant(
    [Numeric(18, 100), Immutable, MovesWith(nameof(YearsEmployed)), NoReason("Age is no reason that the lender gives.")] int Age,
    [Numeric(0, 100_000), Step(1000), OnlyIncreases, Reason("R07", "Income insufficient for amount of credit requested", When = Adverse.Low), Reason("R08", "Income could not be verified", When = Adverse.High)] double Income,
    [Numeric(0, 40), Step(1, AtMost = 3), OnlyIncreases, Cost(2), Reason("R03", "Length of employment")] int YearsEmployed,
    [Numeric(0, 9000), Step(500), Reason("R05", "Insufficient savings", When = Adverse.Low), Reason("R09", "Insufficient credit references", When = Adverse.High), Reason("R06", "Savings not stated", When = Adverse.Missing)] decimal? Savings,
    [Immutable, Reason("R04", "Temporary residence")] Housing Housing,
    [OnlyDecreases, Cost(5), Reason("R11", "Delinquent past or present credit obligations")] bool HasDefaulted)
{
    public static Applicant Example(int i) => new(
        Age: 20 + (i * 7 % 60),
        Income: 1000 * (10 + (i * 79 % 60)),
        YearsEmployed: i * 5 % 20,
        Savings: i % 4 == 0 ? null : 500 * (i * 11 % 18),
        Housing: (Housing)(i % 3),
        HasDefaulted: i % 5 == 0);

    public double Score() =>
        (Income / 100_000)
        + (0.02 * YearsEmployed)
        + ((double)(Savings ?? 0) / 30_000)
        + (Housing == Housing.Own ? 0.1 : 0)
        - (HasDefaulted ? 0.3 : 0)
        - (0.001 * Math.Abs(Age - 45));
}
