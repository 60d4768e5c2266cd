using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Global;

/// <summary>The program of docs/reference/global/interaction-strength.md. The lines between the marks stand there word for word.</summary>
internal static class InteractionStrengthPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();

        // Income counts more for those who own their home; age does not depend on anything.
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => (loan.AnnualIncome / 100_000 * (loan.Housing == Housing.Own ? 2 : 1)) - (0.01 * loan.Age));

        InteractionStrength<LoanApplication> strength = new() { Background = loans, WithPairs = true };
        console.WriteLine(strength.Plan(model));
        Interactions<LoanApplication> found = strength.Measure(model);
        console.WriteLine(found);
        console.WriteLine(found.Pairs.MaxBy(pair => pair.Strength)!.Name);
        // </page>
    }
}
