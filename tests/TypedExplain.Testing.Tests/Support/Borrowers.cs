namespace TypedExplain.Testing.Tests.Support;

/// <summary>A made-up applicant with a key, a protected feature and a value that may be missing.</summary>
[FeatureRecord]
public sealed partial record Borrower(
    [Numeric(18, 90, Unit = "years")] int Age,
    [Numeric(0, 200_000)] double Income,
    [Numeric(0, 200_000)] double Debt,
    [Numeric(0, 100_000)] double? Savings,
    [Categorical] Home Home,
    bool HasDefaulted,
    [Protected] bool IsForeign,
    [NotAFeature, RowKey] string Id);

public enum Home
{
    Rent,
    Mortgage,
    Own,
}

/// <summary>Borrowers, models of them and explainers with a seed.</summary>
internal static class Borrowers
{
    public static Dataset<Borrower> All { get; } = Draw(60, seed: 1);

    /// <summary>The first ones.</summary>
    public static IReadOnlyList<Borrower> Few { get; } = [.. All.Rows.Take(20)];

    /// <summary>Income counts most, then debt.</summary>
    public static IModel<Borrower> ByIncome { get; } = Model.From<Borrower>(one => (one.Income / 60_000) - (one.Debt / 150_000) + (one.HasDefaulted ? -0.2 : 0) + (one.Age / 900.0));

    /// <summary>Debt counts most, then income.</summary>
    public static IModel<Borrower> ByDebt { get; } = Model.From<Borrower>(one => (one.Income / 150_000) - (one.Debt / 60_000) + (one.HasDefaulted ? -0.2 : 0) + (one.Age / 900.0));

    /// <summary>Income and debt count the same, so that which comes first is a matter of chance; the rest is noise that no line explains.</summary>
    public static IModel<Borrower> ByBoth { get; } = Model.From<Borrower>(one => (one.Income / 60_000) - (one.Debt / 60_000) + Math.Sin(one.Income / 300) + Math.Sin(one.Debt / 300));

    public static Dataset<Borrower> Draw(int count, int seed)
    {
        RandomStream stream = new(seed, "borrowers");
        return new(Enumerable.Range(0, count).Select(i => new Borrower(
            Age: 18 + stream.Choose(8 * i, 70),
            Income: Math.Round(100_000 * stream.Uniform((8 * i) + 1)),
            Debt: Math.Round(100_000 * stream.Uniform((8 * i) + 2)),
            Savings: stream.Choose((8 * i) + 3, 4) == 0 ? null : Math.Round(50_000 * stream.Uniform((8 * i) + 4)),
            Home: (Home)stream.Choose((8 * i) + 5, 3),
            HasDefaulted: stream.Choose((8 * i) + 6, 5) == 0,
            IsForeign: stream.Choose((8 * i) + 7, 3) == 0,
            Id: $"B-{i:000}")));
    }

    /// <summary>LIME with so many samples.</summary>
    public static Func<int, IExplainer<Borrower>> Lime(int samples) =>
        seed => new Lime<Borrower> { Neighborhood = new GaussianNeighborhood<Borrower> { Background = All, Samples = samples }, Seed = seed };

    /// <summary>Exact SHAP values, which draw nothing.</summary>
    public static Func<int, IExplainer<Borrower>> Shap { get; } = seed => new KernelShap<Borrower> { Background = All, Seed = seed };
}
