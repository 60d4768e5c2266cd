using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Metrics;

internal static class UnidirectionalityPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };

        console.WriteLine(new Unidirectionality<LoanApplication>().Evaluate(linex, model, loans));

        // Two features only, so that every explanation has zeros.
        Linex<LoanApplication> sparse = linex with { Selection = FeatureSelection.Auto(2) };
        ExplainedRows<LoanApplication> zeroed = ExplainedRows<LoanApplication>.Of(sparse, model, loans);
        foreach (ZeroEffects zeros in Enum.GetValues<ZeroEffects>())
            console.WriteLine($"with zeros, {zeros}: {new Unidirectionality<LoanApplication> { Zeros = zeros }.Evaluate(zeroed).Mean:F3}");
        // </page>
    }
}
