using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Metrics;

internal static class ClassAttributionConsistencyPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };

        // It needs classes, the names of an enum; here those of the housing.
        Dataset<LoanApplication> labeled = loans.WithLabels(loans.Rows.Select(loan => loan.Housing));
        Score score = new ClassAttributionConsistency<LoanApplication>().Evaluate(linex, model, labeled);
        console.WriteLine(score);

        // An echo of the input, which knows nothing of the model, as a yardstick.
        console.WriteLine(new ClassAttributionConsistency<LoanApplication>().Evaluate(new TrivialExplainer<LoanApplication> { Background = loans }, model, labeled));
        // </page>
    }
}
