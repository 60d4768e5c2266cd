// expect: TEX0225 at 10
// Neighbors do not differ in what is no feature, so this model's income would have no effect.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, [NotAFeature] double Income);

public static class Scores
{
    public static IModel<Loan> Model { get; } = TypedExplain.Model.From<Loan>(loan => (100 * loan.Age) + loan.Income);
}
