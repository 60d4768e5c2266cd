using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Concepts;

internal static class TrustPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();

        // A model that goes up and down with age: no straight line describes it over decades.
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => loan.Age / 10 % 2);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans } };

        // 1. The explanation says so itself.
        Explanation<LoanApplication> explanation = linex.Explain(model, loans[3]);
        console.WriteLine($"fit {explanation.Fit!.Value.R2:F2}: {explanation.Caveats}");

        // 2. A standard is not met, and the outcome says by how much.
        Outcome<LoanApplication> outcome = new Certifier<LoanApplication> { Explainer = linex, Standard = new() { MinimumFit = 0.8 }, MaxQueries = 4_000 }.Explain(model, loans[3]);
        console.WriteLine(outcome is BestEffort<LoanApplication> best ? $"missed after {best.Queries} rows: {best.Missed[0]}" : "met");

        // 3. A method without a line does not need one.
        ShapValues<LoanApplication> shares = new KernelShap<LoanApplication> { Background = loans }.Values(model, loans[3]);
        console.WriteLine($"age adds {shares.Contributions.Age:F2} to the mean answer of {shares.BaseValue:F2}");
        // </page>
    }
}
