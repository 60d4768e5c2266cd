namespace Credit;

/// <summary>A logistic regression of the columns of a record, with a little ridge; enough for a sample.</summary>
public static class LogisticModel
{
    private const int Rounds = 2_000;
    private const double Rate = 0.5, Ridge = 1e-4;

    /// <summary>Trains by gradient descent on standardized columns.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="people">Rows with the target 0 or 1.</param>
    public static IModel<T> Train<T>(Dataset<T> people)
        where T : IFeatureRecord<T>
    {
        int columns = people.Encoded.Columns, count = people.Count;
        double[] mean = new double[columns], scale = new double[columns], weights = new double[columns + 1];
        for (int column = 0; column < columns; column++)
        {
            double[] values = [.. Enumerable.Range(0, count).Select(row => people.Encoded[row][column])];
            mean[column] = values.Average();
            scale[column] = Math.Sqrt(values.Average(value => (value - mean[column]) * (value - mean[column]))) is var deviation && deviation > 0 ? 1 / deviation : 0;
        }

        double[] gradient = new double[columns + 1];
        for (int round = 0; round < Rounds; round++)
        {
            Array.Clear(gradient);
            for (int row = 0; row < count; row++)
            {
                double error = Probability(people.Encoded[row]) - people.Target!.Values[row];
                for (int column = 0; column < columns; column++)
                    gradient[column] += error * (people.Encoded[row][column] - mean[column]) * scale[column];
                gradient[columns] += error;
            }

            for (int column = 0; column <= columns; column++)
                weights[column] -= Rate * ((gradient[column] / count) + (column < columns ? Ridge * weights[column] : 0));
        }

        return Model.FromRows<T>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
                scores[row] = Probability(rows[row]);
        }).As(OutputKind.Probability);

        double Probability(ReadOnlySpan<double> row)
        {
            double logOdds = weights[columns];
            for (int column = 0; column < columns; column++)
                logOdds += weights[column] * (row[column] - mean[column]) * scale[column];
            return 1 / (1 + Math.Exp(-logOdds));
        }
    }
}
