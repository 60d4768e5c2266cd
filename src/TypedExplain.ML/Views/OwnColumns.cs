using Microsoft.ML.Data;
using TypedExplain.Media;

namespace TypedExplain.ML.Views;

/// <summary>The columns of a record where no pipeline says what it wants.</summary>
internal static class OwnColumns<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The column of all encoded columns together, which trainers look at by default.</summary>
    public const string Features = "Features";

    /// <summary>A column per feature, one per array, one per text, and all encoded columns together.</summary>
    public static List<ViewColumn<T>> All()
    {
        List<ViewColumn<T>> columns = [];
        foreach (IGrouping<string, Feature<T>> group in T.Schema.Features.GroupBy(Root))
        {
            Feature<T>[] features = [.. group];
            columns.Add(features[0].Name == group.Key ? Of(features[0]) : new VectorColumn<T, float>(group.Key, NumberDataViewType.Single, NumberSlot<T>.All(features), number => (float)number));
        }

        foreach (MediaFeature<T> media in T.Schema.Media)
        {
            if (media.IsText)
                columns.Add(Text(media.Name, media));
        }

        if (T.Schema.Columns > 0 && columns.TrueForAll(column => column.Name != Features))
            columns.Add(new VectorColumn<T, float>(Features, NumberDataViewType.Single, NumberSlot<T>.All(T.Schema.Features), number => (float)number));
        return columns;
    }

    /// <summary>A text of each record.</summary>
    public static ViewColumn<T> Text(string name, MediaFeature<T> media) =>
        new ValueColumn<T, ReadOnlyMemory<char>>(name, TextDataViewType.Instance, [], (rows, row) => T.Schema.ReadMedia(rows.Records[row]).Text(media.Index).AsMemory()) { IsText = true };

    /// <summary>A category or rank by its name; a missing one is empty.</summary>
    public static ViewColumn<T> Name(string name, Feature<T> feature)
    {
        ReadOnlyMemory<char>[] names = [.. feature.Categories.Select(category => category.AsMemory())];
        return new ValueColumn<T, ReadOnlyMemory<char>>(name, TextDataViewType.Instance, [feature], (rows, row) => Category(feature, rows[row]) is { } category ? names[category] : default);
    }

    /// <summary>The position of a category or rank; null where it is missing.</summary>
    public static int? Category(Feature<T> feature, ReadOnlySpan<double> row) =>
        !feature.IsPresent(row) ? null : feature.Kind == FeatureKind.Ordinal ? (int)row[feature.Column] : feature.CategoryIn(row);

    /// <summary>The name of the property that an element is of.</summary>
    public static string Root(Feature<T> feature)
    {
        int end = feature.Name.IndexOf('[', StringComparison.Ordinal);
        return end < 0 || !feature.Name.EndsWith(']') ? feature.Name : feature.Name[..end];
    }

    private static ViewColumn<T> Of(Feature<T> feature) => feature.Kind switch
    {
        FeatureKind.Category => Name(feature.Name, feature),
        FeatureKind.Missing => new ValueColumn<T, bool>(feature.Name, BooleanDataViewType.Instance, [feature], (rows, row) => rows[row][feature.Column] != 0),
        FeatureKind.Flag when !T.Schema.IsNullable(feature) => new ValueColumn<T, bool>(feature.Name, BooleanDataViewType.Instance, [feature], (rows, row) => rows[row][feature.Column] != 0),
        _ => new ValueColumn<T, float>(feature.Name, NumberDataViewType.Single, [feature], (rows, row) => (float)NumberSlot<T>.Of(feature).Read(rows[row])),
    };
}
