using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Metrics;

internal static class InfidelityPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };

        Score score = new Infidelity<LoanApplication>().Evaluate(linex, model, loans);
        console.WriteLine(score);
        console.WriteLine($"the worst row is off by {score.Values.Max():F3}; {score.Convention}");
        // </page>
    }
}
