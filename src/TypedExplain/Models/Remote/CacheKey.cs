using TypedExplain.Schema.Rows;

namespace TypedExplain.Models.Remote;

/// <summary>A row to look up: its columns, and where its record has from what they do not hold; null where nothing is.</summary>
internal readonly ref struct CacheKey<T>(ReadOnlySpan<double> columns, RowOrigin<T>? origin)
    where T : IFeatureRecord<T>
{
    public ReadOnlySpan<double> Columns { get; } = columns;

    public RowOrigin<T>? Origin { get; } = origin;
}
