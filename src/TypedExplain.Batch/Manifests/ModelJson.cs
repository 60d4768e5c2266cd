using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Batch.Manifests;

/// <summary>The identity of a model as JSON.</summary>
internal static class ModelJson
{
    private const string NotIdentified = "not identified";

    public static void Write(Utf8JsonWriter json, ModelIdentity? model)
    {
        if (model is null)
        {
            json.WriteTextValue(NotIdentified);
            return;
        }

        json.WriteStartObject();
        json.WriteText("name", model.Name);
        if (model.Version is { } version)
            json.WriteText("version", version);
        json.WriteText("sha256", model.Sha256);
        json.WriteEndObject();
    }

    public static ModelIdentity? Read(JsonPart json)
    {
        if (json.Value.ValueKind == JsonValueKind.String && json.Text() == NotIdentified)
            return null;
        try
        {
            return new(json["name"].Text(), json.Optional("version")?.Text(), json["sha256"].Text());
        }
        catch (InvalidOptionException error)
        {
            throw new InvalidJsonException($"{json.Path} is no identity of a model: {error.Message}", error);
        }
    }
}
