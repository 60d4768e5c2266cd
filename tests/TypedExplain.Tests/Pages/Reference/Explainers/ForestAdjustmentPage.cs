using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class ForestAdjustmentPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 30, Seed = 1 }.Train(loans.WithTarget(loans.Rows.Select(Loans.Score)));
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Samples = 250 } };

        foreach (Linex<LoanApplication> explainer in new[] { linex, linex with { Adjustment = new ForestAdjustment() } })
        {
            Explanation<LoanApplication> explanation = explainer.Explain(forest, loans[3]);
            (double lower, double upper) = explanation.Intervals!.Of(LoanApplicationFeatures.HasDefaulted);
            console.WriteLine($"{(explainer.Adjustment is null ? "plain   " : "adjusted")}: no default counts {lower:F3} to {upper:F3}, by {explanation.Queries} queries");
        }
        // </page>
    }
}
