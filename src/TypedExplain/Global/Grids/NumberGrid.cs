using TypedExplain.Schema;

namespace TypedExplain.Global.Grids;

/// <summary>Points of a number.</summary>
internal static class NumberGrid
{
    /// <summary>The points in rising order, each once; none where no row has a value.</summary>
    public static double[] Of<T>(Feature<T> feature, Dataset<T> background, GridSpacing spacing, int points)
        where T : IFeatureRecord<T>
    {
        double[] sorted = Sorted(feature, background);
        if (sorted.Length == 0)
            return [];
        return spacing == GridSpacing.Quantile ? Quantiles(sorted, points - 1) : Even(feature, background, sorted, points);
    }

    /// <summary>The values of a number in rising order; on a circle its end counts as its start.</summary>
    public static double[] Sorted<T>(Feature<T> feature, Dataset<T> background)
        where T : IFeatureRecord<T>
    {
        double[] values = [.. Enumerable.Range(0, background.Count).Where(row => feature.IsPresent(background.Encoded[row])).Select(row => Of(feature, background.Encoded[row]))];
        Array.Sort(values);
        return values;
    }

    /// <summary>The value of a number in a row; on a circle its end counts as its start.</summary>
    public static double Of<T>(Feature<T> feature, ReadOnlySpan<double> row)
        where T : IFeatureRecord<T>
    {
        double value = row[feature.Column];
        Axis axis = T.Schema.Axes[feature.Index];
        return feature.Scale == FeatureScale.Cyclic && value == axis.Range.Maximum ? axis.Range.Minimum : value;
    }

    /// <summary>Values that divide sorted ones into so many shares, both ends among them, each once.</summary>
    public static double[] Quantiles(double[] sorted, int shares)
    {
        int last = sorted.Length - 1, steps = Math.Min(shares, Math.Max(1, last));
        List<double> values = [];
        for (int step = 0; step <= steps; step++)
        {
            double value = sorted[(int)((long)step * last / steps)];
            if (values.Count == 0 || values[^1] != value)
                values.Add(value);
        }

        return [.. values];
    }

    private static double[] Even<T>(Feature<T> feature, Dataset<T> background, double[] sorted, int points)
        where T : IFeatureRecord<T>
    {
        Axis axis = T.Schema.Axes[feature.Index];
        bool isCyclic = feature.Scale == FeatureScale.Cyclic;
        double margin = isCyclic && feature.Kind != FeatureKind.Real ? 0.5 : 0;
        double low = isCyclic ? axis.Range.Minimum + margin : axis.Scaled(sorted[0]), high = isCyclic ? axis.Range.Maximum + margin : axis.Scaled(sorted[^1]);
        double[] columns = new double[T.Schema.Columns];
        background.Encoded[Enumerable.Range(0, background.Count).First(row => feature.IsPresent(background.Encoded[row]))].CopyTo(columns);
        SortedSet<double> values = [];
        for (int point = 0; point < points; point++)
        {
            double share = (double)point / (isCyclic ? points : points - 1), value = axis.Unscaled((low * (1 - share)) + (high * share));
            value = point == 0 && !isCyclic ? sorted[0] : point == points - 1 && !isCyclic ? sorted[^1] : margin > 0 ? Math.Floor(value) : value;

            // What a record can hold: whole numbers, days, single precision.
            columns[feature.Column] = value;
            double[] legal = new double[columns.Length];
            T.Encode(T.Decode(columns), legal);
            values.Add(Of(feature, legal));
        }

        return [.. values];
    }
}
