using CreditService.Applicants;
using TypedExplain.Decisions;

namespace CreditService.Validation;

/// <summary>A receipt of the log, as a page tells of it.</summary>
/// <param name="Entry">Its place in the log.</param>
/// <param name="Receipt">The receipt.</param>
public sealed record KeptReceipt(LogEntry Entry, Receipt<CreditApplication> Receipt)
{
    /// <summary>Of what it is.</summary>
    public string Kind => Receipt.ReadReasons() is not null ? "reasons" : Receipt.ReadRecourse() is not null ? "recourse" : Receipt.Result is ShapValues<CreditApplication> ? "contributions" : "explanation";

    /// <summary>A receipt by its place; null where there is none.</summary>
    public static KeptReceipt? At(ReceiptLog log, long sequence) => log.Read(sequence).Select(Of).FirstOrDefault();

    /// <summary>The latest receipts before a place, the newest first.</summary>
    /// <param name="log">The log.</param>
    /// <param name="before">The place, not included.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<KeptReceipt> Latest(ReceiptLog log, long before, int count)
    {
        long from = Math.Max(0, before - count);
        return [.. log.Read(from).Take((int)(before - from)).Select(Of).Reverse()];
    }

    private static KeptReceipt Of(LogEntry entry) => new(entry, Receipt<CreditApplication>.FromJson(entry.Json));
}
