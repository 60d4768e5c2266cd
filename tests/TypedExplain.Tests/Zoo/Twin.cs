namespace TypedExplain.Tests.Zoo;

/// <summary>
/// What the generator should have written, worked out at run time by reflection, one value at a time: slow, short and
/// written independently of it.
/// </summary>
internal sealed class Twin<T>
    where T : IFeatureRecord<T>
{
    private readonly TwinRecord _record = new(typeof(T));

    public Twin()
    {
        foreach (TwinLeaf leaf in _record.Leaves())
            Features.Add(new TwinFeature(leaf, Features.Sum(feature => feature.Columns)));
    }

    public List<TwinFeature> Features { get; } = [];

    public int Columns => Features.Sum(feature => feature.Columns);

    /// <summary>A legal record with random values; one in four of those that may be missing is.</summary>
    public T Random(Random random)
    {
        Queue<object> values = new(Features.Select(feature => feature.Random(random)).ToArray());
        return (T)_record.Create(values);
    }

    public double[] Encode(T record) => [.. Features.SelectMany(feature => feature.Encode(feature.ValueOf(record!)))];

    /// <summary>The values of a record's features, boxed; null where one is missing.</summary>
    public object?[] Values(T record) => [.. Features.Select(feature => feature.ValueOf(record!))];

    /// <summary>The name of the record, without its type arguments.</summary>
    public string Name => typeof(T).Name.Split('`')[0];

    /// <summary>Whether an encoded row has a value for a feature.</summary>
    public bool IsPresent(TwinFeature feature, ReadOnlySpan<double> row)
    {
        foreach (TwinFeature missing in Features)
        {
            if (missing.Speaks(feature) && row[missing.Column] == 1)
                return false;
        }

        return true;
    }

    /// <summary>The interpretable form of one encoded row.</summary>
    public double[] Interpret(ReadOnlySpan<double> row, ReadOnlySpan<double> instance, FeatureStatistics<T> statistics)
    {
        double[] values = new double[Features.Count];
        for (int i = 0; i < values.Length; i++)
        {
            TwinFeature feature = Features[i];
            ReadOnlySpan<double> own = instance.Slice(feature.Column, feature.Columns), there = row.Slice(feature.Column, feature.Columns);
            bool isHere = IsPresent(feature, row);
            values[i] = !feature.IsNumeric && !IsPresent(feature, instance) ? 0
                : !IsPresent(feature, row) ? Absent(feature, i, instance, statistics)
                : Interpret(feature, i, there, own, statistics);
        }

        return values;
    }

    private static double Interpret(TwinFeature feature, int index, ReadOnlySpan<double> there, ReadOnlySpan<double> own, FeatureStatistics<T> statistics) =>
        !feature.IsNumeric ? there.SequenceEqual(own) ? 1 : 0
        : feature.Scale == FeatureScale.Cyclic ? feature.Turn(own[0], there[0]) / statistics.Scale[index]
        : (feature.Scaled(there[0]) - statistics.Mean[index]) / statistics.Scale[index];

    /// <summary>The mean of the values that are not missing, as the instance sees them; its own where neighbors do not vary it.</summary>
    private double Absent(TwinFeature feature, int index, ReadOnlySpan<double> instance, FeatureStatistics<T> statistics)
    {
        if (!IsPresent(feature, instance))
            return 0;
        ReadOnlySpan<double> own = instance.Slice(feature.Column, feature.Columns);
        if (feature.Draw == DrawMode.Fixed || (feature.Draw != DrawMode.Uniform && statistics.IsConstant(T.Schema.Features[index])))
            return Interpret(feature, index, own, own, statistics);
        if (feature.IsNumeric)
            return feature.Scale == FeatureScale.Cyclic ? feature.Turn(own[0], statistics.Mean[index]) / statistics.Scale[index] : 0;
        ReadOnlySpan<double> shares = statistics.Frequencies(T.Schema.Features[index]);
        if (feature.Kind != FeatureKind.Category)
            return own[0] == 1 ? shares[0] : 1 - shares[0];
        double[] mine = own.ToArray();
        return shares[Array.FindIndex(feature.Categories, category => feature.Encode(category.Value).SequenceEqual(mine))];
    }
}
