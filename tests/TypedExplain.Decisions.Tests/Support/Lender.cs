namespace TypedExplain.Decisions.Tests.Support;

/// <summary>Made-up borrowers, and a forest that has learned who paid back.</summary>
internal static class Lender
{
    public static Dataset<Borrower> Past { get; } = Make();

    public static Forest<Borrower> Forest { get; } = new RandomForest<Borrower> { Trees = 50, MinLeafRows = 5, Seed = 3, MaxThreads = 1 }.Train(Past);

    private static Dataset<Borrower> Make()
    {
        RandomStream stream = new(5, "borrowers");
        List<Borrower> people = [];
        List<double> paidBack = [];
        for (int i = 0; i < 500; i++)
        {
            int at = 20 * i, age = 20 + stream.Choose(at, 50), years = stream.Choose(at + 1, Math.Min(30, age - 17)), cards = stream.Choose(at + 2, 8);
            Borrower one = new(age, 500 * stream.Choose(at + 3, 160), years, cards, cards == 0 ? 0 : stream.Choose(at + 4, cards), (Home)stream.Choose(at + 5, 3), stream.Choose(at + 6, 4) == 0, stream.Choose(at + 7, 4) == 0, stream.Choose(at + 8, 5) == 0 ? null : 100 * stream.Choose(at + 9, 60));
            double score = (one.Income / 40_000) + (0.08 * one.YearsAtJob) - (0.5 * one.CardsInArrears) - (one.HasDefaulted ? 1 : 0) + ((double)(one.Savings ?? 0) / 5_000) + stream.Uniform(at + 10);
            people.Add(one);
            paidBack.Add(score > 1 ? 1 : 0);
        }

        return new Dataset<Borrower>(people).WithTarget(paidBack);
    }
}
