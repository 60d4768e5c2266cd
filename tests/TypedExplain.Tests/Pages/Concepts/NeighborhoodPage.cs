using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Concepts;

internal static class NeighborhoodPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);

        // One record, one method, four questions.
        (string Question, INeighborhood<LoanApplication> Neighborhood)[] questions =
        [
            ("this applicant and a bit around", new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 }),
            ("people like this one", new GaussianNeighborhood<LoanApplication> { Background = loans }),
            ("records that could be real", new KdeNeighborhood<LoanApplication> { Background = loans }),
        ];
        foreach ((string question, INeighborhood<LoanApplication> neighborhood) in questions)
        {
            Explanation<LoanApplication> explanation = new Linex<LoanApplication> { Neighborhood = neighborhood }.Explain(model, loans[3]);
            console.WriteLine($"{question,-32} 10,000 more: {10_000 * explanation.Attribution.AnnualIncome:F4}, fit {explanation.Fit!.Value.R2:F2}");
        }
        // </page>
    }
}
