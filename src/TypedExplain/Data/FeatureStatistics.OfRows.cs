using System.Runtime.InteropServices;
using TypedExplain.Data;
using TypedExplain.Schema;

namespace TypedExplain;

public sealed partial class FeatureStatistics<T>
{
    /// <summary>Statistics of encoded rows.</summary>
    internal static FeatureStatistics<T> Of(EncodedRows<T> rows)
    {
        if (rows.Count < 2 && T.Schema.Features.Length > 0)
            throw new InvalidDatasetException($"A data set of {T.Schema.Name} has {rows.Count} row; the spread of its features needs at least 2.");
        double[] weights = new double[rows.Count];
        Array.Fill(weights, 1);
        return Of(rows, weights);
    }

    /// <summary>Statistics of encoded rows that each stand for several; one row will do, with a deviation of 0.</summary>
    internal static FeatureStatistics<T> Of(EncodedRows<T> rows, ReadOnlySpan<double> weights)
    {
        FeatureSchema<T> schema = T.Schema;
        double[] mean = new double[schema.Features.Length];
        double[] deviation = new double[schema.Features.Length];
        double[] frequencies = new double[schema.Slots];
        double[]?[] marginals = new double[]?[schema.Features.Length];
        List<double> values = new(rows.Count), shares = new(rows.Count);
        foreach (Feature<T> feature in schema.Features)
        {
            Axis axis = schema.Axes[feature.Index];
            if (!feature.IsNumeric)
            {
                deviation[feature.Index] = 1;
                Count(rows, weights, feature, frequencies.AsSpan(axis.Slot, axis.Slots));
                continue;
            }

            Collect(rows, weights, feature, values, shares);
            ReadOnlySpan<double> numbers = CollectionsMarshal.AsSpan(values), own = CollectionsMarshal.AsSpan(shares);
            (mean[feature.Index], deviation[feature.Index]) = axis.Scale == FeatureScale.Cyclic ? Circle.Spread(numbers, own, axis) : Spread(numbers, own, axis);
            marginals[feature.Index] = feature.Draw == DrawMode.Marginal ? numbers.ToArray() : null;
        }

        return new(mean, deviation, frequencies, marginals, $"{rows.Count} background rows");
    }

    /// <summary>A feature's values in the rows that have one; if every row lacks it, one placeholder.</summary>
    private static void Collect(EncodedRows<T> rows, ReadOnlySpan<double> weights, Feature<T> feature, List<double> values, List<double> shares)
    {
        values.Clear();
        shares.Clear();
        for (int row = 0; row < rows.Count; row++)
        {
            if (!feature.IsPresent(rows[row]))
                continue;
            values.Add(rows[row][feature.Column]);
            shares.Add(weights[row]);
        }

        if (values.Count > 0)
            return;
        values.Add(Math.Clamp(0.0, feature.Limits.Minimum, feature.Limits.Maximum));
        shares.Add(1);
    }

    private static (double Mean, double Deviation) Spread(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, Axis axis)
    {
        double sum = 0, squares = 0, total = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += weights[i] * axis.Scaled(values[i]);
            total += weights[i];
        }

        double mean = sum / total;
        for (int i = 0; i < values.Length; i++)
        {
            double off = axis.Scaled(values[i]) - mean;
            squares += weights[i] * (off * off);
        }

        return (mean, values.ContainsAnyExcept(values[0]) ? Math.Sqrt(squares / total) : 0);
    }

    private static void Count(EncodedRows<T> rows, ReadOnlySpan<double> weights, Feature<T> feature, Span<double> shares)
    {
        double present = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            if (!feature.IsPresent(rows[row]))
                continue;
            present += weights[row];
            if (feature.Kind == FeatureKind.Category)
                shares[feature.CategoryIn(rows[row])] += weights[row];
            else
                shares[0] += weights[row] * rows[row][feature.Column];
        }

        foreach (ref double share in shares)
            share = present == 0 ? 0 : share / present;
    }
}
