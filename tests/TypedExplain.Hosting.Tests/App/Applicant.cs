namespace TypedExplain.Hosting.Tests.App;

/// <summary>What the tests' services decide on.</summary>
[FeatureRecord]
public sealed partial record Applicant(
    [Numeric(0, 500_000, Unit = "EUR"), OnlyIncreases, Step(1000, AtMost = 20), Reason("R1", "Income")] double Income,
    [Numeric(500, 50_000, Unit = "EUR"), OnlyDecreases, Step(500, AtMost = 20), Reason("R2", "Amount")] double Amount,
    [Numeric(6, 96, Unit = "months"), Immutable, Reason("R3", "Term")] int Term,
    [Immutable, Reason("R4", "Work")] Work Work,
    [Numeric(18, 100, Unit = "years"), Protected, Immutable] int Age);

/// <summary>The model of the tests' services, and the rows that they know.</summary>
internal static class Applicants
{
    public static Dataset<Applicant> Known { get; } = new(Enumerable.Range(0, 120).Select(Example));

    /// <summary>The chance that a loan is paid back.</summary>
    public static IModel<Applicant> Model { get; } = TypedExplain.Model.From<Applicant>(Score).As(OutputKind.Probability).Identified("scorecard", "2026-11", new string('a', 64));

    /// <summary>Someone whose chance is below 0.6.</summary>
    public static Applicant Denied { get; } = new(15_000, 20_000, 60, Work.SelfEmployed, 30);

    public static Applicant Example(int i) => new(12_000 + (i * 7919 % 90_000), 1_000 + (i * 977 % 30_000), 12 + (i * 12 % 84), (Work)(i % 3), 18 + (i * 7 % 60));

    public static double Score(Applicant applicant)
    {
        double burden = 12 * applicant.Amount / (applicant.Term * (1 + applicant.Income));
        return Math.Clamp(0.95 - (1.5 * burden) - (applicant.Work == Work.SelfEmployed ? 0.1 : 0), 0.01, 0.99);
    }
}

/// <summary>How an applicant earns a living.</summary>
public enum Work
{
    Employed,
    SelfEmployed,
    Retired,
}
