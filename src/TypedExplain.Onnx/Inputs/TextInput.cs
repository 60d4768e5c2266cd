using TypedExplain.Media;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Inputs;

/// <summary>A text of each record, as a string.</summary>
internal sealed class TextInput<T>(TensorForm form, MediaFeature<T> text) : InputSource<T>(form)
    where T : IFeatureRecord<T>
{
    public override RentedTensor Room(int count) => RentedTensor.OfStrings(Shape(count, 1));

    public override void Fill(RentedTensor room, EncodedRows<T> rows, int first, int count)
    {
        for (int row = 0; row < count; row++)
            room.Value.StringTensorSetElementAt(T.Schema.ReadMedia(rows.Record(first + row)).Text(text.Index).AsSpan(), row);
    }
}
