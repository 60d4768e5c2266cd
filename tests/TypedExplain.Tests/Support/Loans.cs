using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Support;

/// <summary>Made-up loan applications, and a scorecard for them.</summary>
internal static class Loans
{
    public static Dataset<LoanApplication> Load()
    {
        RandomStream stream = new(1, "loans");
        return new(Enumerable.Range(0, 40).Select(i => new LoanApplication(
            Age: 18 + stream.Choose(4 * i, 60),
            AnnualIncome: Math.Round(15_000 + (90_000 * stream.Uniform((4 * i) + 1))),
            Housing: (Housing)stream.Choose((4 * i) + 2, 3),
            HasDefaulted: stream.Choose((4 * i) + 3, 5) == 0)));
    }

    public static double Score(LoanApplication loan) =>
        (loan.HasDefaulted ? 0.2 : 0.6)
        + (0.3 * loan.AnnualIncome / (50_000 + loan.AnnualIncome))
        + (loan.Housing == Housing.Own ? 0.1 : 0)
        - (0.001 * Math.Abs(loan.Age - 45));
}
