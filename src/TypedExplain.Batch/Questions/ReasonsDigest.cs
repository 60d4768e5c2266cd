using TypedExplain.Files;
using TypedExplain.Json;

namespace TypedExplain.Batch.Questions;

/// <summary>The SHA-256 of a record's reasons: their codes and texts, and for which values of which feature they hold.</summary>
internal static class ReasonsDigest
{
    public static string Of<T>()
        where T : IFeatureRecord<T> => ContentDigest.Of(CanonicalJson.Of(JsonBuffer.Of(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("reasons");
        foreach (Reason<T> reason in T.Schema.Reasons)
        {
            json.WriteTextValue(reason.CodeText);
            json.WriteTextValue(reason.Text);
        }

        json.WriteEndArray();
        json.WriteStartArray("features");
        foreach (Feature<T> feature in T.Schema.Features)
        {
            foreach (FeatureReason reason in feature.Reasons)
                json.WriteTextValue($"{feature.Name} {reason.Code} {reason.When} {string.Join(' ', reason.Categories)}");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    })));
}
