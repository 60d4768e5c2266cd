using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class ConsensusPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        GaussianNeighborhood<LoanApplication> near = new() { Background = loans, Radius = 0.3 };
        Consensus<LoanApplication> consensus = new()
        {
            Explainers = [new Lime<LoanApplication> { Neighborhood = near }, new SmoothedLime<LoanApplication> { Neighborhood = near }, new Linex<LoanApplication> { Neighborhood = near }],
        };

        ConsensusExplanation<LoanApplication> answer = consensus.Explain(model, loans[3]);
        console.WriteLine(answer);
        console.WriteLine($"{answer.Queries} rows were asked about, as for one method");
        // </page>
    }
}
