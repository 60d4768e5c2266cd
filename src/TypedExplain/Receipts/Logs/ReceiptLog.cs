using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Receipts.Logs;

namespace TypedExplain;

/// <summary>
/// Receipts one after the other, each entry holding the id of the one before: nothing can be removed, changed or put in without
/// <see cref="Verify"/> finding it. What <see cref="Append{T}(Receipt{T})"/> has returned is on the disk.
/// </summary>
/// <remarks>
/// Safe to share between threads and processes. That entries were cut off from the end shows only against a <see cref="LogHead"/>
/// that was kept elsewhere.
/// </remarks>
public abstract class ReceiptLog
{
    private protected ReceiptLog()
    {
    }

    /// <summary>The clock that entries have their times from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How far the log goes.</summary>
    /// <exception cref="ReceiptLogException">It cannot be read.</exception>
    public abstract LogHead Head { get; }

    /// <summary>Appends a receipt; it is on the disk when this returns.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="receipt">The receipt.</param>
    /// <exception cref="ReceiptLogException">It cannot be written; nothing was appended.</exception>
    public LogEntry Append<T>(Receipt<T> receipt)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return Append([receipt])[0];
    }

    /// <summary>
    /// Appends receipts for the price of one write to the disk. All are there when this returns, and none where it throws; of a process
    /// that is killed meanwhile a file may have the first ones, each of them whole.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="receipts">The receipts, in the order of their entries.</param>
    /// <exception cref="ReceiptLogException">They cannot be written; none was appended.</exception>
    public IReadOnlyList<LogEntry> Append<T>(IReadOnlyList<Receipt<T>> receipts)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(receipts);
        foreach (Receipt<T> receipt in receipts)
            ArgumentNullException.ThrowIfNull(receipt, nameof(receipts));
        TimeProvider clock = Time ?? throw new InvalidOptionException("Time of a receipt log is not given; leave it out for the system's clock.");
        (string Id, string Json)[] texts = [.. receipts.Select(receipt => (receipt.Id, receipt.ToJson()))];
        return texts.Length == 0 ? [] : Extend(head =>
        {
            LogEntry[] entries = new LogEntry[texts.Length];
            for (int i = 0; i < entries.Length; i++)
            {
                entries[i] = EntryText.Next(head, texts[i].Id, texts[i].Json, clock.GetUtcNow());
                head = new(head.Count + 1, entries[i].Id);
            }

            return entries;
        });
    }

    /// <summary>The entries, in their order, read as they are asked for.</summary>
    /// <param name="from">The place of the first one, from 0.</param>
    /// <exception cref="ReceiptLogException">The log cannot be read, or an entry is none.</exception>
    public IEnumerable<LogEntry> Read([OptionRange(AtLeast = 0)] long from = 0)
    {
        if (from < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"from is {from}; it must be at least 0."));
        return Stored(from);
    }

    /// <summary>Looks at every entry: whether it is there, in its place, as it was appended, and follows the one before.</summary>
    /// <param name="known">How far the log went once, as was kept elsewhere; null where nothing was.</param>
    public LogVerdict Verify(LogHead? known = null)
    {
        LogHead head = LogHead.Empty;
        bool meetsKnown = known is null || known == head;
        try
        {
            foreach (LogEntry entry in Stored(0))
            {
                if (EntryText.Problem(entry, head) is { } problem)
                    return new(head, problem, head.Count);
                head = new(head.Count + 1, entry.Id);
                meetsKnown |= known == head;
            }
        }
        catch (ReceiptLogException error)
        {
            return new(head, error.Message, head.Count);
        }

        return meetsKnown ? new(head) : new(head, string.Create(CultureInfo.InvariantCulture, $"the log had {known!.Count} {Noun.Of(known!.Count, "entry", "entries")} up to {known.Id}, and has {head.Count} now that do not go through it: entries were cut off, or it is another log"), head.Count);
    }

    /// <summary>The root of a Merkle tree (RFC 6962) over the ids of entries, as 64 hexadecimal digits: one number that vouches for all of them.</summary>
    /// <param name="first">The place of the first entry, from 0.</param>
    /// <param name="count">How many entries; at least 1.</param>
    /// <exception cref="InvalidOptionException">There are no such entries.</exception>
    /// <exception cref="ReceiptLogException">The log cannot be read, or an entry is none.</exception>
    public string MerkleRoot([OptionRange(AtLeast = 0)] long first, [OptionRange(AtLeast = 1)] int count)
    {
        if (first < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"first is {first}; it must be at least 0."));
        if (count < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"count is {count}; it must be at least 1."));
        byte[][] leaves = [.. Stored(first).Take(count).Select(entry => Convert.FromHexString(entry.Id))];
        return leaves.Length == count
            ? Convert.ToHexStringLower(MerkleTree.Root(leaves))
            : throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"count is {count}; from entry {first} on the log has {leaves.Length}."));
    }

    /// <summary>Appends what is made of the head, so that nobody else appends meanwhile.</summary>
    private protected abstract LogEntry[] Extend(Func<LogHead, LogEntry[]> make);

    /// <summary>The entries as they are stored.</summary>
    private protected abstract IEnumerable<LogEntry> Stored(long from);
}
