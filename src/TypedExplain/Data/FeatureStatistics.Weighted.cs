namespace TypedExplain;

public sealed partial class FeatureStatistics<T>
{
    /// <summary>Statistics of encoded rows that each stand for several; one row will do, with a deviation of 0.</summary>
    internal static FeatureStatistics<T> Of(EncodedRows<T> rows, ReadOnlySpan<double> weights)
    {
        double[] mean = new double[T.Schema.Features.Length];
        double[] deviation = new double[T.Schema.Features.Length];
        double[] frequencies = new double[T.Schema.Columns];
        double total = 0;
        foreach (double weight in weights)
            total += weight;

        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (!feature.IsNumeric)
            {
                deviation[feature.Index] = 1;
                for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
                    frequencies[column] = MeanOf(rows, column, weights) / total;
                continue;
            }

            double center = MeanOf(rows, feature.Column, weights) / total;
            double squares = 0;
            for (int row = 0; row < rows.Count; row++)
            {
                double off = rows[row][feature.Column] - center;
                squares += weights[row] * (off * off);
            }

            mean[feature.Index] = center;
            deviation[feature.Index] = IsConstantColumn(rows, feature.Column) ? 0 : Math.Sqrt(squares / total);
        }

        return new(mean, deviation, [.. frequencies], $"{rows.Count} background rows");
    }

    private static double MeanOf(EncodedRows<T> rows, int column, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int row = 0; row < rows.Count; row++)
            sum += weights[row] * rows[row][column];
        return sum;
    }
}
