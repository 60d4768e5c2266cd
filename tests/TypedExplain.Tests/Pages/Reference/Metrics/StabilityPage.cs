using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Metrics;

internal static class StabilityPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };

        GaussianNeighborhood<LoanApplication> near = new() { Background = loans, Samples = 6, Radius = 0.1 };
        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(linex, model, loans.Select([.. Enumerable.Range(0, 10)]));
        console.WriteLine($"rows and their neighbors: {new Stability<LoanApplication> { Neighborhood = near }.Evaluate(rows).Mean:E1}");

        // Another question: the same rows again, with other seeds.
        ResamplingStability<LoanApplication> again = new() { Explainer = seed => linex with { Seed = seed }, Runs = 2 };
        console.WriteLine($"the same rows, other seeds: {again.Evaluate(rows).Mean:E1}");
        // </page>
    }
}
