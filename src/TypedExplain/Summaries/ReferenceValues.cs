namespace TypedExplain.Summaries;

/// <summary>The values of one number in a background, ascending and each once, with the weight of those up to it.</summary>
internal readonly struct ReferenceValues
{
    private readonly double[] _values;
    private readonly double[] _weights;

    private ReferenceValues(double[] values, double[] weights) => (_values, _weights) = (values, weights);

    /// <summary>How many different values there are.</summary>
    public int Count => _values.Length;

    /// <summary>The values that rows of the background have in a column; rows without one are passed over.</summary>
    public static ReferenceValues Of<T>(Feature<T> feature, WeightedRows<T> background)
        where T : IFeatureRecord<T>
    {
        List<(double Value, int Row)> present = [];
        for (int row = 0; row < background.Count; row++)
        {
            ReadOnlySpan<double> columns = background.Rows.Encoded[row];
            if (feature.IsPresent(columns))
                present.Add((columns[feature.Column] + 0.0, row));
        }

        present.Sort();
        List<double> values = [], weights = [];
        double weight = 0;
        foreach ((double value, int row) in present)
        {
            weight += background.Weights[row];
            if (values.Count > 0 && values[^1] == value)
            {
                weights[^1] = weight;
                continue;
            }

            values.Add(value);
            weights.Add(weight);
        }

        return new([.. values], [.. weights]);
    }

    /// <summary>The least value up to which a share of the weight lies.</summary>
    public double Quantile(double share)
    {
        int at = Array.BinarySearch(_weights, share * _weights[^1]);
        return _values[Math.Min(at < 0 ? ~at : at, _values.Length - 1)];
    }

    /// <summary>Cuts between at most so many ranges with about the same weight; one range per value where there are no more values.</summary>
    public double[] Cuts(int ranges)
    {
        if (Count <= ranges)
            return _values.Length == 0 ? [] : _values[..^1];
        double[] values = new double[ranges - 1];
        for (int i = 1; i < ranges; i++)
            values[i - 1] = Quantile((double)i / ranges);
        double last = _values[^1];
        return [.. values.Distinct().Where(cut => cut < last)];
    }
}
