using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Global;

/// <summary>The program of docs/reference/global/ceteris-paribus.md. The lines between the marks stand there word for word.</summary>
internal static class CeterisParibusPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);

        // One person with another income, and in other homes; all else as it is.
        CeterisParibus<LoanApplication> whatIf = new() { Background = loans, Points = 4 };
        CeterisParibusCurve<LoanApplication> income = whatIf.Of(model, loans[3], LoanApplicationFeatures.AnnualIncome);
        console.WriteLine(income);
        console.WriteLine(whatIf.Of(model, loans[3], LoanApplicationFeatures.Housing));
        console.WriteLine($"as it is: {income.Prediction:F3}");
        // </page>
    }
}
