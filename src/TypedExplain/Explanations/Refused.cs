using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>There is no explanation within the budget.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class Refused<T> : Outcome<T>
    where T : IFeatureRecord<T>
{
    internal Refused(string reason, int queries)
        : base(queries) => Reason = reason;

    /// <summary>Whether there is none because there was no fit, and not for want of a budget.</summary>
    internal bool IsWithoutFit { get; init; }

    /// <summary>Why there is none.</summary>
    public string Reason { get; }

    /// <summary>The queries and the reason.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"refused after {Queries} {Noun.Of(Queries, "query", "queries")}: {Reason}");
}
