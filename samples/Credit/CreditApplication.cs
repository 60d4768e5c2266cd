namespace Credit;

/// <summary>An application for credit, as the German credit data tell it, with what a lender may say of each feature and what an applicant may change.</summary>
[FeatureRecord]
public sealed partial record CreditApplication(
    [Numeric(18, 120, Unit = "years"), Immutable, Protected, MovesWith(nameof(YearsAtResidence)), MovesWith(nameof(EmployedAYear))] int Age,
    [Immutable, Protected] bool Male,
    [Immutable, Protected] bool Single,
    [Immutable, Protected] bool ForeignWorker,
    [Numeric(0, 7, Unit = "years"), OnlyIncreases, Step(1, AtMost = 2), Reason("C01", "Length of residence")] int YearsAtResidence,
    [Numeric(1, 2), Immutable, Reason("C02", "Number of dependents in relation to income")] int LiablePersons,
    [Immutable, Reason("C03", "Type of residence")] Housing Housing,
    [Immutable, Reason("C04", "Type of employment")] Job Job,
    [OnlyIncreases, Reason("C05", "Length of employment")] bool EmployedAYear,
    [Immutable, Reason("C06", "Amount of credit requested")] AmountBand Amount,
    [Immutable, Reason("C07", "Length of the credit term requested")] DurationBand Duration,
    [Numeric(1, 4), Immutable, Reason("C08", "Installment excessive in relation to income")] int Rate,
    [OnlyIncreases, Reason("C09", "No guarantor for the amount of credit requested")] bool HasGuarantor,
    [Immutable, Reason("C10", "Purpose of the credit requested")] Purpose Purpose,
    [Immutable, Reason("C11", "Limited credit experience")] bool NoHistory,
    [Immutable, Reason("C12", "Delinquent past credit obligations with others")] bool Late,
    [Immutable, Reason("C12", "Delinquent past credit obligations with others")] bool Delinquent,
    [OnlyIncreases, Reason("C13", "Number of other installment obligations")] bool BankInstallments,
    [OnlyIncreases, Reason("C13", "Number of other installment obligations")] bool StoreInstallments,
    [OnlyIncreases, Reason("C14", "Balance of the checking account")] Checking Checking,
    [OnlyIncreases, Reason("C15", "Balance of the savings account")] Savings Savings);

public enum Housing
{
    Rent,
    Own,
    Free,
}

public enum Job
{
    Unemployed,
    Unskilled,
    Skilled,
    Manager,
}

[Ordinal]
public enum AmountBand
{
    UpTo1000,
    UpTo2000,
    UpTo5000,
    UpTo10000,
    Above10000,
}

[Ordinal]
public enum DurationBand
{
    UpTo6Months,
    Below1Year,
    Below2Years,
    Below3Years,
    Longer,
}

public enum Purpose
{
    Other,
    Business,
    Education,
    Car,
    Household,
}

[Ordinal]
public enum Checking
{
    None,
    Overdrawn,
    InCredit,
}

[Ordinal]
public enum Savings
{
    None,
    Below100,
    AtLeast100,
}
