namespace TypedExplain.Decisions.Tests.Reasons.Support;

/// <summary>A made-up applicant with reasons for numbers, a flag, a category and a missing value, one feature without and one that is protected.</summary>
[FeatureRecord]
public sealed partial record Applicant(
    [Numeric(18, 100), NoReason("Age is no reason that the lender gives.")] int Age,
    [Numeric(0, 200_000), Reason("R07", "Income insufficient for amount of credit requested", When = Adverse.Low), Reason("R08", "Income could not be verified", When = Adverse.High)] double Income,
    [Numeric(0, 200_000), Reason("R02", "Excessive obligations in relation to income", When = Adverse.High), Reason("R09", "Insufficient credit references", When = Adverse.Low)] double Debt,
    [Numeric(0, 50), Reason("R01", "Length of residence")] int YearsAtAddress,
    [Numeric(0, 50), Reason("R01", "Length of residence")] int YearsInCity,
    [Numeric(0, 50), Reason("R03", "Length of employment")] int YearsEmployed,
    [Numeric(0, 100_000), Reason("R05", "Insufficient savings", When = Adverse.Low), Reason("R09", "Insufficient credit references", When = Adverse.High), Reason("R06", "Savings not stated", When = Adverse.Missing)] double? Savings,
    [Reason("R04", "Temporary residence", For = [nameof(Lives.Rents)]), Reason("R10", "Value or type of collateral not sufficient", For = [nameof(Lives.Owns), nameof(Lives.WithParents)])] Lives Lives,
    [Reason("R11", "Delinquent past or present credit obligations", When = Adverse.True)] bool HasDefaulted,
    [Protected] bool IsForeign,
    [NotAFeature, RowKey] string Id);

public enum Lives
{
    Rents,
    Owns,
    WithParents,
}
