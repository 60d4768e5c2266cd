using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>The explainer of a result: what its method is called, and its options.</summary>
internal static class ExplainerJson
{
    /// <summary>Writes an explainer.</summary>
    public static void Write<T>(Utf8JsonWriter json, IExplainer<T> explainer)
        where T : IFeatureRecord<T>
    {
        json.WriteText("method", explainer.Name);
        json.WritePropertyName("explainer");
        explainer.Describe().WriteTo(json);
    }

    /// <summary>Reads an explainer.</summary>
    public static DescribedExplainer<T> Read<T>(JsonPart part)
        where T : IFeatureRecord<T> => new(part["method"].Text(), Description.Read(part["explainer"]));
}
