using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Neighborhoods;

internal static class GaussianPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        foreach (double radius in new[] { 0.1, 0.3, 1 })
        {
            Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = radius } };
            Explanation<LoanApplication> explanation = lime.Explain(model, loans[3]);
            console.WriteLine($"radius {radius}: {10_000 * explanation.Attribution.AnnualIncome:F4} for 10,000 more, fit {explanation.Fit!.Value.R2:F2}");
        }
        // </page>
    }
}
