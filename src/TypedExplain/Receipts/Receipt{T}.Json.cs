using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TypedExplain.Json;
using TypedExplain.Receipts.Signatures;
using TypedExplain.Receipts.Statements;

namespace TypedExplain;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class Receipt<T> : IJsonResult<Receipt<T>>
{
    /// <summary>
    /// The receipt in canonical JSON: an in-toto Statement, in a DSSE envelope where it is signed. Its form is that of
    /// docs/schemas/receipt.v1.json.
    /// </summary>
    /// <param name="protectedValues">Withheld only of a receipt that has none of them, which is one that was made with <see cref="ReceiptContent.HashedInstance"/>.</param>
    /// <exception cref="InvalidOptionException">The receipt holds values of protected features that it is to be written without.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept)
    {
        if (Explanations.Json.RecordHead.Withholds<T>(protectedValues) && Content == ReceiptContent.Whole)
            throw new InvalidOptionException("protectedValues are to be withheld from a receipt that holds them, and without them it would be another receipt. Make it with ReceiptContent.HashedInstance.");
        return Encoding.UTF8.GetString(Signatures.IsEmpty ? _bytes : Envelope.Write(_bytes, Signatures));
    }

    /// <summary>The receipt that a text tells, signed or not. That its parts fit each other is looked at; who signed it, <see cref="Verify"/> tells.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave; outside the signed content white space and the order of members do not matter.</param>
    /// <exception cref="InvalidJsonException">It is no receipt of the record, of a version that is not known, or something in it was changed; the message says where.</exception>
    public static Receipt<T> FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON of a receipt"));
    }

    /// <summary>The receipt that a text in UTF-8 tells.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is no receipt of the record, of a version that is not known, or something in it was changed; the message says where.</exception>
    public static Receipt<T> FromJson(ReadOnlySpan<byte> json)
    {
        JsonElement root = StatementReader.Parse(json);
        if (Envelope.Read(root) is not var (payload, signatures))
            return new(StatementReader.Read<T>(root), []);
        Receipt<T> receipt = new(StatementReader.Read<T>(StatementReader.Parse(payload)), signatures);
        return receipt._bytes.AsSpan().SequenceEqual(payload) ? receipt : throw new InvalidJsonException("$.payload is a receipt that is not in canonical form, so what was signed is not what is read.");
    }

    /// <summary>The receipt that a stream of text in UTF-8 tells; it is read to its end.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is no receipt of the record, of a version that is not known, or something in it was changed; the message says where.</exception>
    public static Receipt<T> FromJson(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON of a receipt"));
    }
}
