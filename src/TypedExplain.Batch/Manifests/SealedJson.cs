using System.Text.Json;
using TypedExplain.Files;
using TypedExplain.Json;

namespace TypedExplain.Batch.Manifests;

/// <summary>
/// Canonical JSON that holds the SHA-256 of itself without that member. So one that is read and written again comes out the same only if
/// nobody has edited it. Who makes the digest anew is not found out: that would need a signature.
/// </summary>
internal static class SealedJson
{
    /// <summary>An object with its digest.</summary>
    /// <param name="members">Writes the other members.</param>
    public static byte[] Of(Action<Utf8JsonWriter> members) => Write(members, ContentDigest.Of(Write(members, digest: null)));

    private static byte[] Write(Action<Utf8JsonWriter> members, string? digest) => CanonicalJson.Of(JsonBuffer.Of(json =>
    {
        json.WriteStartObject();
        members(json);
        if (digest is not null)
            json.WriteText("digest", digest);
        json.WriteEndObject();
    }));
}
