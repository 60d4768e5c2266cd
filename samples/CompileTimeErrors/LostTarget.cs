// expect: TEX0202 at 12
// A data set never changes: the one with a target is the one that WithTarget returns.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, double Income);

public static class Training
{
    public static Forest<Loan> Train(Dataset<Loan> loans, double[] amounts)
    {
        loans.WithTarget(amounts);
        return new RandomForest<Loan> { Seed = 7 }.Train(loans);
    }
}
