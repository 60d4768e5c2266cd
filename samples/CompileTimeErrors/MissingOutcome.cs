// expect: CS8509 at 10, TEX0220 at 10
// An explanation may be refused, and then there would be no answer.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, double Income);

public static class Letter
{
    public static string Of(Outcome<Loan> outcome) => outcome switch
    {
        Certified<Loan> certified => certified.Explanation.ToString(),
        BestEffort<Loan> best => $"not relied on: {string.Join("; ", best.Missed)}",
    };
}
