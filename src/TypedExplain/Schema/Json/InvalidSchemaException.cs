using System.Collections.Immutable;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>A stored schema is not the schema of the record, so what was stored with it cannot be used for the record.</summary>
public sealed class InvalidSchemaException : TypedExplainException
{
    internal InvalidSchemaException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal InvalidSchemaException(string record, ImmutableArray<string> differences)
        : base($"The stored schema differs from {record}:{string.Concat(differences.Take(NameList.Most).Select(difference => "\n  " + difference))}{(differences.Length > NameList.Most ? $"\n  and {differences.Length - NameList.Most} more" : "")}") => Differences = differences;

    /// <summary>What differs, feature by feature; empty where the text is not a schema of the record at all.</summary>
    public ImmutableArray<string> Differences { get; } = [];
}
