namespace CreditService.Applicants;

/// <summary>An application for a loan, with what a lender may say of each feature and what an applicant may change.</summary>
/// <param name="Age">In full years. It is protected: no reason is stated for it.</param>
/// <param name="Income">What the applicant earns before tax.</param>
/// <param name="Amount">What the applicant asks for.</param>
/// <param name="Term">How long the loan is paid back.</param>
/// <param name="Employment">How long the applicant has worked for the employer of today.</param>
/// <param name="Work">How the applicant earns a living.</param>
/// <param name="Housing">How the applicant lives.</param>
/// <param name="Savings">What lies on the applicant's savings account.</param>
/// <param name="OtherLoans">How many loans the applicant pays back already.</param>
/// <param name="HasDefaulted">Whether a loan was not paid back within the last five years.</param>
[FeatureRecord]
public sealed partial record CreditApplication(
    [Numeric(18, 100, Unit = "years"), Immutable, Protected] int Age,
    [Numeric(0, 500_000, Unit = "EUR a year"), ShownAs("Yearly income"), OnlyIncreases, Step(1_000, AtMost = 10), Reason("L01", "Income insufficient for the amount of credit requested")] double Income,
    [Numeric(500, 75_000, Unit = "EUR"), ShownAs("Amount of the loan"), OnlyDecreases, Step(500, AtMost = 20), Reason("L02", "Amount of credit requested")] double Amount,
    [Numeric(6, 96, Unit = "months"), Step(6, AtMost = 4), Reason("L03", "Length of the credit term requested")] int Term,
    [Numeric(0, 45, Unit = "years"), ShownAs("Years in employment"), Immutable, Reason("L04", "Length of employment")] int Employment,
    [Immutable, Reason("L05", "Type of employment")] Work Work,
    [Immutable, Reason("L06", "Type of residence")] Housing Housing,
    [OnlyIncreases, Step(1, AtMost = 1), Reason("L07", "Balance of the savings account")] Savings Savings,
    [Numeric(0, 10), ShownAs("Other loans"), OnlyDecreases, Step(1, AtMost = 2), Reason("L08", "Number of other credit obligations")] int OtherLoans,
    [ShownAs("Was in default"), Immutable, Reason("L09", "Delinquent past credit obligations")] bool HasDefaulted);
