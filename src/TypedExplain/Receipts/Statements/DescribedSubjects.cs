using System.Text.Json;
using TypedExplain.Errors;

namespace TypedExplain.Receipts.Statements;

/// <summary>What a description refers to by a digest: backgrounds, trained parts.</summary>
internal static class DescribedSubjects
{
    private const string Digest = "sha256";

    /// <summary>One subject per digest, named by the way of members that leads to it first.</summary>
    public static IEnumerable<ReceiptSubject> Of(Description description)
    {
        List<ReceiptSubject> subjects = [];
        Walk(JsonElement.Parse(description.ToString()), "", subjects);
        return subjects.DistinctBy(subject => subject.Sha256);
    }

    /// <summary>Refuses a background that a description does not tell of.</summary>
    /// <exception cref="InvalidOptionException">It is another one.</exception>
    public static void Require<T>(Description by, WeightedRows<T> background)
        where T : IFeatureRecord<T>
    {
        ReceiptSubject[] subjects = [.. Of(by)];
        if (!Array.Exists(subjects, subject => subject.Sha256 == background.Sha256 || subject.Sha256 == background.Rows.Sha256))
        {
            throw new InvalidOptionException(subjects.Length == 0
                ? $"background is given for a receipt of {by.Type}, which had none; leave it out."
                : $"background, of {background.Count} {Noun.Of(background.Count, "row")} with the SHA-256 {background.Sha256}, is not one that {by.Type} had; it had {NameList.Names(subjects)}.");
        }
    }

    private static void Walk(JsonElement part, string path, List<ReceiptSubject> subjects)
    {
        if (part.ValueKind == JsonValueKind.Object)
        {
            if (part.TryGetProperty(Digest, out JsonElement digest) && digest.ValueKind == JsonValueKind.String)
                subjects.Add(new(path, digest.GetString()!));
            foreach (JsonProperty member in part.EnumerateObject())
                Walk(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", subjects);
        }
        else if (part.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in part.EnumerateArray())
                Walk(item, path, subjects);
        }
    }
}
