namespace CreditService.Applicants;

/// <summary>How an applicant lives.</summary>
public enum Housing
{
    Rent,
    Own,
    Family,
}
