using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>What a <see cref="PortfolioSummary{T}"/> keeps besides the numbers of each feature. Shards must be summarized with the same options.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record SummaryOptions<T>
    where T : IFeatureRecord<T>
{
    private const int MostSegments = 8;

    /// <summary>
    /// Reference rows that say which values of a number are low and which are high, between which values it is divided, and which
    /// categories are frequent; null for none. Without them numbers have no positions and no <see cref="FeatureSummary{T}.Dependence"/>.
    /// </summary>
    public WeightedRows<T>? Background { get; init; }

    /// <summary>
    /// Features by whose values importance is told apart, at most 8; none by default. A number is divided at the quartiles of the
    /// <see cref="Background"/>, which it needs; of categories and ranks the 16 most frequent have a segment each, and the others one together.
    /// </summary>
    public ImmutableArray<Feature<T>> Segments { get; init; } = [];

    /// <summary>Refuses options outside what they may be.</summary>
    internal SummaryOptions<T> Checked()
    {
        if (Segments.IsDefault || Segments.Contains(null!))
            throw new InvalidOptionException("Segments of a summary is null, or a feature in it is; leave it empty where there are none.");
        if (Segments.Length > MostSegments)
            throw new InvalidOptionException($"Segments of a summary has {Segments.Length} features; it must have at most {MostSegments}.");
        for (int i = 0; i < Segments.Length; i++)
        {
            Feature<T> feature = Segments[i];
            if (!T.Schema.Features.Contains(feature))
                throw new InvalidOptionException($"Segments of a summary has {feature.Name}, which is not a feature of the schema of {T.Schema.Name}; take it from there.");
            if (Segments.IndexOf(feature) < i)
                throw new InvalidOptionException($"Segments of a summary has {feature.Name} twice; name each feature once.");
            if (feature.Kind is FeatureKind.Real or FeatureKind.Whole && Background is null)
                throw new InvalidOptionException($"Segments of a summary has {feature.Name}, a number, and Background is null; give it reference rows, at whose quartiles the number is divided.");
        }

        return this;
    }

    /// <summary>Refuses options other than these.</summary>
    internal void RequireSame(SummaryOptions<T> other)
    {
        if (Background?.Sha256 != other.Background?.Sha256)
            throw new InvalidOptionException($"Background of this summary is {Named(Background)}, and that of the other one {Named(other.Background)}; begin both with the same options.");
        if (!Segments.SequenceEqual(other.Segments))
            throw new InvalidOptionException($"Segments of this summary is [{string.Join(", ", Segments)}], and that of the other one [{string.Join(", ", other.Segments)}]; begin both with the same options.");
    }

    private static string Named(WeightedRows<T>? background) => background is null ? "null" : $"{background.Count} rows with the SHA-256 {background.Sha256}";
}
