using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class SmoothedLimePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        SmoothedLime<LoanApplication> smoothed = new()
        {
            Environments = 4,
            Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 },
            Seed = 7,
        };

        console.WriteLine(smoothed.Plan(model, loans[3]));
        Explanation<LoanApplication> explanation = smoothed.Explain(model, loans[3]);
        console.WriteLine(explanation);

        // The environments were drawn, so they tell how far they agree.
        console.WriteLine($"on the sign of Age agree: {explanation.Agreement!.SignAgreement.Age:P0}");
        // </page>
    }
}
