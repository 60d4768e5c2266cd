// expect: TEX0204 at 12
// Only a background can show that a feature is constant, and there is none.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, [Numeric(0, 1_000_000)] double Income);

public static class Explainers
{
    public static IExplainer<Loan> Lime { get; } = new Lime<Loan>
    {
        Neighborhood = new GaussianNeighborhood<Loan> { HoldConstantFeatures = true },
    };
}
