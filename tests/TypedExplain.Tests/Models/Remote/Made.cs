namespace TypedExplain.Tests.Models.Remote;

/// <summary>Forty different legal rows.</summary>
internal static class Made<T>
    where T : IFeatureRecord<T>
{
    public static Dataset<T> Rows { get; } = new(Enumerable.Range(0, 40).Select(Row));

    private static T Row(int row)
    {
        double[] columns = new double[T.Schema.Columns];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (feature.Kind == FeatureKind.Category)
                feature.WriteCategory(row % feature.Categories.Length, columns.AsSpan(feature.Column, feature.ColumnCount));
            else if (feature.Kind == FeatureKind.Flag)
                columns[feature.Column] = row % 2;
            else
                columns[feature.Column] = feature.Limits.IsBounded ? Math.Floor(feature.Limits.Minimum + ((feature.Limits.Maximum - feature.Limits.Minimum) * (row + 1) / 50)) : row + 0.25;
        }

        return T.Decode(columns);
    }
}
