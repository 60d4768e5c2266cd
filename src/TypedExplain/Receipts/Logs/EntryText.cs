using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedExplain.Files;
using TypedExplain.Json;
using TypedExplain.Receipts.Signatures;

namespace TypedExplain.Receipts.Logs;

/// <summary>Entries of a log as text, and what their ids are the SHA-256 of.</summary>
internal static class EntryText
{
    private const string Head = "entry", Id = "id", Json = "json", Previous = "previous", Receipt = "receipt", Content = "content", Sequence = "sequence", Time = "time", What = "The entry";

    /// <summary>The entry after a head.</summary>
    public static LogEntry Next(LogHead head, string receiptId, string json, DateTimeOffset time)
    {
        DateTimeOffset utc = time.ToUniversalTime();
        return new(head.Count, IdOf(head.Count, head.Id, receiptId, ContentOf(json), TextOf(utc)), head.Id, receiptId, utc, json);
    }

    /// <summary>A time as entries have it.</summary>
    public static string TextOf(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Reads a time.</summary>
    public static DateTimeOffset? TimeOf(string text) =>
        DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;

    /// <summary>An entry as one line of JSON.</summary>
    public static byte[] Line(LogEntry entry) => CanonicalJson.Of(JsonBuffer.Of(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName(Head);
        WriteHead(json, entry.Sequence, entry.Previous, entry.ReceiptId, ContentOf(entry.Json), TextOf(entry.Time));
        json.WriteText(Id, entry.Id);
        json.WritePropertyName(Json);
        json.WriteRawValue(entry.Json);
        json.WriteEndObject();
    }));

    /// <summary>Reads a line; its members only: whether they fit each other, <see cref="Problem"/> tells.</summary>
    /// <exception cref="InvalidJsonException">It is no entry.</exception>
    public static LogEntry Read(ReadOnlySpan<byte> line)
    {
        JsonPart part = new(JsonText.Parse(CanonicalJson.Of(JsonText.Parse(line, What)), What), "$"), head = part[Head];
        return new(
            head[Sequence].Value.TryGetInt64(out long sequence) ? sequence : throw head[Sequence].Wrong("a whole number"),
            part[Id].Text(),
            head[Previous].Text(),
            head[Receipt].Text(),
            TimeOf(head[Time].Text()) ?? throw head[Time].Wrong("a time"),
            part[Json].Value.GetRawText());
    }

    /// <summary>What of an entry does not fit the rest of it, or the entry before; null where all does.</summary>
    public static string? Problem(LogEntry entry, LogHead before)
    {
        if (entry.Sequence != before.Count)
            return string.Create(CultureInfo.InvariantCulture, $"entry {before.Count} is missing, and entry {entry.Sequence} stands in its place: entries were removed or change places");
        if (entry.Previous != before.Id)
            return string.Create(CultureInfo.InvariantCulture, $"entry {entry.Sequence} follows another entry than the one before it: that one was changed, or this one put in");
        string content;
        string? receipt;
        try
        {
            content = ContentOf(entry.Json);
            receipt = ReceiptIdOf(entry.Json);
        }
        catch (InvalidJsonException error)
        {
            return string.Create(CultureInfo.InvariantCulture, $"entry {entry.Sequence} is no receipt: {error.Message}");
        }

        return IdOf(entry.Sequence, entry.Previous, entry.ReceiptId, content, TextOf(entry.Time)) != entry.Id || receipt != entry.ReceiptId
            ? string.Create(CultureInfo.InvariantCulture, $"entry {entry.Sequence} was changed: its id is not the SHA-256 of its content")
            : null;
    }

    private static string IdOf(long sequence, string previous, string receipt, string content, string time) =>
        ContentDigest.Of(CanonicalJson.Of(JsonBuffer.Of(json => WriteHead(json, sequence, previous, receipt, content, time))));

    private static void WriteHead(Utf8JsonWriter json, long sequence, string previous, string receipt, string content, string time)
    {
        json.WriteStartObject();
        json.WriteText(Content, content);
        json.WriteText(Previous, previous);
        json.WriteText(Receipt, receipt);
        json.WriteNumber(Sequence, sequence);
        json.WriteText(Time, time);
        json.WriteEndObject();
    }

    private static string ContentOf(string json) => ContentDigest.Of(CanonicalJson.Of(JsonText.Parse(JsonText.Utf8(json, What), What)));

    /// <summary>The id of the receipt that a text is, signed or not.</summary>
    private static string ReceiptIdOf(string json)
    {
        JsonElement root = JsonText.Parse(Encoding.UTF8.GetBytes(json), What);
        return ContentDigest.Of(Envelope.Read(root) is var (payload, _) ? payload : CanonicalJson.Of(root));
    }
}
