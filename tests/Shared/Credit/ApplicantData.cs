namespace TypedExplain.Quality.Sets;

/// <summary>Generated applicants and the model that scores them.</summary>
public static class ApplicantData
{
    private const int Features = 21, Draws = Features + 2;

    /// <summary>The features that <see cref="Model"/> never reads.</summary>
    public static readonly string[] NeverRead = [nameof(Applicant.HourOfDay), nameof(Applicant.Noise), nameof(Applicant.HasNewsletter), nameof(Applicant.Channel)];

    /// <summary>The chance of default, from 0 to 1: smooth terms, steps and two interactions.</summary>
    public static IModel<Applicant> Model { get; } = TypedExplain.Model.From<Applicant>(applicant => Chance(applicant));

    /// <summary>The same applicants for the same seed, on any machine.</summary>
    public static Dataset<Applicant> Generate(int count, int seed)
    {
        RandomStream stream = new(seed, "applicants");
        return new(Enumerable.Range(0, count).Select(row => Draw(stream, (long)row * Draws)));
    }

    private static Applicant Draw(RandomStream stream, long first)
    {
        int drawn = 0;
        double age = 18 + (62 * Next() * Next()) + (10 * Next());
        double income = 8_000 + (190_000 * Next() * Next());
        double debt = income * Next() * 1.5;
        double amount = 1_000 + (60_000 * Next() * Next());
        return new(
            (int)age,
            Math.Round(income),
            Math.Round(Math.Min(400_000, debt)),
            Math.Round(amount),
            6 + (6 * (int)(Next() * 13)),
            Next() < 0.15 ? null : Math.Round(Next() * Math.Min(40, age - 18), 1),
            Next() < 0.2 ? null : Math.Round(Next(), 3),
            (int)(Next() * 7),
            (int)(6 * Math.Max(0, Next() - 0.5)),
            Math.Round(Next() * 25, 1),
            Next() < 0.12,
            Next() < 0.2,
            Next() < 0.5,
            (ApplicantHousing)(int)(Next() * 4),
            (ApplicantPurpose)(int)(Next() * 5),
            (ApplicantWork)(int)(Next() * 4),
            (int)(Next() * 4),
            Math.Round(Next() * 24, 2),
            Math.Round(Next(), 4),
            Next() < 0.4,
            (ApplicantChannel)(int)(Next() * 3));

        double Next() => stream.Uniform(((first + drawn) << 5) + drawn++);
    }

    private static double Chance(Applicant applicant)
    {
        double burden = applicant.Debt / applicant.Income, share = applicant.Amount / applicant.Income;
        double score = -2.2
            + (1.1 * Math.Min(2, burden))
            + (1.4 * Math.Min(1.5, share))
            + (applicant.Utilization is { } used ? 1.6 * (used - 0.5) : 0.3)
            + (0.22 * applicant.LatePayments)
            + (0.12 * applicant.Inquiries)
            + (applicant.HasDefaulted ? 0.9 : 0)
            - (applicant.HasGuarantor ? 0.6 : 0)
            - (applicant.IsCustomer ? 0.2 : 0)
            - (0.03 * applicant.HistoryLength)
            - (applicant.Employed is { } years ? 0.05 * Math.Min(years, 15) : 0)
            + (0.012 * (applicant.Term - 36))
            + (applicant.Age < 25 ? 0.5 : 0)
            + (0.08 * applicant.Dependents)
            + (applicant.Housing == ApplicantHousing.Rent ? 0.3 : applicant.Housing == ApplicantHousing.Own ? -0.4 : 0)
            + (applicant.Purpose == ApplicantPurpose.Business ? 0.4 : 0)
            + (applicant.Work == ApplicantWork.None ? 0.8 : applicant.Work == ApplicantWork.SelfEmployed ? 0.2 : 0);
        if (applicant.HasDefaulted && applicant.Utilization > 0.8)
            score += 0.7;
        return 1 / (1 + Math.Exp(-score));
    }
}
