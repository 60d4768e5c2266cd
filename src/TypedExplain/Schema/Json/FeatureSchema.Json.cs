using System.Collections.Immutable;
using System.Text.Json;
using TypedExplain.Schema.Json;

namespace TypedExplain;

public sealed partial class FeatureSchema<T>
{
    /// <summary>The schema as JSON, to be stored with a model and checked when the model is loaded.</summary>
    /// <remarks>The same schema gives the same text, to the byte.</remarks>
    public string ToJson() => SchemaJson.Write(this);

    /// <summary>Checks that a stored schema says the same as this one.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidSchemaException">The text is not a schema of this version, or of another record, or differs in a feature.</exception>
    public void CheckJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using JsonDocument here = JsonDocument.Parse(ToJson());
        using JsonDocument there = SchemaJson.Parse(json, Name);
        ImmutableArray<string> differences = SchemaDifferences.Between(here.RootElement, there.RootElement);
        if (!differences.IsEmpty)
            throw new InvalidSchemaException(Name, differences);
    }
}
