using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Neighborhoods;

internal static class BinnedPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Lime<LoanApplication> lime = new() { Neighborhood = new BinnedNeighborhood<LoanApplication> { Background = loans } };
        Explanation<LoanApplication> explanation = lime.Explain(model, loans[3]);

        console.WriteLine(explanation);
        console.WriteLine($"the income's bin: {explanation.BinOf(LoanApplicationFeatures.AnnualIncome)}");
        // </page>
    }
}
