using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>
/// Where the features of a record lie: mean and standard deviation of numbers, frequency of categories. Explainers
/// draw neighbors by them and measure distances in them.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class FeatureStatistics<T>
    where T : IFeatureRecord<T>
{
    private static FeatureStatistics<T>? s_ofRanges;

    private FeatureStatistics(double[] mean, double[] deviation, ImmutableArray<double> frequencies, string source)
    {
        Mean = new FeatureVector<T>(mean);
        Deviation = new FeatureVector<T>(deviation);
        Frequencies = frequencies;
        Source = source;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (!double.IsFinite(mean[feature.Index]) || !double.IsFinite(deviation[feature.Index]))
                throw new InvalidDatasetException($"The spread of {T.Schema.Name}.{feature.Name} over {source} is too large for a double. Measure it in a larger unit.");
        }

        Scale = [.. deviation.Select(spread => spread == 0 ? 1 : spread)];
        HasConstants = T.Schema.Features.Any(IsConstant);
    }

    /// <summary>The mean of each number; 0 for flags and categories.</summary>
    public FeatureVector<T> Mean { get; }

    /// <summary>The standard deviation (÷ n) of each number; 1 for flags and categories, 0 where a number never varies.</summary>
    public FeatureVector<T> Deviation { get; }

    /// <summary>For each column of a flag or category: the share of rows that hold 1; 0 for numbers.</summary>
    public ImmutableArray<double> Frequencies { get; }

    /// <summary>What the statistics were taken from, in words.</summary>
    public string Source { get; }

    /// <summary>What standardised values are divided by: the deviation, or 1 where that is 0.</summary>
    internal ImmutableArray<double> Scale { get; }

    /// <summary>Whether any feature has one value only.</summary>
    internal bool HasConstants { get; }

    /// <summary>Whether a feature has one value only, so that nothing can be learnt of its effect.</summary>
    /// <param name="feature">The feature.</param>
    public bool IsConstant(Feature<T> feature) => feature.Kind switch
    {
        FeatureKind.Flag => Frequencies[feature.Column] is 0 or 1,
        FeatureKind.Category => Frequencies.AsSpan(feature.Column, feature.ColumnCount).Contains(1.0),
        _ => Deviation[feature] == 0,
    };

    /// <summary>Statistics of encoded rows.</summary>
    internal static FeatureStatistics<T> Of(EncodedRows<T> rows)
    {
        FeatureSchema<T> schema = T.Schema;
        if (rows.Count < 2)
            throw new InvalidDatasetException($"A data set of {schema.Name} has {rows.Count} row; the spread of its features needs at least 2.");

        double[] mean = new double[schema.Features.Length];
        double[] deviation = new double[schema.Features.Length];
        double[] frequencies = new double[schema.Columns];
        foreach (Feature<T> feature in schema.Features)
        {
            if (!feature.IsNumeric)
            {
                deviation[feature.Index] = 1;
                for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
                    frequencies[column] = MeanOf(rows, column);
                continue;
            }

            double center = MeanOf(rows, feature.Column);
            double squares = 0;
            for (int row = 0; row < rows.Count; row++)
            {
                double off = rows[row][feature.Column] - center;
                squares += off * off;
            }

            mean[feature.Index] = center;
            deviation[feature.Index] = IsConstantColumn(rows, feature.Column) ? 0 : Math.Sqrt(squares / rows.Count);
        }

        return new(mean, deviation, [.. frequencies], $"{rows.Count} background rows");
    }

    /// <summary>
    /// Statistics that follow from the stated ranges alone, as if numbers were uniform in their range and categories
    /// equally frequent.
    /// </summary>
    /// <exception cref="InvalidOptionException">A number has no stated range.</exception>
    internal static FeatureStatistics<T> OfRanges => s_ofRanges ??= FromRanges();

    private static FeatureStatistics<T> FromRanges()
    {
        FeatureSchema<T> schema = T.Schema;
        double[] mean = new double[schema.Features.Length];
        double[] deviation = new double[schema.Features.Length];
        double[] frequencies = new double[schema.Columns];
        foreach (Feature<T> feature in schema.Features)
        {
            deviation[feature.Index] = 1;
            if (!feature.IsNumeric)
            {
                double share = feature.Kind == FeatureKind.Flag ? 0.5 : 1.0 / feature.ColumnCount;
                frequencies.AsSpan(feature.Column, feature.ColumnCount).Fill(share);
                continue;
            }

            if (feature.Range is not { IsBounded: true } range)
            {
                throw new InvalidOptionException(
                    $"Nothing tells how far {schema.Name}.{feature.Name} spreads. Give the neighborhood a Background data set, or the feature a range: [Numeric(minimum, maximum)].");
            }

            mean[feature.Index] = range.Minimum + ((range.Maximum - range.Minimum) / 2);
            deviation[feature.Index] = (range.Maximum - range.Minimum) / Math.Sqrt(12);
        }

        return new(mean, deviation, [.. frequencies], "the stated ranges");
    }

    private static double MeanOf(EncodedRows<T> rows, int column)
    {
        double sum = 0;
        for (int row = 0; row < rows.Count; row++)
            sum += rows[row][column];
        return sum / rows.Count;
    }

    private static bool IsConstantColumn(EncodedRows<T> rows, int column)
    {
        for (int row = 1; row < rows.Count; row++)
        {
            if (rows[row][column] != rows[0][column])
                return false;
        }

        return true;
    }
}
