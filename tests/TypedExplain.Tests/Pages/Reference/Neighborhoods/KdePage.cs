using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Neighborhoods;

internal static class KdePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new KdeNeighborhood<LoanApplication> { Background = loans, Samples = 500 }, Seed = 7 };
        console.WriteLine(linex.Explain(model, loans[3]));
        // </page>
    }
}
