using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class MelimePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Melime<LoanApplication> melime = new()
        {
            Neighborhood = new KdeNeighborhood<LoanApplication> { Background = loans, Samples = 200 },
            ImportanceTolerance = 0.01,
            ErrorTolerance = 0.01,
            Seed = 7,
        };

        console.WriteLine(melime.Plan(model, loans[3]));
        Explanation<LoanApplication> explanation = melime.Explain(model, loans[3]);
        console.WriteLine(explanation);
        console.WriteLine($"the neighbor with the best answer: {explanation.Examples!.Favorable[0]}");
        // </page>
    }
}
