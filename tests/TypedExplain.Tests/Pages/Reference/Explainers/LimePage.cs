using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class LimePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Lime<LoanApplication> lime = new()
        {
            Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 },
            Seed = 7,
        };

        console.WriteLine(lime.Plan(model, loans[3]));
        console.WriteLine(lime.Explain(model, loans[3]));

        // The two strongest features only; the others get 0.
        Lime<LoanApplication> sparse = lime with { Selection = FeatureSelection.Auto(2) };
        foreach ((Feature<LoanApplication> feature, double effect) in sparse.Explain(model, loans[3]).Attribution.Ranked())
            console.WriteLine($"{feature.Name,-14} {effect:G3}");
        // </page>
    }
}
