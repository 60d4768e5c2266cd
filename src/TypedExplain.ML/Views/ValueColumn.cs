using Microsoft.ML;
using Microsoft.ML.Data;

namespace TypedExplain.ML.Views;

/// <summary>A column of one value per row.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TValue">The type as ML.NET holds it.</typeparam>
/// <param name="name">Its name.</param>
/// <param name="type">Its type.</param>
/// <param name="features">The features that fill it.</param>
/// <param name="read">Reads it.</param>
/// <param name="annotations">What else ML.NET is told of it; null for nothing.</param>
internal sealed class ValueColumn<T, TValue>(string name, DataViewType type, Feature<T>[] features, Func<ViewRows<T>, long, TValue> read, DataViewSchema.Annotations? annotations = null)
    : ViewColumn<T>(name, type, annotations)
    where T : IFeatureRecord<T>
{
    public override IEnumerable<Feature<T>> Features => features;

    /// <summary>Whether it asks for the records of rows.</summary>
    public bool IsText { get; init; }

    public override bool AsksRecords => IsText;

    public override Delegate Getter(ViewRows<T> rows, Func<long> row) => (ValueGetter<TValue>)((ref TValue value) => value = read(rows, row()));
}
