using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Neighborhoods;

internal static class TrainingSelectionPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        FittedMaple<LoanApplication> maple = new Maple<LoanApplication> { Background = loans, Seed = 7 }.Fit(model);
        TrainingSelection<LoanApplication> rows = new() { Weights = maple.Weights };

        console.WriteLine(new Linex<LoanApplication> { Neighborhood = rows }.Explain(model, loans[3]));
        // </page>
    }
}
