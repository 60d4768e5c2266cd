using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Testing.Reasons;

/// <summary>What messages call an instance: its row and its key, or where it has none and is short what it holds, protected values withheld.</summary>
internal static class InstanceText
{
    /// <summary>How many instances a message names.</summary>
    public const int Most = 10;

    // A record with more features is told by its row only.
    private const int MostFeatures = 6;

    /// <summary>The key of an instance, in one line; null where there is none.</summary>
    public static string? KeyOf<T>(T instance)
        where T : IFeatureRecord<T> => instance is not null && T.RowKey?.TextOf(instance) is { Length: > 0 } key ? VisibleText.Name(key) : null;

    /// <summary>An instance in words.</summary>
    public static string Of<T>(int row, T instance)
        where T : IFeatureRecord<T>
    {
        if (KeyOf(instance) is { } key)
            return string.Create(CultureInfo.InvariantCulture, $"row {row}, {T.RowKey!.Name} {key}");
        if (T.Schema.Features.Length > MostFeatures)
            return string.Create(CultureInfo.InvariantCulture, $"row {row}");
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(instance, columns);
        return string.Create(CultureInfo.InvariantCulture, $"row {row}, {T.Schema.Describe(columns)}");
    }

    /// <summary>Lines of a message: the first, indented, and how many more there are.</summary>
    public static string Lines(IReadOnlyCollection<string> lines) =>
        string.Concat(lines.Take(Most).Select(line => $"\n  {line}")) + (lines.Count > Most ? string.Create(CultureInfo.InvariantCulture, $"\n  and {lines.Count - Most} more") : "");

    /// <summary>Features in their order; "none" where there are none.</summary>
    public static string Names<T>(IReadOnlyCollection<Feature<T>> features)
        where T : IFeatureRecord<T> => features.Count == 0 ? "none" : string.Join(", ", features.Select(feature => feature.DisplayName));
}
