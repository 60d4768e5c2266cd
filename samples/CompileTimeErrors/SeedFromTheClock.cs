// expect: TEX0205 at 10
// An answer that comes out differently in every run cannot be checked by anybody.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, double Income);

public static class Explainers
{
    public static IExplainer<Loan> Linex { get; } = new Linex<Loan> { Seed = System.Environment.TickCount };
}
