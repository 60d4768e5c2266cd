using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Global;

/// <summary>The program of docs/reference/global/permutation-importance.md. The lines between the marks stand there word for word.</summary>
internal static class PermutationImportancePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // What happened is the score and something that no feature tells.
        Dataset<LoanApplication> loans = Loans.Load();
        Dataset<LoanApplication> rated = loans.WithTarget(loans.Rows.Select((loan, i) => Loans.Score(loan) + (0.02 * (i % 3))));
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);

        PermutationImportance<LoanApplication> importance = new() { Repeats = 20 };
        console.WriteLine(importance.Plan(model, rated));
        console.WriteLine(importance.Measure(model, rated));

        // Features that say much the same belong together: each by itself would look unimportant.
        FeatureGroup<LoanApplication> money = new("money", LoanApplicationFeatures.AnnualIncome, LoanApplicationFeatures.Housing);
        FeatureImportance<LoanApplication> together = (importance with { Groups = [money] }).Measure(model, rated).Ranked().First();
        (double lower, double upper) = together.Interval();
        console.WriteLine($"{together.Name}: {together.Increase:F4}, between {lower:F4} and {upper:F4}");
        // </page>
    }
}
