using TypedExplain.Schema;

namespace TypedExplain.Neighborhoods;

/// <summary>Features that have a single value in the background: nothing can be learned of their effect.</summary>
internal static class ConstantFeatures
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
            if (statistics.IsConstant(feature) && FeatureStatistics<T>.IsVaried(feature))
            {
                string value = background is null ? Protection.Shown(feature, feature.Categories[0]) : ValueIn(background, feature);
                throw new InvalidDatasetException(
                    $"{T.Schema.Name}.{feature.Name} is {value} in all {statistics.Source}, so nothing can be learned of its effect. Give a Background in which it varies, or set HoldConstantFeatures = true: it then keeps the instance's value and gets attribution 0.");
            }
        }
    }

    /// <summary>Gives rows the instance's value of every such feature, and of those that their author fixed.</summary>
    public static void Hold<T>(FeatureStatistics<T> statistics, ReadOnlySpan<double> instance, Span<double> rows)
        where T : IFeatureRecord<T>
    {
        if (!T.Schema.Features.Any(statistics.IsHeld))
            return;
        for (int at = 0; at < rows.Length; at += instance.Length)
            HoldRow(statistics, instance, rows.Slice(at, instance.Length));
    }

    /// <summary>First what is missing, then the values of what is not.</summary>
    private static void HoldRow<T>(FeatureStatistics<T> statistics, ReadOnlySpan<double> instance, Span<double> row)
        where T : IFeatureRecord<T>
    {
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (feature.Kind == FeatureKind.Missing && statistics.IsHeld(feature))
                row[feature.Column] = instance[feature.Column];
        }

        foreach (Feature<T> feature in T.Schema.Features)
        {
            Span<double> columns = row.Slice(feature.Column, feature.ColumnCount);
            if (!feature.IsPresent(row))
                columns.Clear();
            else if (statistics.IsHeld(feature) && feature.IsPresent(instance))
                instance.Slice(feature.Column, feature.ColumnCount).CopyTo(columns);
        }
    }

    /// <summary>The one value in the rows that have one; "missing" where none has.</summary>
    private static string ValueIn<T>(Dataset<T> background, Feature<T> feature)
        where T : IFeatureRecord<T>
    {
        int row = 0;
        while (row < background.Count - 1 && !feature.IsPresent(background.Encoded[row]))
            row++;
        return Protection.Shown(feature, feature.Format(background.Encoded[row]));
    }
}
