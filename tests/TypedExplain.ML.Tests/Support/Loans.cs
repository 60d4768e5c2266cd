namespace TypedExplain.ML.Tests.Support;

/// <summary>Loans drawn from a seed, and the matrices that a library is trained on.</summary>
internal static class Loans
{
    /// <summary>How many features there are.</summary>
    public const int Features = 6;

    /// <summary>Position of the debt; whether it is missing comes behind it.</summary>
    public const int Debt = 2;

    /// <summary>Columns with a number for the category.</summary>
    public static string[] Coded { get; } = ["age", "balance", "debt", "housing", "has_defaulted"];

    /// <summary>Columns with one per category.</summary>
    public static string[] OneHot { get; } = ["age", "balance", "debt", "housing_Rent", "housing_Mortgage", "housing_Own", "housing_Parents", "housing_Other", "has_defaulted"];

    /// <summary>The features that the columns of <see cref="Coded"/> are of; Debt's own index stands for whether it is there too.</summary>
    public static int[] CodedFeatures { get; } = [0, 1, 2, 4, 5];

    /// <summary>The features that the columns of <see cref="OneHot"/> are of.</summary>
    public static int[] OneHotFeatures { get; } = [0, 1, 2, 4, 4, 4, 4, 4, 5];

    public static Loan[] Draw(int count, int seed = 1)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Loan(
            random.Next(18, 90),
            random.Next(4) == 0 ? 0 : Math.Round(random.NextDouble() * 200 - 100, 2),
            random.Next(5) == 0 ? null : random.NextDouble() * 1000,
            (Housing)random.Next(5),
            random.Next(2) == 0))];
    }

    public static double[] Row(Loan loan, bool isOneHot)
    {
        List<double> row = [loan.Age, loan.Balance, loan.Debt ?? double.NaN];
        if (isOneHot)
            row.AddRange(Enumerable.Range(0, 5).Select(i => (int)loan.Housing == i ? 1.0 : 0));
        else
            row.Add((int)loan.Housing);
        row.Add(loan.HasDefaulted ? 1 : 0);
        return [.. row];
    }

    /// <summary>A number that hangs on all features and their interactions.</summary>
    public static double Worth(Loan loan) =>
        (loan.Age / 50.0) + (loan.Balance / 80.0 * (loan.HasDefaulted ? -1 : 1)) + ((loan.Debt ?? 700) / 900.0 * (loan.Housing is Housing.Rent or Housing.Parents ? 1 : -0.5)) + (loan.Debt is null ? 0.4 : 0)
        + ((int)loan.Housing * 7 % 5 / 4.0);
}
