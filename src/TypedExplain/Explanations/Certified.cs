using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>The explanation meets the standard.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class Certified<T> : Outcome<T>
    where T : IFeatureRecord<T>
{
    internal Certified(Explanation<T> explanation, ExplanationStandard standard, int queries)
        : base(queries) => (Explanation, Standard) = (explanation, standard);

    /// <summary>The trust region; null where the standard does not ask for one.</summary>
    public TrustRegion<T>? TrustRegion { get; internal init; }

    /// <summary>What was held to the standard and met it.</summary>
    public Explanation<T> Explanation { get; }

    /// <summary>The standard that it meets.</summary>
    public ExplanationStandard Standard { get; }

    /// <summary>The standard and the queries, then the explanation.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"certified ({Standard}) after {Queries} {Noun.Of(Queries, "query", "queries")}\n{Explanation}{TrustRegion}");
}
