using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Guides;

internal static class ComparisonPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans }, Seed = 7 };

        // The same record, model, options and seed give the same bits, however many threads there are.
        string[] one = [.. linex.ExplainMany(model, loans.Rows, threads: 1).Results.Select(explanation => explanation.ToJson())];
        string[] two = [.. linex.ExplainMany(model, loans.Rows, threads: 2).Results.Select(explanation => explanation.ToJson())];
        console.WriteLine(one.SequenceEqual(two));
        // </page>
    }
}
