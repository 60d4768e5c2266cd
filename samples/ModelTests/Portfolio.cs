namespace ModelTests;

/// <summary>Made-up applicants. Who earns more has saved more, so that either tells nearly as well who pays back.</summary>
public static class Portfolio
{
    private const int Draws = 10;

    private static readonly string[] s_first = ["Ada", "Ben", "Cleo", "Dora", "Emil", "Finn", "Greta", "Hugo", "Ida", "Jan"];

    private static readonly string[] s_last = ["Adler", "Brandt", "Conrad", "Dietz", "Ebner", "Falk", "Graf", "Horn", "Jung", "Klein"];

    private static readonly (Applicant Applicant, bool PaidBack)[] s_all = [.. Enumerable.Range(0, s_first.Length * s_last.Length).Select(Draw)];

    /// <summary>The applicants.</summary>
    public static Dataset<Applicant> Applicants { get; } = new(s_all.Select(one => one.Applicant));

    /// <summary>The share of applicants of whom a model says rightly whether they pay back.</summary>
    public static double Accuracy(IModel<Applicant> model) => s_all.Count(one => model.Predict(one.Applicant) > 0.5 == one.PaidBack) / (double)s_all.Length;

    private static (Applicant Applicant, bool PaidBack) Draw(int row)
    {
        RandomStream stream = new(1, "portfolio");
        int first = row * Draws;
        double means = Next(0), debt = 60_000 * Next(1);
        Applicant applicant = new(
            $"{s_first[row % s_first.Length]} {s_last[row / s_first.Length]}",
            20 + stream.Choose(first + 2, 60),
            Math.Round(15_000 + (80_000 * ((0.8 * means) + (0.2 * Next(3))))),
            Math.Round(15_000 + (80_000 * ((0.8 * means) + (0.2 * Next(4))))),
            Math.Round(debt),
            (Housing)stream.Choose(first + 5, 3),
            stream.Choose(first + 6, 4) == 0);
        return (applicant, means - (debt / 120_000) + (0.1 * Next(7)) > 0.3);

        double Next(int draw) => stream.Uniform(first + draw);
    }
}
