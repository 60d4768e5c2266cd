namespace TypedExplain.ML.Views;

/// <summary>A number of an encoded row as ML.NET sees it: NaN where it is missing.</summary>
/// <param name="Feature">The feature that it is of.</param>
/// <param name="Column">The column of the encoded row.</param>
/// <param name="Name">What it is called.</param>
internal readonly record struct NumberSlot<T>(Feature<T> Feature, int Column, string Name)
    where T : IFeatureRecord<T>
{
    /// <summary>The only column of a feature.</summary>
    public static NumberSlot<T> Of(Feature<T> feature) => new(feature, feature.Column, feature.Name);

    /// <summary>The columns of features, one after the other.</summary>
    public static NumberSlot<T>[] All(IEnumerable<Feature<T>> features) => [.. features.SelectMany(feature => Enumerable.Range(0, feature.ColumnCount).Select(i => new NumberSlot<T>(feature, feature.Column + i, NameOf(feature, i))))];

    /// <summary>The number.</summary>
    public double Read(ReadOnlySpan<double> row) => Feature.Kind != FeatureKind.Missing && !Feature.IsPresent(row) ? double.NaN : row[Column];

    private static string NameOf(Feature<T> feature, int column) => feature.ColumnCount == 1 ? feature.Name
        : feature.Encoding == CategoryEncoding.OneHot ? $"{feature.Name}.{feature.Categories[column]}"
        : $"{feature.Name}.{column}";
}
