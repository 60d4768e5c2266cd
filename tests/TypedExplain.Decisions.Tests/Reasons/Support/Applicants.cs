namespace TypedExplain.Decisions.Tests.Reasons.Support;

/// <summary>Applicants, and what they are scored by.</summary>
internal static class Applicants
{
    /// <summary>Those of the past, drawn at random.</summary>
    public static Dataset<Applicant> Past { get; } = Draw(80, seed: 1);

    /// <summary>Somebody below the mean of everything.</summary>
    public static Applicant Poor { get; } = new(30, 10_000, 90_000, 1, 2, 1, 1_000, Lives.Rents, HasDefaulted: true, IsForeign: false, "poor");

    /// <summary>A score that adds up, from 300 to 900 or so; high is good.</summary>
    public static IModel<Applicant> Score { get; } = Model.From<Applicant>(one =>
        600 + (one.Income / 500) - (one.Debt / 700) + (2 * one.YearsAtAddress) + one.YearsInCity + (3 * one.YearsEmployed)
        + ((one.Savings ?? 20_000) / 1000) + (one.Savings is null ? -30 : 0) + (one.Lives == Lives.Owns ? 25 : 0) - (one.HasDefaulted ? 70 : 0));

    /// <summary>A score in which features act together.</summary>
    public static IModel<Applicant> Mixed { get; } = Model.From<Applicant>(one =>
        600 + (one.Income / 500) - (one.Debt / 700 * (one.HasDefaulted ? 2 : 1) * (1 + (one.YearsInCity * one.YearsAtAddress / 200.0))) + (one.YearsAtAddress * one.YearsEmployed / 10.0) + ((one.Savings ?? 20_000) / 1000) + Math.Sin(one.YearsInCity) + (one.Age * one.YearsInCity / 100.0));

    public static PrincipalReasons<Applicant> Reasons { get; } = new() { Reference = Reference.AtCutoff(Past, cutoff: 640, band: 120) };

    /// <summary>All applicants of the past as the reference, and a cutoff that nobody reaches.</summary>
    public static PrincipalReasons<Applicant> AgainstAll { get; } = new() { Reference = Reference.AllApplicants(Past), Cutoff = 1e6 };

    public static Dataset<Applicant> Draw(int count, int seed)
    {
        RandomStream stream = new(seed, "applicants");
        return new(Enumerable.Range(0, count).Select(i => new Applicant(
            Age: 18 + stream.Choose(12 * i, 70),
            Income: Math.Round(100_000 * stream.Uniform((12 * i) + 1)),
            Debt: Math.Round(100_000 * stream.Uniform((12 * i) + 2)),
            YearsAtAddress: stream.Choose((12 * i) + 3, 20),
            YearsInCity: stream.Choose((12 * i) + 4, 30),
            YearsEmployed: stream.Choose((12 * i) + 5, 25),
            Savings: stream.Choose((12 * i) + 6, 4) == 0 ? null : Math.Round(50_000 * stream.Uniform((12 * i) + 7)),
            Lives: (Lives)stream.Choose((12 * i) + 8, 3),
            HasDefaulted: stream.Choose((12 * i) + 9, 5) == 0,
            IsForeign: stream.Choose((12 * i) + 10, 3) == 0,
            Id: $"A-{i:000}")));
    }

    /// <summary>A model that adds up so much for each of the named features where a person's value differs from most.</summary>
    public static IModel<Applicant> Linear(double income = 0, double debt = 0, double address = 0, double employed = 0, double age = 0, double defaulted = 0, double foreign = 0) =>
        Model.From<Applicant>(one => (income * one.Income) + (debt * one.Debt) + (address * one.YearsAtAddress) + (employed * one.YearsEmployed) + (age * one.Age) + (defaulted * (one.HasDefaulted ? 1 : 0)) + (foreign * (one.IsForeign ? 1 : 0)));
}
