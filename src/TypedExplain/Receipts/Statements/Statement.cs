using System.Collections.Immutable;
using System.Text.Json;
using TypedExplain.Explanations.Json;
using TypedExplain.Files;
using TypedExplain.Json;

namespace TypedExplain.Receipts.Statements;

/// <summary>The content of a receipt, as an in-toto Statement (version 1) has it.</summary>
internal sealed record Statement<T>
    where T : IFeatureRecord<T>
{
    public required string LibraryVersion { get; init; }

    public required ModelIdentity? Model { get; init; }

    public required ReceiptContent Content { get; init; }

    /// <summary>What kind of result it is; see <see cref="ResultForm"/>.</summary>
    public required string Form { get; init; }

    /// <summary>What made the result, with its options.</summary>
    public required Description By { get; init; }

    /// <summary>The output of the model; null where the result names none.</summary>
    public required string? Output { get; init; }

    /// <summary>The result; null where the instance is not held.</summary>
    public required IJsonResult? Result { get; init; }

    /// <summary>The result as canonical JSON, without what tells of the instance where that is not held.</summary>
    public required byte[] ResultText { get; init; }

    public required string ResultSha256 { get; init; }

    public required string InstanceSha256 { get; init; }

    /// <summary>The instance as canonical JSON; null where it is not held.</summary>
    public required byte[]? InstanceText { get; init; }

    /// <summary>The instance; of a receipt that does not hold it, once it was given again.</summary>
    public (bool IsThere, T Instance) Held { get; init; }

    public ImmutableArray<ReceiptSubject> Subjects
    {
        get
        {
            ImmutableArray<ReceiptSubject>.Builder subjects = ImmutableArray.CreateBuilder<ReceiptSubject>();
            if (Model is { } model)
                subjects.Add(new(model.Version is { } version ? $"model:{model.Name}@{version}" : $"model:{model.Name}", model.Sha256));
            subjects.Add(new($"schema:{T.Schema.Name}", RecordHead.Hash<T>()));
            subjects.AddRange(DescribedSubjects.Of(By));
            return subjects.DrainToImmutable();
        }
    }

    /// <summary>The statement of a result.</summary>
    public static Statement<T> Of(ReplayableResult<T> result, ModelIdentity? model, ReceiptContent content)
    {
        byte[] whole = result.ToUtf8(), instance = Statements.InstanceText.Of(result.Instance);
        bool isWhole = content == ReceiptContent.Whole;
        return new()
        {
            LibraryVersion = Statements.LibraryVersion.Text,
            Model = model,
            Content = content,
            Form = result.Form,
            By = result.By,
            Output = result.Output,
            Result = isWhole ? result.Result : null,
            ResultText = isWhole ? whole : WithoutInstance.Of(whole, result.Told),
            ResultSha256 = ContentDigest.Of(whole),
            InstanceSha256 = ContentDigest.Of(instance),
            InstanceText = isWhole ? instance : null,
            Held = isWhole ? (true, result.Instance) : default,
        };
    }

    /// <summary>The statement as canonical JSON.</summary>
    public byte[] ToUtf8() => CanonicalJson.Of(JsonBuffer.Of(json =>
    {
        json.WriteStartObject();
        json.WriteText(StatementNames.Type, StatementNames.StatementType);
        json.WriteText(StatementNames.PredicateType, StatementNames.ReceiptType);
        json.WriteStartArray(StatementNames.Subject);
        foreach (ReceiptSubject subject in Subjects)
        {
            json.WriteStartObject();
            json.WriteText(StatementNames.Name, subject.Name);
            json.WriteStartObject(StatementNames.Digest);
            json.WriteText(StatementNames.Sha256, subject.Sha256);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject(StatementNames.Predicate);
        WritePredicate(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }));

    private void WritePredicate(Utf8JsonWriter json)
    {
        json.WriteStartObject(StatementNames.Library);
        json.WriteText(StatementNames.Name, nameof(TypedExplain));
        json.WriteText(StatementNames.Version, LibraryVersion);
        json.WriteEndObject();
        json.WritePropertyName(StatementNames.Model);
        if (Model is { } model)
        {
            json.WriteStartObject();
            json.WriteText(StatementNames.Name, model.Name);
            if (model.Version is { } version)
                json.WriteText(StatementNames.Version, version);
            json.WriteText(StatementNames.Sha256, model.Sha256);
            json.WriteEndObject();
        }
        else
        {
            json.WriteTextValue(StatementNames.NotIdentified);
        }

        json.WriteText(StatementNames.Content, Content.ToString());
        json.WriteText(StatementNames.Form, Form);
        if (Output is { } output)
            json.WriteText(StatementNames.Output, output);
        json.WritePropertyName(StatementNames.Explainer);
        By.WriteTo(json);
        json.WriteStartObject(StatementNames.Instance);
        json.WriteText(StatementNames.Sha256, InstanceSha256);
        if (InstanceText is { } instance)
        {
            json.WritePropertyName(StatementNames.Text);
            json.WriteRawValue(instance);
        }

        json.WriteEndObject();
        json.WriteStartObject(StatementNames.Result);
        json.WriteText(StatementNames.Sha256, ResultSha256);
        json.WritePropertyName(StatementNames.Text);
        json.WriteRawValue(ResultText);
        json.WriteEndObject();
    }
}
