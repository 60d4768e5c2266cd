namespace TypedExplain;

/// <summary>Features that have a single value in the background: nothing can be learnt of their effect.</summary>
internal static class HeldFeatures
{
    /// <summary>Refuses a background with such a feature, unless it may be held.</summary>
    /// <exception cref="InvalidDatasetException">There is one.</exception>
    public static void Check<T>(FeatureStatistics<T> statistics, Dataset<T>? background, bool mayHold)
        where T : IFeatureRecord<T>
    {
        if (!statistics.HasConstants || mayHold)
            return;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (statistics.IsConstant(feature))
            {
                throw new InvalidDatasetException(
                    $"{T.Schema.Name}.{feature.Name} is {feature.Format(background!.Encoded[0])} in all {statistics.Source}, so nothing can be learnt of its effect. Give a Background in which it varies, or set HoldConstantFeatures = true: it then keeps the instance's value and gets attribution 0.");
            }
        }
    }

    /// <summary>Gives rows the instance's value of every such feature.</summary>
    public static void Hold<T>(FeatureStatistics<T> statistics, ReadOnlySpan<double> instance, Span<double> rows)
        where T : IFeatureRecord<T>
    {
        if (!statistics.HasConstants)
            return;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (!statistics.IsConstant(feature))
                continue;
            ReadOnlySpan<double> own = instance.Slice(feature.Column, feature.ColumnCount);
            for (int at = feature.Column; at < rows.Length; at += instance.Length)
                own.CopyTo(rows[at..]);
        }
    }
}
