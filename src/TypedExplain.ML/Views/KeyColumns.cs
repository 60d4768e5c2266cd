using Microsoft.ML;
using Microsoft.ML.Data;
using TypedExplain.Errors;

namespace TypedExplain.ML.Views;

/// <summary>Categories as keys: numbers from 1 for the values that a pipeline's column names, 0 for a missing one.</summary>
internal static class KeyColumns<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The column of a category or rank for one of keys.</summary>
    /// <exception cref="InvalidModelException">The column does not name its keys, or does not know a category.</exception>
    public static ViewColumn<T> Of(DataViewSchema.Column wanted, Feature<T> feature)
    {
        if (feature.Categories.IsEmpty)
            throw WantedColumns<T>.Refused(wanted, feature, "keys stand for categories and ranks");
        if (wanted.Type.RawType != typeof(uint))
            throw WantedColumns<T>.Refused(wanted, feature, "keys of 32 bits are filled");
        if (wanted.Annotations.Schema.GetColumnOrNull("KeyValues") is not { Type: VectorDataViewType { ItemType: TextDataViewType } })
            throw WantedColumns<T>.Refused(wanted, feature, "its keys have no names, so what they stand for is not told; make them with MapValueToKey of a text within the pipeline");
        VBuffer<ReadOnlyMemory<char>> values = default;
        wanted.Annotations.GetValue("KeyValues", ref values);
        string[] known = [.. values.DenseValues().Select(value => value.ToString())];
        uint[] keys = [.. feature.Categories.Select(category => (uint)(Array.IndexOf(known, category) + 1))];
        if (Array.IndexOf(keys, 0u) is >= 0 and int unknown)
            throw WantedColumns<T>.Refused(wanted, feature, $"{feature.Categories[unknown]} is not among its keys {NameList.Names(known)}");
        return new ValueColumn<T, uint>(wanted.Name, wanted.Type, [feature], (rows, row) => OwnColumns<T>.Category(feature, rows[row]) is { } category ? keys[category] : 0, wanted.Annotations);
    }
}
