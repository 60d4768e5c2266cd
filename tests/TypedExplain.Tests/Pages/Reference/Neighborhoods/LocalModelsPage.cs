using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Neighborhoods;

internal static class LocalModelsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        KdeNeighborhood<LoanApplication> real = new() { Background = loans, Samples = 200 };
        foreach (ILocalModel local in new ILocalModel[] { new RidgeRegression(), new HuberRegression(), new GradientDescent { Rate = 0.05 } })
        {
            Explanation<LoanApplication> explanation = new Melime<LoanApplication> { Neighborhood = real, LocalModel = local, Batches = 20, Seed = 7 }.Explain(model, loans[3]);
            console.WriteLine($"{local}: {10_000 * explanation.Attribution.AnnualIncome:F4} for 10,000 more, {explanation.Convergence}");
        }
        // </page>
    }
}
