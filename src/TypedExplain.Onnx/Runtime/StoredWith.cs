using System.Collections.Immutable;

namespace TypedExplain.Onnx.Runtime;

/// <summary>What this library stores beside the models that it writes.</summary>
internal static class StoredWith
{
    private const string SchemaKey = "TypedExplain.schema";
    private const string OutputsKey = "TypedExplain.outputs";
    private const char Between = '\n';

    /// <summary>What is stored with a model.</summary>
    public static (string Key, string Value)[] Of<T>(ImmutableArray<string> outputs)
        where T : IFeatureRecord<T> => [(SchemaKey, T.Schema.ToJson()), (OutputsKey, string.Join(Between, outputs))];

    /// <summary>The names of the outputs, if they were stored.</summary>
    /// <exception cref="InvalidSchemaException">The model was stored for another schema.</exception>
    public static ImmutableArray<string> Read<T>(IReadOnlyDictionary<string, string> metadata)
        where T : IFeatureRecord<T>
    {
        if (metadata.TryGetValue(SchemaKey, out string? schema))
            T.Schema.CheckJson(schema);
        return metadata.TryGetValue(OutputsKey, out string? outputs) ? [.. outputs.Split(Between)] : [];
    }
}
