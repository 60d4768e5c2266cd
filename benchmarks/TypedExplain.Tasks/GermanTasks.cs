using Credit;
using TypedExplain.Decisions;

namespace TypedExplain.Tasks;

/// <summary>Tasks over the German credit data, which are read from the folder in TYPEDEXPLAIN_DATA (default ../shared/data): recourse for every person whom a model denies.</summary>
internal static class GermanTasks
{
    /// <summary>A forest of 100 trees, trained here on all rows; its trees are read.</summary>
    public static TaskRun Forest(bool isRead)
    {
        Dataset<CreditApplication> people = Read();
        Forest<CreditApplication> forest = new RandomForest<CreditApplication> { MinLeafRows = 5, Seed = 7 }.Train(people);
        IModel<CreditApplication> model = isRead ? forest : Model.FromRows<CreditApplication>((rows, scores) => forest.Score(rows, scores));
        return Of(people, model, new Clock());
    }

    /// <summary>A logistic model of the columns, trained here by gradient descent; it is asked.</summary>
    public static TaskRun Logistic()
    {
        Dataset<CreditApplication> people = Read();
        return Of(people, LogisticModel.Train(people), new Clock());
    }

    private static TaskRun Of(Dataset<CreditApplication> people, IModel<CreditApplication> model, Clock clock)
    {
        IModel<CreditApplication> timed = model is Forest<CreditApplication> ? model : new BlackBox<CreditApplication>(model, clock);
        CreditApplication[] denied = [.. people.Rows.Where(person => model.Predict(person) < 0.5)];
        Recourse<CreditApplication> recourse = new() { Wanted = answer => answer >= 0.5, TestsRobustness = false };
        return new(0, FeatureSchema.Of<CreditApplication>().Features.Length, 0, denied.Length, row => [recourse.Find(timed, denied[row % denied.Length]) switch { Found<CreditApplication> found => found.Action.Cost, _ => -1 }], clock)
        {
            Note = "one explanation is the recourse of one denied person, found or certified that there is none",
        };
    }

    private static Dataset<CreditApplication> Read()
    {
        string folder = Environment.GetEnvironmentVariable("TYPEDEXPLAIN_DATA") is { Length: > 0 } stated ? stated : Path.Combine("..", "shared", "data");
        return GermanCredit.Read(Path.Combine(folder, "german", "german.csv"));
    }
}
