using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Concepts;

internal static class EffectsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();

        // A model whose truth is known: 0.002 per 1,000 of income, and 0.2 less after a default.
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => (0.000002 * loan.AnnualIncome) - (loan.HasDefaulted ? 0.2 : 0));
        LoanApplication applicant = loans[3];

        // An effect: the change of the answer per unit.
        Explanation<LoanApplication> effects = new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans } }.Explain(model, applicant);
        console.WriteLine($"effect of income: {1000 * effects.Attribution.AnnualIncome:F4} per 1,000, or {effects.Standardized.AnnualIncome:F4} per standard deviation");

        // A contribution: the share of the difference between this answer and the mean answer.
        ShapValues<LoanApplication> shares = new KernelShap<LoanApplication> { Background = loans }.Values(model, applicant);
        console.WriteLine($"contribution of income: {shares.Contributions.AnnualIncome:F4}");

        // Of a linear model one follows from the other: contribution = effect × (value − mean).
        double mean = loans.Rows.Average(loan => loan.AnnualIncome);
        console.WriteLine($"0.002 × ({applicant.AnnualIncome} − {mean:F0}) / 1,000 = {0.002 * (applicant.AnnualIncome - mean) / 1000:F4}");
        console.WriteLine($"{shares.BaseValue:F4} + all contributions = {shares.BaseValue + shares.Contributions.AsSpan().ToArray().Sum():F4}, the answer is {shares.Prediction:F4}");
        // </page>
    }
}
