using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>A CSV file cannot be read as rows of a record: its header does not fit, or cells hold what the schema does not allow.</summary>
public sealed class InvalidCsvException : TypedExplainException
{
    /// <summary>How many errors the message lists.</summary>
    private const int Listed = 10;

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
        string list = string.Concat(errors.Take(Listed).Select(error => $"\n  {error}"));
        string rest = count > Listed ? $"\n  and {count - Listed} more" : "";
        return $"{source} has {count} bad {(count == 1 ? "cell" : "cells")} for {record}:{list}{rest}";
    }
}
