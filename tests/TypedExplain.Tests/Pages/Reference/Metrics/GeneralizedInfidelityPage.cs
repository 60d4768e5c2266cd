using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Metrics;

internal static class GeneralizedInfidelityPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };

        // Explained once, measured by several metrics.
        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(linex, model, loans, neighbors: 3);
        console.WriteLine(new Infidelity<LoanApplication>().Evaluate(rows));
        console.WriteLine(new GeneralizedInfidelity<LoanApplication>().Evaluate(rows));
        // </page>
    }
}
