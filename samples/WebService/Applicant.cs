namespace WebService;

/// <summary>What an applicant states.</summary>
[FeatureRecord]
public sealed partial record Applicant(
    [Numeric(0, 500_000, Unit = "EUR")] double Income,
    [Numeric(500, 50_000, Unit = "EUR")] double Amount,
    [Numeric(6, 96, Unit = "months")] int Term,
    Work Work,
    [Numeric(18, 100, Unit = "years"), Protected] int Age);

/// <summary>How an applicant earns a living.</summary>
public enum Work
{
    Employed,
    SelfEmployed,
    Retired,
}
