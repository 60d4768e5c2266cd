using System.Collections.Immutable;

namespace TypedExplain.Batch.Columns;

/// <summary>Which features have columns: all, or all but the protected ones.</summary>
/// <param name="protectedValues">Whether those are there.</param>
internal sealed class FeatureColumns<T>(ProtectedValues protectedValues)
    where T : IFeatureRecord<T>
{
    /// <summary>The features, in the order of the schema.</summary>
    public ImmutableArray<Feature<T>> Features { get; } = [.. T.Schema.Features.Where(feature => protectedValues == ProtectedValues.Kept || !feature.IsProtected)];

    /// <summary>A column of numbers for each feature.</summary>
    /// <param name="prefix">What stands before the feature's name.</param>
    /// <param name="describe">What it means.</param>
    /// <param name="unit">Its unit.</param>
    public IEnumerable<ResultColumn> Of(string prefix, Func<Feature<T>, string> describe, Func<Feature<T>, string?> unit) =>
        Features.Select(feature => new ResultColumn($"{prefix}_{feature.Name}", ResultColumnKind.Number, describe(feature)) { Unit = unit(feature) });

    /// <summary>The number of each feature, or none.</summary>
    public void Write(ResultRows rows, FeatureVector<T>? values)
    {
        foreach (Feature<T> feature in Features)
            rows.Add(values is null ? double.NaN : values[feature]);
    }

    /// <summary>The names of those features that are told, with commas between.</summary>
    public string? Names(IEnumerable<Feature<T>>? features) =>
        features is null ? null : string.Join(',', features.Where(Features.Contains).Select(feature => feature.Name));
}
