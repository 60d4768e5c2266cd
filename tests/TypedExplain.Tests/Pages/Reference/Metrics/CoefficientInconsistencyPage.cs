using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Metrics;

internal static class CoefficientInconsistencyPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };

        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(linex, model, loans);
        foreach (bool sum in new[] { false, true })
        {
            Score score = new CoefficientInconsistency<LoanApplication> { SumOverFeatures = sum }.Evaluate(rows);
            console.WriteLine($"{score}; {score.Convention}");
        }
        // </page>
    }
}
