namespace Papers.Expo;

/// <summary>
/// Half of the rows to learn from, a quarter to stop by, a quarter to measure on; features and a number to predict are
/// standardized by the first.
/// </summary>
public sealed record Division<T>(Dataset<T> Train, Dataset<T> Validation, Dataset<T> Test)
    where T : IFeatureRecord<T>
{
    // The authors' program drops columns that spread less.
    private const double LeastDeviation = 1e-10;

    /// <summary>Divides at random.</summary>
    /// <param name="data">All rows, with a target.</param>
    /// <param name="seed">The seed of the division.</param>
    /// <param name="isUnbiased">Whether deviations are divided by n − 1, as the authors do, or by n.</param>
    public static Division<T> Of(Dataset<T> data, int seed, bool isUnbiased = true)
    {
        (Dataset<T> train, Dataset<T> rest) = data.Split(0.5, seed);
        (Dataset<T> validation, Dataset<T> test) = rest.Split(0.5, seed);
        return new Division<T>(train, validation, test).StandardizedBy(train, isUnbiased);
    }

    /// <summary>The same rows in deviations of some rows from their mean; so is the target where it is a number.</summary>
    public Division<T> StandardizedBy(Dataset<T> rows, bool isUnbiased) =>
        new(Standardized(Train, rows, isUnbiased), Standardized(Validation, rows, isUnbiased), Standardized(Test, rows, isUnbiased));

    /// <summary>Rows in deviations of other rows from their mean; so is the target where it is a number.</summary>
    public static Dataset<T> Standardized(Dataset<T> data, Dataset<T> by, bool isUnbiased)
    {
        FeatureVector<T> means = by.Statistics.Mean, deviations = by.Statistics.Deviation;
        double correction = isUnbiased ? Math.Sqrt(by.Count / (by.Count - 1.0)) : 1;
        Dataset<T> scaled = new(Enumerable.Range(0, data.Count).Select(row => Row(data.Encoded[row])));
        if (data.Target!.IsClass)
            return Labeled(scaled, data.Target);
        double mean = by.Target!.Values.Average(), deviation = correction * Math.Sqrt(by.Target.Values.Average(value => (value - mean) * (value - mean)));
        return scaled.WithTarget(data.Target.Values.Select(value => (value - mean) / deviation));

        T Row(ReadOnlySpan<double> columns)
        {
            double[] own = columns.ToArray();
            foreach (Feature<T> feature in T.Schema.Features)
            {
                double spread = correction * deviations[feature];
                own[feature.Column] = spread < LeastDeviation ? 0 : (own[feature.Column] - means[feature]) / spread;
            }

            return T.Decode(own);
        }
    }

    private static Dataset<T> Labeled(Dataset<T> rows, Target target) => target.Classes[0] == nameof(Survival.Survived)
        ? rows.WithLabels(target.Values.Select(value => (Survival)(int)value))
        : rows.WithLabels(target.Values.Select(value => (Diagnosis)(int)value));
}
