using TypedExplain.Tests.Hidden;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Json;

/// <summary>Results that several tests write and read.</summary>
internal static class Settings
{
    public static IModel<LoanApplication> Credit { get; } = Model.From<LoanApplication>(Loans.Score);

    public static Dataset<LoanApplication> Applications { get; } = Loans.Load();

    public static Linex<LoanApplication> Linex { get; } = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Samples = 200 }, Redraws = 3, Seed = 7 };

    /// <summary>An explanation with most that one can have.</summary>
    public static Explanation<LoanApplication> Loan { get; } = Linex.Explain(Credit, Applications[0]);

    public static Dataset<Patient> Patients { get; } = new(Enumerable.Range(0, 40).Select(i => new Patient(31_337 + i, i % 2 == 0 ? "alpha-secret" : "beta-secret", i % 3 == 0, new DateOnly(1951, 7, 23).AddDays(97 * i), i % 10)));

    public static Explanation<Patient> Ill { get; } = new Linex<Patient> { Neighborhood = new GaussianNeighborhood<Patient> { Background = Patients, Samples = 200 } }
        .Explain(Model.From<Patient>(patient => (patient.Viral / 1e5) + (patient.Group == "alpha-secret" ? 0.2 : 0) + (patient.Dose / 50)), Patients[0]);
}
