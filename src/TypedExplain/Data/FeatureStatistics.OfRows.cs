namespace TypedExplain;

public sealed partial class FeatureStatistics<T>
{
    /// <summary>Statistics of encoded rows.</summary>
    internal static FeatureStatistics<T> Of(EncodedRows<T> rows)
    {
        FeatureSchema<T> schema = T.Schema;
        if (rows.Count < 2)
            throw new InvalidDatasetException($"A data set of {schema.Name} has {rows.Count} row; the spread of its features needs at least 2.");

        double[] mean = new double[schema.Features.Length];
        double[] deviation = new double[schema.Features.Length];
        double[] frequencies = new double[schema.Slots];
        double[]?[] marginals = new double[]?[schema.Features.Length];
        foreach (Feature<T> feature in schema.Features)
        {
            Axis axis = schema.Axes[feature.Index];
            if (feature.IsNumeric)
            {
                double[] values = Values(rows, feature);
                (mean[feature.Index], deviation[feature.Index]) = axis.Scale == FeatureScale.Cyclic ? Circle.Spread(values, axis) : Spread(values, axis);
                marginals[feature.Index] = feature.Draw == Draw.Marginal ? values : null;
            }
            else
            {
                deviation[feature.Index] = 1;
                Count(rows, feature, frequencies.AsSpan(axis.Slot, axis.Slots));
            }
        }

        return new(mean, deviation, frequencies, marginals, $"{rows.Count} background rows");
    }

    /// <summary>The numbers of a feature in the rows that have one; where none has, the one that stands for all.</summary>
    private static double[] Values(EncodedRows<T> rows, Feature<T> feature)
    {
        List<double> values = new(rows.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            if (feature.IsPresent(rows[row]))
                values.Add(rows[row][feature.Column]);
        }

        return values.Count > 0 ? [.. values] : [Math.Clamp(0.0, feature.Limits.Minimum, feature.Limits.Maximum)];
    }

    private static (double Mean, double Deviation) Spread(double[] values, Axis axis)
    {
        double sum = 0, squares = 0;
        foreach (double value in values)
            sum += axis.Scaled(value);
        double mean = sum / values.Length;
        foreach (double value in values)
        {
            double off = axis.Scaled(value) - mean;
            squares += off * off;
        }

        return (mean, values.AsSpan().ContainsAnyExcept(values[0]) ? Math.Sqrt(squares / values.Length) : 0);
    }

    private static void Count(EncodedRows<T> rows, Feature<T> feature, Span<double> shares)
    {
        int present = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            if (!feature.IsPresent(rows[row]))
                continue;
            present++;
            if (feature.Kind == FeatureKind.Category)
                shares[feature.CategoryIn(rows[row])]++;
            else
                shares[0] += rows[row][feature.Column];
        }

        foreach (ref double share in shares)
            share = present == 0 ? 0 : share / present;
    }
}
