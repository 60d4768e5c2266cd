using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Metrics;

internal static class FidelityPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };

        GaussianNeighborhood<LoanApplication> near = new() { Background = loans, Samples = 6, Radius = 0.1 };
        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(linex, model, loans);
        Score point = new PointFidelity<LoanApplication>().Evaluate(rows), around = new NeighborhoodFidelity<LoanApplication> { Neighborhood = near, Seed = 7 }.Evaluate(rows);
        console.WriteLine($"at the instances {point.Mean:E1}, around them {around.Mean:E1}");
        console.WriteLine(around.Convention);
        // </page>
    }
}
