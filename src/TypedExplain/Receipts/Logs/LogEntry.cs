namespace TypedExplain;

/// <summary>One receipt in a log. Immutable.</summary>
public sealed record LogEntry
{
    internal LogEntry(long sequence, string id, string previous, string receiptId, DateTimeOffset time, string json) =>
        (Sequence, Id, Previous, ReceiptId, Time, Json) = (sequence, id, previous, receiptId, time, json);

    /// <summary>Its place in the log, from 0.</summary>
    public long Sequence { get; }

    /// <summary>The SHA-256 of the entry: of its place, its time, the receipt and the id of the entry before.</summary>
    public string Id { get; }

    /// <summary>The id of the entry before; 64 zeros for the first.</summary>
    public string Previous { get; }

    /// <summary>What the receipt that was appended calls itself: <see cref="Receipt{T}.Id"/>.</summary>
    public string ReceiptId { get; }

    /// <summary>When it was appended.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The receipt as JSON, signed where it was; <see cref="Receipt{T}.FromJson(string)"/> reads it.</summary>
    public string Json { get; }
}
