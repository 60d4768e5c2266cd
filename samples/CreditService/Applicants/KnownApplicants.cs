namespace CreditService.Applicants;

/// <summary>Applicants of earlier years, made up: whether each paid the loan back is known. The same ones at every start.</summary>
public static class KnownApplicants
{
    private const int Count = 1_000, Examples = 10;

    /// <summary>All of them, with 1 for a loan that was paid back and 0 for one that was not.</summary>
    public static Dataset<CreditApplication> All { get; } = Made();

    /// <summary>A few to begin with.</summary>
    public static IReadOnlyList<CreditApplication> First => All.Rows[..Examples];

    private static Dataset<CreditApplication> Made()
    {
        RandomStream random = new(2026, "applicants");
        CreditApplication[] people = [.. Enumerable.Range(0, Count).Select(person => Made(random.For(person)))];
        RandomStream lives = new(2026, "loans");
        return new Dataset<CreditApplication>(people).WithTarget(people.Select((one, person) => lives.Uniform(person) < ChanceOf(one) ? 1.0 : 0.0));
    }

    private static CreditApplication Made(RandomStream random)
    {
        int age = 20 + random.Choose(0, 55);
        Work work = age > 64 ? Work.Retired : random.Uniform(1) < 0.2 ? Work.SelfEmployed : Work.Employed;
        double income = 1_000 * Math.Round(14 + (70 * random.Uniform(2) * random.Uniform(3)) + (0.2 * Math.Min(age, 60)));
        return new(
            age,
            income,
            500 * Math.Round(2 + (60 * random.Uniform(4) * random.Uniform(5))),
            12 * (1 + random.Choose(6, 6)),
            random.Choose(7, Math.Min(age - 17, 30)),
            work,
            (Housing)random.Choose(8, 3),
            (Savings)random.Choose(9, 4),
            random.Choose(10, 4),
            random.Uniform(11) < 0.12);
    }

    private static double ChanceOf(CreditApplication one)
    {
        // What a month costs of what a month earns, and what else a lender would look at.
        double burden = 12 * one.Amount / (one.Term * (one.Income + 1));
        return Math.Clamp(
            1.02 - (1.6 * burden) - (0.06 * one.OtherLoans) - (one.HasDefaulted ? 0.35 : 0) - (one.Work == Work.SelfEmployed ? 0.08 : 0)
                + (0.04 * (int)one.Savings) + (0.006 * Math.Min(one.Employment, 10)) - (one.Housing == Housing.Rent ? 0.05 : 0) - (0.001 * one.Term),
            0.03,
            0.97);
    }
}
