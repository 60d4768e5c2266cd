using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class LinexPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new()
        {
            Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 },
            Seed = 7,
        };

        console.WriteLine(linex.Plan(model, loans[3]));
        Explanation<LoanApplication> explanation = linex.Explain(model, loans[3]);
        console.WriteLine(explanation);

        // An effect is the change of the answer per unit of the feature; by name, so a misspelled one does not compile.
        console.WriteLine($"10,000 more a year: {10_000 * explanation.Attribution.AnnualIncome:F4}");
        console.WriteLine($"effects not told from 0: {explanation.Undecided?.Count}");
        // </page>
    }
}
