namespace TypedExplain.Quality.Sets;

/// <summary>An applicant of the German credit data; the codes are the source's.</summary>
[FeatureRecord]
public sealed partial record GermanApplicant(
    [Categories("A11", "A12", "A13", "A14")] string Checking,
    double Duration,
    [Categories("A30", "A31", "A32", "A33", "A34")] string History,
    [Categories("A40", "A41", "A42", "A43", "A44", "A45", "A46", "A48", "A49", "A410")] string Purpose,
    double Amount,
    [Categories("A61", "A62", "A63", "A64", "A65")] string Savings,
    [Categories("A71", "A72", "A73", "A74", "A75")] string Employment,
    double Rate,
    [Categories("A91", "A92", "A93", "A94")] string Status,
    [Categories("A101", "A102", "A103")] string Debtors,
    double Residence,
    [Categories("A121", "A122", "A123", "A124")] string Property,
    double Age,
    [Categories("A141", "A142", "A143")] string Installments,
    [Categories("A151", "A152", "A153")] string Housing,
    double Credits,
    [Categories("A171", "A172", "A173", "A174")] string Job,
    double Liable,
    [Categories("A191", "A192")] string Telephone,
    [Categories("A201", "A202")] string Foreign);

/// <summary>How a credit ended.</summary>
public enum Risk
{
    Good,
    Bad,
}
