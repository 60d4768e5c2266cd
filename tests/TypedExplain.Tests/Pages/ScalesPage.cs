using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of docs/scales.md. The lines between the marks stand there word for word.</summary>
internal static class ScalesPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();

        // The chance that a loan is repaid. Said to be a probability, it is explained by its log odds.
        IModel<LoanApplication> repaid = Model.From<LoanApplication>(loan =>
            1 / (1 + Math.Exp(4 - (0.0001 * loan.AnnualIncome) + (loan.HasDefaulted ? 2 : 0)))).As(OutputKind.Probability);

        Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans } };
        LoanApplication unsure = loans.Rows.MinBy(loan => Math.Abs(repaid.Predict(loan) - 0.6))!;
        Explanation<LoanApplication> explanation = lime.Explain(repaid, unsure);
        console.WriteLine(explanation);
        console.WriteLine($"10,000 more a year multiply the odds by {Math.Exp(10_000 * explanation.Attribution.AnnualIncome):F2}.");
        console.WriteLine($"A standard deviation more adds {explanation.ProbabilityChanges!.AnnualIncome:F3} to the probability.\n");

        // The probability itself, as a straight line.
        Explanation<LoanApplication> line = (lime with { Link = LinkFunction.Identity }).Explain(repaid, unsure);
        double[] answers = [.. loans.Rows.Select(line.Predict)], bounded = [.. loans.Rows.Select(explanation.Predict)];
        console.WriteLine($"Over all loans the line says {answers.Min():F2} to {answers.Max():F2}, and the one in log odds {bounded.Min():F2} to {bounded.Max():F2}.");
        // </page>
    }
}
