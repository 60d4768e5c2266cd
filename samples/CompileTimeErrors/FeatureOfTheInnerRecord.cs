// expect: CS1503 at 14, TEX0201 at 14
// A feature of an inner record is reached through the property that holds the record.
using TypedExplain;

[FeatureRecord]
public sealed partial record Address([Numeric(0, 1_000_000)] double Income, bool IsRented);

[FeatureRecord]
public sealed partial record Household([Numeric(1, 20)] int Members, Address Home);

public static class Report
{
    public static double Effect(Explanation<Household> explanation) =>
        explanation.Attribution[AddressFeatures.Income];
}
