namespace Expo;

/// <summary>
/// Half of the rows to learn from, a quarter to stop by, a quarter to measure on; features and a number to predict are
/// standardised by the first (÷ n − 1).
/// </summary>
public sealed record Division<T>(Dataset<T> Train, Dataset<T> Validation, Dataset<T> Test)
    where T : IFeatureRecord<T>
{
    public static Division<T> Of(Dataset<T> data, int seed)
    {
        (Dataset<T> train, Dataset<T> rest) = data.Split(0.5, seed);
        (Dataset<T> validation, Dataset<T> test) = rest.Split(0.5, seed);
        FeatureVector<T> means = train.Statistics.Mean, deviations = train.Statistics.Deviation;
        double correction = Math.Sqrt(train.Count / (train.Count - 1.0));
        double targetMean = train.Target!.Values.Average(), targetDeviation = Math.Sqrt(train.Target.Values.Sum(value => (value - targetMean) * (value - targetMean)) / (train.Count - 1));
        return new(Standardize(train), Standardize(validation), Standardize(test));

        Dataset<T> Standardize(Dataset<T> rows)
        {
            Dataset<T> scaled = new(Enumerable.Range(0, rows.Count).Select(row => Row(rows.Encoded[row])));
            return rows.Target!.IsClass ? scaled.WithLabels(rows.Target.Values.Select(value => (Outcome)(int)value)) : scaled.WithTarget(rows.Target.Values.Select(value => (value - targetMean) / targetDeviation));
        }

        T Row(ReadOnlySpan<double> columns)
        {
            double[] scaled = columns.ToArray();
            foreach (Feature<T> feature in FeatureSchema.Of<T>().Features)
            {
                double deviation = correction * deviations[feature];
                scaled[feature.Column] = deviation < 1e-10 ? 0 : (scaled[feature.Column] - means[feature]) / deviation;
            }

            return T.Decode(scaled);
        }
    }
}
