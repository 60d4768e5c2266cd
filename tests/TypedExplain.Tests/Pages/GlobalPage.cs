using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of docs/global.md. The lines between the marks stand there word for word.</summary>
internal static class GlobalPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        Dataset<LoanApplication> rated = loans.WithTarget(loans.Rows.Select(Loans.Score));
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 30 }.Train(rated);

        // Which features the model relies on, and what that costs before it is asked.
        PermutationImportance<LoanApplication> importance = new() { Repeats = 20 };
        console.WriteLine(importance.Plan(forest, rated));
        console.WriteLine(importance.Measure(forest, rated));

        // How the answer goes with one feature: for everybody, and near what people have.
        console.WriteLine(new PartialDependence<LoanApplication> { Background = loans, Points = 5 }.Of(forest, LoanApplicationFeatures.AnnualIncome));
        console.WriteLine(new AccumulatedLocalEffects<LoanApplication> { Background = loans, Intervals = 4 }.Of(forest, LoanApplicationFeatures.AnnualIncome));

        // Where features act together.
        console.WriteLine(new InteractionStrength<LoanApplication> { Background = loans, WithPairs = true }.Measure(forest));

        // How well one straight line stands for the model.
        console.WriteLine(new GlobalSurrogate<LoanApplication> { Background = loans }.Fit(forest).Fidelity());
        // </page>
    }
}
