using TypedExplain.Schema;

namespace TypedExplain.Training.Tests.Regularizers;

/// <summary>Rows of any schema.</summary>
internal static class ZooData
{
    /// <summary>Legal rows: numbers around 0 or in the middle of their limits, categories and what is missing at random.</summary>
    public static Dataset<T> Of<T>(int count)
        where T : IFeatureRecord<T>
    {
        double[] values = new double[count * T.Schema.Columns];
        for (int row = 0; row < count; row++)
            Fill<T>(row, values.AsSpan(row * T.Schema.Columns, T.Schema.Columns));
        return new(Enumerable.Range(0, count).Select(row => T.Decode(values.AsSpan(row * T.Schema.Columns, T.Schema.Columns))));
    }

    public static double[] Draw<T>(IRegularizer<T> regularizer, Dataset<T> data, int point)
        where T : IFeatureRecord<T>
    {
        double[] rows = new double[regularizer.RowsPerPoint * T.Schema.Columns];
        regularizer.Sample(data.Encoded[point], data.Statistics, new RandomStream(1, "draws").For(point), rows);
        return rows;
    }

    /// <summary>How many columns differ from the point in any row.</summary>
    public static int Moving(double[] rows, ReadOnlySpan<double> point)
    {
        int moving = 0;
        for (int column = 0; column < point.Length; column++)
        {
            double own = point[column];
            int length = point.Length;
            moving += rows.Where((_, i) => i % length == column).Any(value => value != own) ? 1 : 0;
        }

        return moving;
    }

    /// <summary>3 + Σ ±(how far a feature moved, on its scale and in deviations).</summary>
    public static double[] AffineAnswers<T>(double[] rows, double[] point, FeatureStatistics<T> statistics)
        where T : IFeatureRecord<T>
    {
        double[] answers = new double[rows.Length / point.Length];
        for (int row = 0; row < answers.Length; row++)
        {
            answers[row] = 3;
            foreach (Feature<T> feature in T.Schema.Features)
            {
                for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
                {
                    double own = point[column], value = rows[(row * point.Length) + column];
                    Axis axis = T.Schema.Axes[feature.Index];
                    if (own == value)
                        continue;
                    double off = !feature.IsNumeric ? value - own
                        : (feature.Scale == FeatureScale.Cyclic ? axis.Turn(own, value) : axis.Scaled(value) - axis.Scaled(own)) / statistics.Scale[feature.Index];
                    answers[row] += (column % 2 == 0 ? 1 : -2) * off;
                }
            }
        }

        return answers;
    }

    private static void Fill<T>(int row, Span<double> columns)
        where T : IFeatureRecord<T>
    {
        RandomStream stream = new RandomStream(7, "zoo").For(row);
        foreach (Feature<T> feature in T.Schema.Features)
        {
            Span<double> own = columns.Slice(feature.Column, feature.ColumnCount);
            double draw = stream.Uniform(feature.Index);
            switch (feature.Kind)
            {
                case FeatureKind.Flag:
                    own[0] = draw < 0.5 ? 1 : 0;
                    break;
                case FeatureKind.Category:
                    feature.WriteCategory((int)(draw * feature.Categories.Length), own);
                    break;
                case FeatureKind.Missing:
                    own[0] = draw < 0.3 ? 1 : 0;
                    break;
                default:
                    double low = Math.Max(feature.Range?.Minimum ?? -3, Math.Max(feature.Limits.Minimum, -1e6)), high = Math.Min(feature.Range?.Maximum ?? 3, Math.Min(feature.Limits.Maximum, 1e6));
                    if (low > high)
                        (low, high) = (feature.Limits.Minimum, feature.Limits.Minimum);
                    double value = low + ((high - low) * draw);
                    own[0] = Math.Clamp(feature.Kind == FeatureKind.Real ? value : Math.Round(value), feature.Limits.Minimum, feature.Limits.Maximum);
                    break;
            }
        }

        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (!feature.IsPresent(columns))
                columns.Slice(feature.Column, feature.ColumnCount).Clear();
        }
    }
}
