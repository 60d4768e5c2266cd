namespace ModelTests;

/// <summary>The model in use, and the one that is to follow it.</summary>
public static class Models
{
    /// <summary>The chance that somebody pays back, by income and debt.</summary>
    public static IModel<Applicant> InUse { get; } = Model.From<Applicant>(one => Chance(one.Income, one)).As(OutputKind.Probability);

    /// <summary>The next model. Nobody changed it, unless somebody did: TYPEDEXPLAIN_SAMPLE_MODEL=swapped.</summary>
    public static IModel<Applicant> Next { get; } = Environment.GetEnvironmentVariable("TYPEDEXPLAIN_SAMPLE_MODEL") == "swapped"
        ? Model.From<Applicant>(one => Chance(one.Savings, one)).As(OutputKind.Probability)
        : InUse;

    private static double Chance(double means, Applicant one) =>
        1 / (1 + Math.Exp(-((means - 15_000) / 12_000) + (one.Debt / 20_000) + 1.9 - (one.Housing == Housing.Own ? 0.3 : 0) - (one.Age / 200.0)));
}
