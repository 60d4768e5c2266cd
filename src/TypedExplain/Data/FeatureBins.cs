using System.Runtime.InteropServices;

namespace TypedExplain.Data;

/// <summary>The bins of a record's numbers. A number in bins counts 1 where it is in the instance's bin and 0 outside.</summary>
internal sealed class FeatureBins<T>
    where T : IFeatureRecord<T>
{
    private readonly NumberBins?[] _bins;

    /// <summary>Bins that were cut before, one or none per feature.</summary>
    public FeatureBins(NumberBins?[] bins)
    {
        _bins = bins;
        HasSingleBin = T.Schema.Features.Any(feature => bins[feature.Index] is { } own && IsSingle(feature, own));
    }

    /// <summary>Puts every number that varies into bins.</summary>
    /// <exception cref="InvalidDatasetException">The cuts depend on classes, and the rows have none.</exception>
    public FeatureBins(Dataset<T> data, Discretization discretization)
    {
        if (discretization == Discretization.Entropy && data.Target is not { IsClass: true })
            throw new InvalidDatasetException($"Bins by entropy are cut where classes change, and the rows of {T.Schema.Name} have none. Give the data set labels: data.WithLabels(...), or choose another Discretization.");
        _bins = new NumberBins?[T.Schema.Features.Length];
        List<double> values = new(data.Count);
        List<int> classes = new(data.Count);
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (!feature.IsNumeric || data.Statistics.IsConstant(feature) || feature.Draw == DrawMode.Fixed)
                continue;
            values.Clear();
            classes.Clear();
            for (int row = 0; row < data.Count; row++)
            {
                if (!feature.IsPresent(data.Encoded[row]))
                    continue;
                values.Add(data.Encoded[row][feature.Column]);
                classes.Add(data.Target is { IsClass: true } target ? (int)target.Values[row] : 0);
            }

            NumberBins bins = NumberBins.Of(CollectionsMarshal.AsSpan(values), CollectionsMarshal.AsSpan(classes), discretization);
            _bins[feature.Index] = bins;
            HasSingleBin |= IsSingle(feature, bins);
        }
    }

    /// <summary>
    /// Whether all values of a number lie in one bin, so that no neighbor is in another and nothing is learned of it; not where
    /// its author has it drawn from its range.
    /// </summary>
    public bool HasSingleBin { get; }

    /// <summary>The bins of a feature; null where it has none.</summary>
    public NumberBins? this[Feature<T> feature] => _bins[feature.Index];

    /// <summary>
    /// Writes which rows are in the instance's bins. A missing value counts as the share of values in the bin; where the
    /// instance has none, and where all neighbors are in one bin, a row is compared with nothing and counts 0.
    /// </summary>
    public void Interpret(ReadOnlySpan<double> instance, ReadOnlySpan<double> rows, Span<double> interpretable, int stride)
    {
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (_bins[feature.Index] is not { } bins)
                continue;
            if (feature.IsPresent(instance) && !IsSingle(feature, bins))
                Interpret(feature, bins, bins.Of(instance[feature.Column]), instance.Length, rows, interpretable, stride);
            else
                Clear(interpretable[feature.Index..], stride, rows.Length / instance.Length);
        }
    }

    /// <summary>The instance's bin in words, with numbers as a culture writes them; null where the feature has no bins or the instance no value.</summary>
    public string? Describe(Feature<T> feature, ReadOnlySpan<double> instance, IFormatProvider provider)
    {
        if (_bins[feature.Index] is not { } bins || !feature.IsPresent(instance))
            return null;
        return bins.Label(feature.DisplayName, bins.Of(instance[feature.Column]), Text);

        string Text(double cut) => feature.Kind == FeatureKind.Ordinal || feature.DateUnit is not null ? feature.FormatNumber(cut, provider) : bins.Text(cut, provider);
    }

    /// <summary>1 less the share of a background's values in the instance's bin; 0 where the instance has none.</summary>
    public double Difference(Feature<T> feature, ReadOnlySpan<double> instance, WeightedRows<T> background)
    {
        if (_bins[feature.Index] is not { } bins || !feature.IsPresent(instance))
            return 0;
        int own = bins.Of(instance[feature.Column]);
        double inside = 0, outside = 0;
        for (int row = 0; row < background.Count; row++)
        {
            ReadOnlySpan<double> columns = background.Rows.Encoded[row];
            if (feature.IsPresent(columns))
            {
                if (bins.Of(columns[feature.Column]) == own)
                    inside += background.Weights[row];
                else
                    outside += background.Weights[row];
            }
        }

        return inside + outside == 0 ? 0 : outside / (inside + outside);
    }

    private static void Interpret(Feature<T> feature, NumberBins bins, int own, int columns, ReadOnlySpan<double> rows, Span<double> interpretable, int stride)
    {
        ReadOnlySpan<int> missing = T.Schema.MissingColumns(feature);
        (double above, double most) = bins.Ends(own);
        for (int from = 0, to = feature.Index; from < rows.Length; from += columns, to += stride)
        {
            // Without a branch: which bin a row is in cannot be guessed.
            double value = rows[from + feature.Column];
            int isInside = value > above & value <= most ? 1 : 0;
            interpretable[to] = missing.IsEmpty || FeatureSchema<T>.IsPresent(missing, rows.Slice(from, columns)) ? isInside : bins.Frequencies[own];
        }
    }

    private static bool IsSingle(Feature<T> feature, NumberBins bins) => feature.Draw != DrawMode.Uniform && bins.Frequencies.Contains(1);

    private static void Clear(Span<double> interpretable, int stride, int rows)
    {
        for (int row = 0; row < rows; row++)
            interpretable[row * stride] = 0;
    }
}
