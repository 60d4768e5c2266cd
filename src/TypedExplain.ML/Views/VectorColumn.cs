using Microsoft.ML;
using Microsoft.ML.Data;

namespace TypedExplain.ML.Views;

/// <summary>A column of several numbers per row.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TNumber">The type of a number.</typeparam>
/// <param name="name">Its name.</param>
/// <param name="item">The type of a number as ML.NET names it.</param>
/// <param name="slots">What fills each of its places.</param>
/// <param name="convert">Makes a number of one of double precision; NaN is a missing value.</param>
internal sealed class VectorColumn<T, TNumber>(string name, PrimitiveDataViewType item, NumberSlot<T>[] slots, Func<double, TNumber> convert)
    : ViewColumn<T>(name, new VectorDataViewType(item, slots.Length), SlotNames(slots))
    where T : IFeatureRecord<T>
{
    public override IEnumerable<Feature<T>> Features => slots.Select(slot => slot.Feature).Distinct();

    public override Delegate Getter(ViewRows<T> rows, Func<long> row) => (ValueGetter<VBuffer<TNumber>>)((ref VBuffer<TNumber> value) =>
    {
        VBufferEditor<TNumber> editor = VBufferEditor.Create(ref value, slots.Length);
        ReadOnlySpan<double> own = rows[row()];
        for (int i = 0; i < slots.Length; i++)
            editor.Values[i] = convert(slots[i].Read(own));
        value = editor.Commit();
    });

    private static DataViewSchema.Annotations SlotNames(NumberSlot<T>[] slots)
    {
        ReadOnlyMemory<char>[] names = [.. slots.Select(slot => slot.Name.AsMemory())];
        DataViewSchema.Annotations.Builder builder = new();
        builder.Add("SlotNames", new VectorDataViewType(TextDataViewType.Instance, names.Length), (ref VBuffer<ReadOnlyMemory<char>> value) => value = new(names.Length, names));
        return builder.ToAnnotations();
    }
}
