namespace Compare;

/// <summary>Made-up loans: debt hurts by how many years' income it is, age hardly matters, and owners are safe.</summary>
public static class LoanData
{
    public static Dataset<Loan> Make(int rows, int seed)
    {
        RandomStream stream = new(seed, "loans");
        Loan[] loans = [.. Enumerable.Range(0, rows).Select(i => Draw(stream.For(i)))];
        return new Dataset<Loan>(loans).WithLabels(loans.Select((loan, i) =>
            stream.For(i).Uniform(16) < Repays(loan) ? Ending.Repaid : Ending.Defaulted));
    }

    private static Loan Draw(RandomStream draws)
    {
        double income = Math.Round(15_000 + (120_000 * draws.Uniform(1) * draws.Uniform(2)));
        Housing housing = (Housing)draws.Choose(3, 3);
        double years = draws.Uniform(4) * (housing == Housing.Mortgage ? 4 : 1);
        return new(
            Age: 20 + draws.Choose(0, 50),
            Income: income,
            Debt: Math.Round(income * years),
            Term: 1 + draws.Choose(5, 30),
            Housing: housing,
            HasDefaulted: draws.Uniform(6) < 0.15);
    }

    private static double Repays(Loan loan)
    {
        double years = loan.Debt / loan.Income;
        double odds = 3.5 * loan.Income / (20_000 + loan.Income) / (0.3 + years);
        odds *= loan.HasDefaulted ? 0.25 : 1;
        odds *= loan.Housing == Housing.Own ? 2 : 1;
        return odds / (1 + odds);
    }
}
