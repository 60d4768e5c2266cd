// expect: TEX0003 at 6
// A property that only computes holds no state, so nothing is left to explain.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan
{
    public double Income => 12 * MonthlyIncome;

    internal double MonthlyIncome { get; init; }
}
