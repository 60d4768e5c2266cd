using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Schema;

namespace TypedExplain.Data.JsonRecords;

/// <summary>Faults as they are found; of very many the first and their number.</summary>
internal sealed class FaultList
{
    private const int Most = 100;

    private readonly List<RecordFault> _faults = [];
    private int _count;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Adds one that tells no value.</summary>
    public void Add(string member, string message)
    {
        if (_count++ < Most)
            _faults.Add(new(member, message));
    }

    /// <summary>Adds one.</summary>
    /// <param name="member">Where.</param>
    /// <param name="message">What is there, and what is allowed.</param>
    /// <param name="allowed">What is allowed.</param>
    public void Add(string member, string message, string allowed)
    {
        if (_count++ < Most)
            _faults.Add(new(member, message, allowed));
    }

    /// <summary>Adds what is found instead of what is allowed.</summary>
    /// <param name="member">Where.</param>
    /// <param name="found">What is there.</param>
    /// <param name="isHidden">Whether what is there may not be told.</param>
    /// <param name="reason">What is allowed.</param>
    /// <param name="allowed">The same in words that do not depend on what is there.</param>
    public void Add(string member, string found, bool isHidden, string reason, string allowed) =>
        Add(member, $"it is {(isHidden ? Protection.Withheld : found)}; {reason}", allowed);

    /// <summary>The error.</summary>
    public InvalidRecordException Error(string record, Exception? inner = null)
    {
        ImmutableArray<RecordFault> faults = [.. _faults];
        return new(record, _count <= Most ? faults : faults.Add(new("", string.Create(CultureInfo.InvariantCulture, $"there are {_count} faults, of which the first {Most} are told"))), inner);
    }
}
