using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Global;

/// <summary>The program of docs/reference/global/partial-dependence.md. The lines between the marks stand there word for word.</summary>
internal static class PartialDependencePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();

        // Income counts twice for those who own their home.
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => loan.AnnualIncome / 100_000 * (loan.Housing == Housing.Own ? 2 : 1));
        PartialDependence<LoanApplication> dependence = new() { Background = loans, Points = 5, Curves = 2, Centered = true };

        PartialDependenceCurve<LoanApplication> curve = dependence.Of(model, LoanApplicationFeatures.AnnualIncome);
        console.WriteLine(curve);

        // The curves of single rows, from the answer at the first point on. If they fan out, the feature acts together with another one.
        foreach (IceCurve row in curve.Curves)
            console.WriteLine($"row {row.Row}: {string.Join(" ", row.Answers.Select(answer => $"{answer:F3}"))}");

        // Two features give a surface.
        PartialDependenceSurface<LoanApplication> surface = (dependence with { Points = 2 }).Of(model, LoanApplicationFeatures.AnnualIncome, LoanApplicationFeatures.Housing);
        console.WriteLine(surface);
        // </page>
    }
}
