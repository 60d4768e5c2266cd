using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Global;

/// <summary>The program of docs/reference/global/accumulated-local-effects.md. The lines between the marks stand there word for word.</summary>
internal static class AccumulatedLocalEffectsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // Income is made of age here: nobody is young and rich.
        LoanApplication[] rows = [.. Loans.Load().Rows.Select(loan => loan with { AnnualIncome = 1_000 * loan.Age })];
        Dataset<LoanApplication> loans = new(rows);

        // The model treats people who are young and rich in a way that nobody ever sees.
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => (loan.AnnualIncome / 100_000) + (loan is { Age: < 40, AnnualIncome: > 60_000 } ? 5 : 0));

        AccumulatedEffects<LoanApplication> accumulated = new AccumulatedLocalEffects<LoanApplication> { Background = loans, Intervals = 4 }.Of(model, LoanApplicationFeatures.AnnualIncome);
        console.WriteLine(accumulated);

        // Partial dependence asks about them and shows a jump; accumulated local effects do not.
        console.WriteLine(new PartialDependence<LoanApplication> { Background = loans, Points = 5 }.Of(model, LoanApplicationFeatures.AnnualIncome));
        // </page>
    }
}
