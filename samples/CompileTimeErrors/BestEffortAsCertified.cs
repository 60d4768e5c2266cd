// expect: TEX0221 at 13
// Who asks for a standard and then takes an explanation that misses it has not asked.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, double Income);

public static class Letter
{
    public static Explanation<Loan>? Of(Outcome<Loan> outcome) => outcome switch
    {
        Certified<Loan> certified => certified.Explanation,
        BestEffort<Loan> best => best.Explanation,
        _ => null,
    };
}
