// expect: CS1503 at 14
// A model of houses cannot say why a loan was refused.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, double Income);

[FeatureRecord]
public sealed partial record House([Numeric(1, 20)] int Rooms, double Area);

public static class Report
{
    public static Explanation<Loan> Explain(IExplainer<Loan> explainer, IModel<House> model, Loan loan) =>
        explainer.Explain(model, loan);
}
