// expect: CS1503 at 14, TEX0201 at 14
// A feature belongs to its record, so it cannot index the attribution of another.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, double Income);

[FeatureRecord]
public sealed partial record House([Numeric(1, 20)] int Rooms, double Area);

public static class Report
{
    public static double Effect(Explanation<Loan> explanation) =>
        explanation.Attribution[HouseFeatures.Rooms];
}
