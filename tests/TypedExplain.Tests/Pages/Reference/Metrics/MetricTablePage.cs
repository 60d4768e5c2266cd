using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Metrics;

internal static class MetricTablePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };

        Lime<LoanApplication> lime = new() { Neighborhood = linex.Neighborhood };
        MetricTable<LoanApplication> table = MetricTable<LoanApplication>.Of([linex, lime], [new Infidelity<LoanApplication>(), new CoefficientInconsistency<LoanApplication>()], model, loans);
        console.WriteLine(table);
        console.WriteLine(table.Compare(first: 0, second: 1, metric: 1));
        // </page>
    }
}
