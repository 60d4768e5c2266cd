using System.Collections.Immutable;

namespace TypedExplain.Global.Units;

/// <summary>
/// What is changed together: the columns of a feature with the one that says that it has no value; or all columns of an array or a
/// record that may have no value, with the one that says so. Where a record around it has no value, it cannot be changed.
/// </summary>
internal sealed class FeatureUnit<T>
    where T : IFeatureRecord<T>
{
    private const string MissingWords = " is missing";

    private readonly int[] _gates;

    private FeatureUnit(Feature<T> feature, int start, int end, int? flag)
    {
        (Feature, Start, Length, Flag) = (feature, start, end - start, flag);
        _gates = [.. T.Schema.MissingColumns(feature).ToArray().Where(column => column < start || column >= end)];
    }

    /// <summary>The feature; of an array or a record, what says that there is none.</summary>
    public Feature<T> Feature { get; }

    /// <summary>The first column.</summary>
    public int Start { get; }

    /// <summary>How many columns; they follow each other.</summary>
    public int Length { get; }

    /// <summary>The column that is 1 where there is no value; null where there always is one.</summary>
    public int? Flag { get; }

    /// <summary>Whether it stands in something that may be missing itself.</summary>
    public bool IsInner => _gates.Length > 0;

    /// <summary>What a reader calls it.</summary>
    public string Name => Feature.Kind == FeatureKind.Missing && Feature.DisplayName.EndsWith(MissingWords, StringComparison.Ordinal) ? Feature.DisplayName[..^MissingWords.Length] : Feature.DisplayName;

    /// <summary>The unit of a feature.</summary>
    public static FeatureUnit<T> Of(Feature<T> feature)
    {
        ImmutableArray<Feature<T>> all = T.Schema.Features;
        if (feature.Kind == FeatureKind.Missing)
            return feature.Covers == 1 ? Of(all[feature.Index - 1]) : OfFlag(feature);
        int end = feature.Column + feature.ColumnCount;
        return feature.Index + 1 < all.Length && all[feature.Index + 1] is { Kind: FeatureKind.Missing, Covers: 1 } ? new(feature, feature.Column, end + 1, end) : new(feature, feature.Column, end, null);
    }

    /// <summary>The unit of what says that there is no value, by itself its feature.</summary>
    public static FeatureUnit<T> OfFlag(Feature<T> missing) =>
        new(missing, T.Schema.Features[missing.Index - missing.Covers].Column, missing.Column + 1, missing.Column);

    /// <summary>The unit of a feature that is held to be one of the record.</summary>
    /// <exception cref="InvalidOptionException">It is not.</exception>
    public static FeatureUnit<T> Of(Feature<T> feature, string method) => Of(Known(feature, method));

    /// <summary>A feature that is held to be one of the record.</summary>
    /// <exception cref="InvalidOptionException">It is not.</exception>
    public static Feature<T> Known(Feature<T>? feature, string method) =>
        feature is not null && feature.Index >= 0 && feature.Index < T.Schema.Features.Length && ReferenceEquals(T.Schema.Features[feature.Index], feature) ? feature
        : throw new InvalidOptionException($"{method} was given {(feature is null ? "null" : feature.Name)} as a feature, which is not one of {T.Schema.Name}; take it from {T.Schema.Name}.Schema, or by its generated name.");

    /// <summary>The units of a record in the order of its features: each feature, and each array or record that may have no value.</summary>
    public static IEnumerable<FeatureUnit<T>> All() => T.Schema.Features.Where(feature => feature is not { Kind: FeatureKind.Missing, Covers: 1 }).Select(Of);

    /// <summary>Whether nothing around it is missing in a row.</summary>
    public bool IsOpen(ReadOnlySpan<double> row) => FeatureSchema<T>.IsPresent(_gates, row);

    /// <summary>Its own columns of a row.</summary>
    public ReadOnlySpan<double> In(ReadOnlySpan<double> row) => row.Slice(Start, Length);

    /// <summary>Its own columns of a row, to be changed.</summary>
    public Span<double> In(Span<double> row) => row.Slice(Start, Length);

    /// <summary>Whether both change some column.</summary>
    public bool Overlaps(FeatureUnit<T> other) => Start < other.Start + other.Length && other.Start < Start + Length;
}
