namespace TypedExplain.Decisions.Tests.Support;

/// <summary>Legal rows of any schema without texts and images, by a stream.</summary>
internal static class Instances
{
    public static double[] Row<T>(RandomStream stream)
        where T : IFeatureRecord<T>
    {
        double[] row = new double[T.Schema.Columns];
        int next = 0;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            Span<double> own = row.AsSpan(feature.Column, feature.ColumnCount);
            switch (feature.Kind)
            {
                case FeatureKind.Category:
                    feature.WriteCategory(stream.Choose(next++, feature.Categories.Length), own);
                    break;
                case FeatureKind.Flag:
                    own[0] = stream.Choose(next++, 2);
                    break;
                case FeatureKind.Missing:
                    own[0] = stream.Choose(next++, 4) == 0 ? 1 : 0;
                    break;
                default:
                    double low = Math.Max(feature.Limits.Minimum, -50), high = Math.Max(low, Math.Min(feature.Limits.Maximum, low + 100));
                    double value = low + ((high - low) * stream.Uniform(next++));
                    own[0] = feature.Kind == FeatureKind.Real ? value : Math.Floor(value);
                    break;
            }
        }

        foreach (Feature<T> feature in T.Schema.Features.Where(feature => feature.Within is not null))
            row[feature.Column] = Math.Min(row[feature.Column], Math.Floor(row[T.Schema.Features[feature.Within!.Value].Column]));

        // What the record keeps of it, and 0 where there is no value.
        double[] kept = new double[row.Length];
        T.Encode(T.Decode(row), kept);
        return kept;
    }
}
