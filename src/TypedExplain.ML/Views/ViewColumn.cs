using Microsoft.ML;
using Microsoft.ML.Data;

namespace TypedExplain.ML.Views;

/// <summary>A column that a view shows to ML.NET.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">Its type.</param>
/// <param name="annotations">What else ML.NET is told of it; null for nothing.</param>
internal abstract class ViewColumn<T>(string name, DataViewType type, DataViewSchema.Annotations? annotations = null)
    where T : IFeatureRecord<T>
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its type.</summary>
    public DataViewType Type => type;

    /// <summary>What else ML.NET is told of it; null for nothing.</summary>
    public DataViewSchema.Annotations? Annotations => annotations;

    /// <summary>The features that fill it.</summary>
    public abstract IEnumerable<Feature<T>> Features { get; }

    /// <summary>Whether it asks for the records of rows.</summary>
    public virtual bool AsksRecords => false;

    /// <summary>What reads it: a <c>ValueGetter</c> of its type.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="row">Tells which of them.</param>
    public abstract Delegate Getter(ViewRows<T> rows, Func<long> row);
}
