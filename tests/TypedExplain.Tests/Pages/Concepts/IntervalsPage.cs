using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Concepts;

internal static class IntervalsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        foreach (int samples in new[] { 50, 500, 5000 })
        {
            Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Samples = samples } };
            Explanation<LoanApplication> explanation = lime.Explain(model, loans[3]);
            (double lower, double upper) = explanation.Intervals!.Of(LoanApplicationFeatures.AnnualIncome);
            string groups = string.Join(" > ", explanation.RankedGroups!.Select(group => string.Join(" or ", group)));
            console.WriteLine($"{samples,4} samples: 10,000 more give {10_000 * lower:F4} to {10_000 * upper:F4}; {explanation.Undecided!.Count} undecided; {groups}");
        }
        // </page>
    }
}
