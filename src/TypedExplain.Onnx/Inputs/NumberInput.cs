using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Inputs;

/// <summary>Columns of encoded rows as the numbers of an input.</summary>
/// <param name="form">The input.</param>
/// <param name="features">The features that fill it, one after the other.</param>
/// <param name="marksMissing">Whether a missing value is marked, since no input says that it is missing.</param>
internal sealed class NumberInput<T, TElement, TConversion>(TensorForm form, Feature<T>[] features, bool marksMissing) : InputSource<T>(form)
    where T : IFeatureRecord<T>
    where TElement : unmanaged
    where TConversion : struct, IElement<TConversion, TElement>
{
    private readonly int _width = features.Sum(feature => feature.ColumnCount);

    // All columns as they are; by far the commonest form.
    private readonly bool _isWhole = !marksMissing && features.Length == T.Schema.Features.Length;

    public override RentedTensor Room(int count) => RentedTensor.Of<TElement>(Shape(count, _width));

    public override void Fill(RentedTensor room, EncodedRows<T> rows, int first, int count)
    {
        RentedTensor<TElement> tensor = (RentedTensor<TElement>)room;
        if (_isWhole)
        {
            TConversion.Fill(rows.Values.Slice(first * _width, count * _width), tensor.Span);
            return;
        }

        int at = 0;
        foreach (Feature<T> feature in features)
        {
            Fill(feature, rows, first, tensor.Span[at..]);
            at += feature.ColumnCount;
        }
    }

    private void Fill(Feature<T> feature, EncodedRows<T> rows, int first, Span<TElement> elements)
    {
        int columns = rows.Columns, own = feature.ColumnCount;
        bool mayMiss = marksMissing && T.Schema.IsNullable(feature);
        ReadOnlySpan<double> values = rows.Values[(first * columns)..];
        for (int at = 0; at < elements.Length; at += _width, values = values[columns..])
        {
            bool isMissing = mayMiss && !feature.IsPresent(values[..columns]);
            for (int i = 0; i < own; i++)
                elements[at + i] = isMissing ? TConversion.Missing : TConversion.Of(values[feature.Column + i]);
        }
    }
}
