using System.Collections.Immutable;
using System.Text;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>A CSV file cannot be read as rows of a record: its header does not fit, or cells hold what the schema does not allow.</summary>
public sealed class InvalidCsvException : TypedExplainException
{
    /// <summary>How many errors the message lists, and fewer where they are long.</summary>
    private const int Listed = 10, MostText = 700;

    internal InvalidCsvException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal InvalidCsvException(string source, string record, ImmutableArray<CsvError> errors, int count)
        : base(Message(source, record, errors, count)) => (Errors, ErrorCount) = (errors, count);

    /// <summary>The first bad cells, at most 100; empty where the file as a whole is at fault.</summary>
    public ImmutableArray<CsvError> Errors { get; } = [];

    /// <summary>How many bad cells there are.</summary>
    public int ErrorCount { get; }

    private static new string Message(string source, string record, ImmutableArray<CsvError> errors, int count)
    {
        StringBuilder list = new();
        int listed = 0;
        while (listed < Math.Min(errors.Length, Listed) && (listed == 0 || list.Length + errors[listed].ToString().Length <= MostText))
            list.Append("\n  ").Append(errors[listed++]);
        string rest = count > listed ? $"\n  and {count - listed} more" : "";
        return $"{source} has {count} bad {Noun.Of(count, "cell")} for {record}:{list}{rest}";
    }
}
