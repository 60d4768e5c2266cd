// expect: CS1061 at 10
// The features are properties of the attribution; there is no text to misspell.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, double Income);

public static class Report
{
    public static double Effect(Explanation<Loan> explanation) => explanation.Attribution.Incone;
}
