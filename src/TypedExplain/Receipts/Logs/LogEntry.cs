namespace TypedExplain;

/// <summary>One receipt in a log. Immutable.</summary>
/// <param name="Sequence">Its place in the log, from 0.</param>
/// <param name="Id">The SHA-256 of the entry: of its place, time, receipt and the id of the entry before.</param>
/// <param name="Previous">The id of the entry before; 64 zeros for the first.</param>
/// <param name="ReceiptId">The id of the receipt.</param>
/// <param name="Time">When it was appended.</param>
/// <param name="Json">The receipt as JSON, signed where it was; <see cref="Receipt{T}.FromJson(string)"/> reads it.</param>
public sealed record LogEntry(long Sequence, string Id, string Previous, string ReceiptId, DateTimeOffset Time, string Json);
