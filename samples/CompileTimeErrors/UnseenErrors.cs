// expect: TEX0203 at 11
// Rows that cannot be read are left out, and nobody would know how many.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, double Income);

public static class Loans
{
    public static Dataset<Loan> Load(string path) =>
        Csv.Read<Loan>(path, new CsvOptions { CollectErrors = true }).ToDataset();
}
