using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Explainers;

/// <summary>
/// Real data, random 80/20 splits, MAPLE as a predictor of the target itself: its local fits are to predict about as well
/// as scikit-learn's forests, two standard deviations below at most (the data folder's check figures).
/// </summary>
/// <remarks>
/// MAPLE's forest has at least 10 rows a leaf and looks at half the columns. On two sets such a forest is itself far below
/// the check figure, and MAPLE, which can know no more than its leaves, is held to that forest instead.
/// </remarks>
public class MapleAccuracyTests
{
    [DataFact]
    public void FuelConsumption() => AsForest(0.869, 0.017, NumericTable.Read("autompgs", "mpg"), values => new Seven(values));

    [DataFact]
    public void HousePrices() => AsForest(0.891, 0.034, NumericTable.Read("housing", "MEDV"), values => new Eleven(values));

    [DataFact]
    public void BicyclesRented() => AsItsOwnForest(0.012, NumericTable.Read("day", "cnt", "instant", "casual", "registered"), values => new Eleven(values));

    [DataFact]
    public void BicyclesRentedAndTheirParts() => AsForest(0.996, 0.001, NumericTable.Read("day", "cnt"), values => new Fourteen(values));

    [DataFact]
    public void Wine() => AsForest(0.462, 0.042, NumericTable.Read("winequality-red", "quality"), values => new Eleven(values));

    [DataFact]
    public void Music() => AsItsOwnForest(0.019, NumericTable.Read("music", "longitude"), values => new SixtyNine(values));

    [DataFact]
    public void Crime() => AsForest(0.641, 0.024, NumericTable.Read("communities", "ViolentCrimesPerPop", "state", "fold"), values => new Hundred(values), 2);

    [DataFact]
    public void Visits2015() => AsForest(0.320, 0.021, NumericTable.Read("meps19", "UTILIZATION", "PERWT15F").Where(visits => visits > 0, Math.Log), values => new ThirtySix(values), 1);

    private static void AsForest<T>(double mean, double deviation, NumericTable data, Func<double[], T> record, int splits = 5)
        where T : IFeatureRecord<T> => Assert.InRange(Enumerable.Range(0, splits).Average(seed => R2s(data, record, seed).Maple), mean - (2 * deviation), 1);

    private static void AsItsOwnForest<T>(double deviation, NumericTable data, Func<double[], T> record)
        where T : IFeatureRecord<T>
    {
        (double Maple, double Forest)[] splits = [.. Enumerable.Range(0, 4).Select(seed => R2s(data, record, seed))];
        Assert.InRange(splits.Average(split => split.Maple), splits.Average(split => split.Forest) - (2 * deviation), 1);
    }

    private static (double Maple, double Forest) R2s<T>(NumericTable data, Func<double[], T> record, int seed)
        where T : IFeatureRecord<T>
    {
        (NumericTable train, NumericTable test) = data.Split(0.2, seed);
        Dataset<T> background = new([.. train.Rows.Select(record)]), asked = new([.. test.Rows.Select(record)]);
        IModel<T> recorded = Recorded((background, train.Target), (asked, test.Target));
        FittedMaple<T> maple = new Maple<T> { Background = background, Seed = seed }.Fit(recorded);
        double[] forest = new double[asked.Count];
        maple.Weights.Forest.Score(asked.Encoded, forest);
        return (test.R2([.. maple.ExplainMany(recorded, asked.Rows).Results.Select(explanation => explanation.LocalPrediction)]), test.R2(forest));
    }

    /// <summary>The data as a model: for every row the target that was recorded with it.</summary>
    private static IModel<T> Recorded<T>(params (Dataset<T> Rows, double[] Targets)[] parts)
        where T : IFeatureRecord<T>
    {
        Dictionary<string, double> answers = [];
        foreach ((Dataset<T> rows, double[] targets) in parts)
        {
            for (int row = 0; row < rows.Count; row++)
                answers.TryAdd(Key(rows.Encoded[row]), targets[row]);
        }

        return Model.FromRows<T>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
                scores[row] = answers[Key(rows[row])];
        });

        static string Key(ReadOnlySpan<double> row) => string.Join(' ', row.ToArray().Select(BitConverter.DoubleToInt64Bits));
    }
}
