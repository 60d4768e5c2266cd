using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Receipts.Signatures;

/// <summary>DSSE: signed content in an envelope of JSON. What is signed is the type of the content and the content, each with its length.</summary>
internal static class Envelope
{
    /// <summary>The type of what receipts are inside.</summary>
    public const string PayloadType = "application/vnd.in-toto+json";

    private const string Payload = "payload", Type = "payloadType", Signatures = "signatures", KeyId = "keyid", Signature = "sig";

    /// <summary>What is signed of content (PAE of DSSE 1.0).</summary>
    public static byte[] Signed(ReadOnlySpan<byte> content)
    {
        byte[] head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {PayloadType.Length} {PayloadType} {content.Length} "));
        return [.. head, .. content];
    }

    /// <summary>The envelope as canonical JSON.</summary>
    public static byte[] Write(ReadOnlySpan<byte> content, ImmutableArray<ReceiptSignature> signatures)
    {
        string payload = Convert.ToBase64String(content);
        return CanonicalJson.Of(JsonBuffer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteText(Payload, payload);
            json.WriteText(Type, PayloadType);
            json.WriteStartArray(Signatures);
            foreach (ReceiptSignature signature in signatures)
            {
                json.WriteStartObject();
                json.WriteText(KeyId, signature.KeyId);
                json.WriteText(Signature, signature.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }

    /// <summary>What an envelope holds; null where a text is no envelope.</summary>
    /// <exception cref="InvalidJsonException">It is a damaged one, or holds something else.</exception>
    public static (byte[] Payload, ImmutableArray<ReceiptSignature> Signatures)? Read(JsonElement json)
    {
        JsonPart part = new(json, "$");
        if (part.Optional(Payload) is not { } payload)
            return null;
        if (part[Type] is { } type && type.Text() != PayloadType)
            throw new InvalidJsonException($"{type.Path} says that the envelope holds something else; of a receipt it must be {PayloadType}.");
        foreach (JsonProperty member in part.Value.EnumerateObject())
        {
            if (member.Name is not (Payload or Type or Signatures))
                throw new InvalidJsonException($"$.{Errors.VisibleText.Name(member.Name)} is a member that an envelope does not have.");
        }

        ImmutableArray<ReceiptSignature> signatures = [.. part[Signatures].Items().Select(signature => new ReceiptSignature(signature[KeyId].Text(), Base64(signature[Signature])))];
        return (Convert.FromBase64String(Base64(payload)), signatures);
    }

    private static string Base64(JsonPart part)
    {
        string text = part.Text();
        return System.Buffers.Text.Base64.IsValid(text) ? text : throw part.Wrong("base64");
    }
}
