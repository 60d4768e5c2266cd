using System.Text.Json;
using TypedExplain.Explanations.Json;
using TypedExplain.Files;
using TypedExplain.Json;

namespace TypedExplain.Receipts.Statements;

/// <summary>Reads the content of a receipt. What is read must give the same text again, so nothing in it is passed over and nothing contradicts the rest.</summary>
internal static class StatementReader
{
    private const string What = "The JSON of a receipt";

    /// <summary>Parses a text, all of which must have a canonical form.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> json) => JsonText.Parse(CanonicalJson.Of(JsonText.Parse(json, What)), What);

    /// <summary>Reads what was parsed.</summary>
    public static Statement<T> Read<T>(JsonElement root)
        where T : IFeatureRecord<T>
    {
        Statement<T> statement = Read<T>(new JsonPart(root, "$"));
        byte[] again = statement.ToUtf8();
        if (!CanonicalJson.Of(root).AsSpan().SequenceEqual(again))
            DocumentDifference.Refuse(root, JsonText.Parse(again, What));
        return statement;
    }

    private static Statement<T> Read<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        if (part.Optional(StatementNames.Type) is null)
            throw new InvalidJsonException($"{part.Path}.{StatementNames.Type} is missing: this is no receipt. One is made of a result with Receipt.Of.");
        Require(part[StatementNames.Type], StatementNames.StatementType);
        Require(part[StatementNames.PredicateType], StatementNames.ReceiptType);
        JsonPart predicate = part[StatementNames.Predicate], result = predicate[StatementNames.Result], instance = predicate[StatementNames.Instance];
        RecordHead.Require<T>(result[StatementNames.Text]);
        ReceiptContent content = predicate[StatementNames.Content].Word<ReceiptContent>();
        JsonPart form = predicate[StatementNames.Form];
        bool isWhole = content == ReceiptContent.Whole;
        byte[] resultText = CanonicalJson.Of(result[StatementNames.Text].Value);
        KeptResult<T>? kept = ResultForm.IsOwn(form.Text()) ? null : KeptResult<T>.Of(result[StatementNames.Text], form, resultText);
        byte[]? instanceText = isWhole ? CanonicalJson.Of(instance[StatementNames.Text].Value) : null;
        return new()
        {
            LibraryVersion = predicate[StatementNames.Library][StatementNames.Version].Text(),
            Model = Model(predicate[StatementNames.Model]),
            Content = content,
            Form = form.Text(),
            Output = predicate.Optional(StatementNames.Output)?.Text(),
            By = Description.Read(predicate[StatementNames.Explainer]),
            Held = isWhole ? (true, Statements.InstanceText.Read<T>(instance[StatementNames.Text])) : default,
            InstanceText = instanceText,
            InstanceSha256 = Digest(instance[StatementNames.Sha256], instanceText),
            Result = isWhole ? kept ?? Result<T>(result[StatementNames.Text], form.Text(), resultText) : null,
            ResultText = resultText,
            ResultSha256 = Digest(result[StatementNames.Sha256], isWhole ? resultText : null),
        };
    }

    private static ModelIdentity? Model(JsonPart part)
    {
        if (part.Value.ValueKind == JsonValueKind.String)
        {
            Require(part, StatementNames.NotIdentified);
            return null;
        }

        try
        {
            return new(part[StatementNames.Name].Text(), part.Optional(StatementNames.Version)?.Text(), part[StatementNames.Sha256].Text());
        }
        catch (InvalidOptionException error)
        {
            throw part.Wrong($"the identity of a model: {error.Message}", error);
        }
    }

    private static IJsonResult Result<T>(JsonPart part, string form, byte[] text)
        where T : IFeatureRecord<T>
    {
        try
        {
            return form switch
            {
                ResultForm.Explanation => Explanation<T>.FromJson(text),
                ResultForm.ShapValues => ShapValues<T>.FromJson(text),
                ResultForm.Outcome => Outcome<T>.FromJson(text),
                _ => ConsensusExplanation<T>.FromJson(text),
            };
        }
        catch (InvalidJsonException error)
        {
            throw new InvalidJsonException($"{part.Path} is not a result: {error.Message}", error);
        }
    }

    /// <summary>A digest, which must be that of the content where the content is there.</summary>
    private static string Digest(JsonPart part, byte[]? content)
    {
        string digest = part.Text();
        if (!ContentDigest.IsDigest(digest))
            throw part.Wrong("the 64 hexadecimal digits of a SHA-256");
        return content is null || ContentDigest.Of(content) is var own && own == digest
            ? digest
            : throw new InvalidJsonException($"{part.Path} is not the SHA-256 of what stands beside it, {own}: one of them was changed.");
    }

    private static void Require(JsonPart part, string text)
    {
        if (part.Text() != text)
            throw new InvalidJsonException($"{part.Path} is not what it is of a receipt; it must be {text}.");
    }
}
