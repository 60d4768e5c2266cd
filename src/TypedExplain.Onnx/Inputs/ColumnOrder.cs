using System.Collections.Immutable;
using TypedExplain.Onnx.Runtime;
using TypedExplain.Schema.Values;

namespace TypedExplain.Onnx.Inputs;

/// <summary>The names of a matrix's columns, as exporters store them beside a model, against the features that fill it.</summary>
internal static class ColumnOrder
{
    private static readonly string[] s_keys = ["feature_names", "feature_names_in", "columns", "input_features"];

    /// <summary>The names, written as a JSON list of texts or between commas; none where the model does not tell.</summary>
    public static ImmutableArray<string> Stored(IReadOnlyDictionary<string, string> metadata)
    {
        string text = s_keys.Select(key => metadata.GetValueOrDefault(key, "")).FirstOrDefault(value => value.Length > 0, "").Trim();
        if (text.StartsWith('[') && text.EndsWith(']'))
            text = text[1..^1];
        string[] names = text.Split(',', StringSplitOptions.TrimEntries);
        return names.Length > 1 || names[0].Length > 0 ? [.. names.Select(name => name.Trim('"', '\''))] : [];
    }

    /// <summary>Refuses a matrix of which a column is named like a feature that fills other columns. Names that no feature has tell nothing.</summary>
    public static void Check<T>(TensorForm input, ImmutableArray<string> names, List<Feature<T>> filling)
        where T : IFeatureRecord<T>
    {
        int column = 0;
        foreach (Feature<T> feature in filling)
        {
            for (int i = 0; i < feature.ColumnCount && column < names.Length; i++, column++)
            {
                if (filling.Find(other => NameKey.Of(other.Name) == NameKey.Of(names[column])) is { } meant && meant != feature)
                    throw new InvalidModelException($"Column {column} of input {input} of the model is '{names[column]}', and {T.Schema.Name}.{feature} fills it. Put the properties of {T.Schema.Name} in the order of the model: {string.Join(", ", names)}.");
            }
        }
    }
}
