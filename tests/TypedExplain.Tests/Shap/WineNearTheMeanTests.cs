using TypedExplain.Quality.Sets;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Shap;

/// <summary>On the wines a linear form of SHAP is far worse than LIME's where it is used for similar rows; the caveat is on what is worse.</summary>
public class WineNearTheMeanTests
{
    private const int Rows = 80, Trees = 30, BackgroundRows = 60;

    [DataFact]
    public void TheCaveatIsOnTheExcess()
    {
        Dataset<Wine> wines = Csv.Read<Wine>(Path.Combine(TestData.Folder, "winequality-red", "winequality-red.csv"), new CsvOptions { Target = "quality" }).ToDataset();
        (Dataset<Wine> train, Dataset<Wine> test) = wines.Split(0.25, 7);
        Forest<Wine> forest = new RandomForest<Wine> { Trees = Trees, Seed = 7 }.Train(train);
        Dataset<Wine> rows = test.Select([.. Enumerable.Range(0, Rows)]);
        ExplainedRows<Wine> explained = ExplainedRows<Wine>.Of(new TreeShap<Wine> { Background = train.Select([.. Enumerable.Range(0, BackgroundRows)]) }, forest, rows);

        // Each explanation, with its errors at the rows that it is the explanation of a neighbor of.
        ILookup<Explanation<Wine>, double> errors = Enumerable.Range(0, Rows)
            .SelectMany(row => explained.Neighbors(row).ToArray().Select(other => (Row: row, Neighbor: explained.Explanations[other])))
            .ToLookup(pair => pair.Neighbor, pair => Math.Abs(explained.Explanations[pair.Row].Prediction - pair.Neighbor.Predict(rows[pair.Row])));
        double[] carried = [.. errors.Where(HasCaveat).SelectMany(error => error)], rest = [.. errors.Where(group => !HasCaveat(group)).SelectMany(error => error)];

        Assert.Contains(errors, error => error.Average() > 1);
        Assert.All(errors.Where(error => error.Average() > 1), error => Assert.True(HasCaveat(error), error.Key.ToString()));
        Assert.True(carried.Average() > 3 * rest.Average(), $"{carried.Average():F3} with the caveat, {rest.Average():F3} without");
        Assert.True(carried.Sum() > 0.75 * (carried.Sum() + rest.Sum()), $"{carried.Sum():F1} of {carried.Sum() + rest.Sum():F1}");

        static bool HasCaveat(IGrouping<Explanation<Wine>, double> error) => error.Key.Caveats.HasFlag(Caveats.NearTheMean);
    }
}
