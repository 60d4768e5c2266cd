using System.Globalization;
using TypedExplain.Batch.Manifests;
using TypedExplain.Errors;
using TypedExplain.Json;

namespace TypedExplain.Batch;

/// <summary>What a finished shard vouches for. It is written last: a shard without one is not finished.</summary>
public sealed record ShardManifest
{
    private const string Type = "https://github.com/typedexplain/typedexplain/blob/main/docs/schemas/shard.v1.json";

    internal ShardManifest()
    {
    }

    /// <summary>The <see cref="JobPlan.Id"/> of its job.</summary>
    public required string Job { get; init; }

    /// <summary>Position of the shard in the job, from 0.</summary>
    public required int Shard { get; init; }

    /// <summary>How many records have results, refused ones included.</summary>
    public required long Rows { get; init; }

    /// <summary>How many of them have no answer that was asked for; the results say why.</summary>
    public required long Refused { get; init; }

    /// <summary>How many rows are no records; the side file says why.</summary>
    public required long Bad { get; init; }

    /// <summary>The length of the file of results in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The SHA-256 of the file of results.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The SHA-256 of the file of bad rows.</summary>
    public required string BadSha256 { get; init; }

    /// <summary>The root of a Merkle tree (RFC 6962) over the digests of the rows, each of the record and its result.</summary>
    public required string Root { get; init; }

    /// <summary>The SHA-256 of the file of receipts; null where none are kept.</summary>
    public required string? ReceiptsSha256 { get; init; }

    /// <summary>The SHA-256 of the summary; null where there is none of such a question.</summary>
    public required string? SummarySha256 { get; init; }

    /// <summary>How many rows there are of which kind.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"shard {Shard}: {Rows} {Noun.Of(Rows, "row")}, {Refused} refused, {Bad} bad");

    internal byte[] ToUtf8() => SealedJson.Of(json =>
    {
        json.WriteText("$schema", Type);
        json.WriteText("job", Job);
        json.WriteNumber("shard", Shard);
        json.WriteNumber("rows", Rows);
        json.WriteNumber("refused", Refused);
        json.WriteNumber("bad", Bad);
        json.WriteNumber("bytes", Bytes);
        json.WriteText("sha256", Sha256);
        json.WriteText("badSha256", BadSha256);
        json.WriteText("root", Root);
        if (ReceiptsSha256 is { } receipts)
            json.WriteText("receiptsSha256", receipts);
        if (SummarySha256 is { } summary)
            json.WriteText("summarySha256", summary);
    });

    /// <summary>The manifest that a text tells.</summary>
    /// <exception cref="InvalidJsonException">It is none.</exception>
    internal static ShardManifest Read(ReadOnlySpan<byte> text)
    {
        JsonPart json = new(JsonText.Parse(text, "The manifest"), "manifest");
        if (json["$schema"].Text() != Type)
            throw new InvalidJsonException($"The manifest has the $schema {json["$schema"].Text()}; it must be {Type}.");
        ShardManifest manifest = new()
        {
            Job = json["job"].Text(),
            Shard = json["shard"].Whole(),
            Rows = JobPlanJson.Count(json["rows"]),
            Refused = JobPlanJson.Count(json["refused"]),
            Bad = JobPlanJson.Count(json["bad"]),
            Bytes = JobPlanJson.Count(json["bytes"]),
            Sha256 = json["sha256"].Text(),
            BadSha256 = json["badSha256"].Text(),
            Root = json["root"].Text(),
            ReceiptsSha256 = json.Optional("receiptsSha256")?.Text(),
            SummarySha256 = json.Optional("summarySha256")?.Text(),
        };
        return manifest.ToUtf8().AsSpan().SequenceEqual(text) ? manifest : throw new InvalidJsonException("it was changed since it was written");
    }
}
