namespace CreditService.Applicants;

/// <summary>What lies on an applicant's savings account.</summary>
[Ordinal]
public enum Savings
{
    Nothing,
    [ShownAs("Below 1,000 EUR")]
    Below1000,
    [ShownAs("Below 10,000 EUR")]
    Below10000,
    [ShownAs("10,000 EUR or more")]
    More,
}
