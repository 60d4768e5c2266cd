namespace CreditService.Applicants;

/// <summary>How an applicant earns a living.</summary>
public enum Work
{
    Employed,
    [ShownAs("Self-employed")]
    SelfEmployed,
    Retired,
}
