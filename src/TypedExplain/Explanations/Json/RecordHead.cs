using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TypedExplain.Errors;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>Of which record a result is: its name, and the SHA-256 of its stored schema.</summary>
internal static class RecordHead
{
    /// <summary>Writes the record.</summary>
    public static void Write<T>(Utf8JsonWriter json)
        where T : IFeatureRecord<T>
    {
        json.WriteStartObject("record");
        json.WriteText("name", T.Schema.Name);
        json.WriteText("schema", Hash<T>());
        json.WriteEndObject();
    }

    /// <summary>Refuses a result of another record, or of the record as it was before it changed.</summary>
    public static void Require<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        JsonPart record = part["record"], name = record["name"], schema = record["schema"];
        if (name.Text() != T.Schema.Name)
            throw new InvalidJsonException($"{name.Path} is {VisibleText.Name(name.Text())}; it must be {T.Schema.Name}.");
        if (schema.Text() != Hash<T>())
            throw new InvalidJsonException($"{schema.Path} is not the SHA-256 of the schema of {T.Schema.Name}, {Hash<T>()}: the record has changed since. Read the text with the record as it was.");
    }

    /// <summary>Whether a text leaves out what is protected: where that is asked for, and something is.</summary>
    public static bool Withholds<T>(ProtectedValues protectedValues)
        where T : IFeatureRecord<T> => protectedValues switch
        {
            ProtectedValues.Kept => false,
            ProtectedValues.Withheld => T.Schema.Features.Any(feature => feature.IsProtected) || T.Schema.Media.Any(media => media.IsProtected),
            _ => throw new InvalidOptionException($"protectedValues is {(int)protectedValues}; it must be Kept or Withheld."),
        };

    /// <summary>The SHA-256 of the stored schema.</summary>
    public static string Hash<T>()
        where T : IFeatureRecord<T> => Hashed<T>.Schema;

    /// <summary>Computed once per record.</summary>
    private static class Hashed<T>
        where T : IFeatureRecord<T>
    {
        public static string Schema { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(T.Schema.ToJson())));
    }
}
