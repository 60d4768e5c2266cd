using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;

namespace TypedExplain;

/// <summary>The budget was spent before the explanation met the standard.</summary>
/// <typeparam name="T">The record.</typeparam>
[ShortOf(typeof(Certified<>))]
public sealed partial class BestEffort<T> : Outcome<T>
    where T : IFeatureRecord<T>
{
    internal BestEffort(Explanation<T> explanation, ImmutableArray<string> missed, int queries)
        : base(queries) => (Explanation, Missed) = (explanation, missed);

    /// <summary>The trust region; null where the standard does not ask for one, or it was not looked for because something else was missed.</summary>
    public TrustRegion<T>? TrustRegion { get; internal init; }

    /// <summary>The explanation from the most samples.</summary>
    public Explanation<T> Explanation { get; }

    /// <summary>What it lacks, in words.</summary>
    public ImmutableArray<string> Missed { get; }

    /// <summary>What it lacks and the queries, then the explanation.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"best effort after {Queries} {Noun.Of(Queries, "query", "queries")}: {string.Join("; ", Missed)}\n{Explanation}{TrustRegion}");
}
