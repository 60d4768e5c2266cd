using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Decisions;

/// <summary>No principal reasons are stated, because those that could be would mislead.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class ReasonsRefused<T> : ReasonStatement<T>
    where T : IFeatureRecord<T>
{
    internal ReasonsRefused(RefusalCause cause, string explanation, ImmutableArray<Feature<T>> features, int queries)
        : base(queries) => (Cause, Explanation, Features) = (cause, explanation, features);

    /// <summary>Why.</summary>
    public RefusalCause Cause { get; }

    /// <summary>Why, in words, and what can be done. It names protected features, but never a value of one.</summary>
    public string Explanation { get; }

    /// <summary>The features that it is about; empty where it is not about features.</summary>
    public ImmutableArray<Feature<T>> Features { get; }

    /// <summary>The cause and the explanation.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"refused ({Cause}) after {Queries} {Noun.Of(Queries, "query", "queries")}: {Explanation}");
}
