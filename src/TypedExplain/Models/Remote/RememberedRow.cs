using TypedExplain.Schema.Rows;

namespace TypedExplain.Models.Remote;

/// <summary>A row that a model was asked about.</summary>
internal sealed class RememberedRow<T>(double[] columns, RowOrigin<T>? origin)
    where T : IFeatureRecord<T>
{
    /// <summary>Its columns.</summary>
    public double[] Columns => columns;

    /// <summary>Where its record has from what no column holds; null where nothing is.</summary>
    public RowOrigin<T>? Origin => origin;

    /// <summary>The row as it is looked up.</summary>
    public CacheKey<T> Key => new(columns, origin);
}
