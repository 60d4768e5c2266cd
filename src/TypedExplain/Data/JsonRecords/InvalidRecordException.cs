using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TypedExplain;

/// <summary>JSON is not a record: members are missing or not known, or hold what the schema does not allow. All that is wrong is told at once.</summary>
public sealed class InvalidRecordException : TypedExplainException
{
    /// <summary>How many faults the message lists, and fewer where they are long.</summary>
    private const int Listed = 10, MostText = 1000;

    internal InvalidRecordException(string record, ImmutableArray<RecordFault> faults, Exception? inner = null)
        : base(Text(record, faults), inner) => Faults = faults;

    /// <summary>What is wrong, in the order of the schema; what is not known comes first. Of more than 100 faults the last one says how many there are.</summary>
    public ImmutableArray<RecordFault> Faults { get; }

    private static string Text(string record, ImmutableArray<RecordFault> faults)
    {
        StringBuilder list = new();
        int listed = 0;
        while (listed < Math.Min(faults.Length, Listed) && (listed == 0 || list.Length + faults[listed].ToString().Length <= MostText))
            list.Append("\n  ").Append(faults[listed++]);
        if (listed < faults.Length)
            list.Append(CultureInfo.InvariantCulture, $"\n  and {faults.Length - listed} more");
        return $"The JSON is not a record of {record}:{list}";
    }
}
