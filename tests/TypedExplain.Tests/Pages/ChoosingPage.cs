using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of docs/choosing.md. The lines between the marks stand there word for word.</summary>
internal static class ChoosingPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Seed = 1 }.Train(loans.WithTarget(loans.Rows.Select(Loans.Score)));
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Samples = 250 } };

        foreach (Linex<LoanApplication> explainer in new[] { linex, linex with { Adjustment = new ForestAdjustment() } })
        {
            Explanation<LoanApplication> explanation = explainer.Explain(forest, loans[3]);
            (double lower, double upper) = explanation.Intervals!.Of(LoanApplicationFeatures.AnnualIncome);
            console.WriteLine($"10,000 more a year: {10_000 * lower:F5} to {10_000 * upper:F5}, by {explanation.Queries} queries.");
        }
        // </page>
    }
}
