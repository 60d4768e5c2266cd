using System.Text;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Inputs;

/// <summary>Categories and ranks by their names, as strings; a missing one is the empty string.</summary>
internal sealed class NameInput<T> : InputSource<T>
    where T : IFeatureRecord<T>
{
    private readonly Feature<T>[] _features;
    private readonly byte[][][] _names;

    public NameInput(TensorForm form, Feature<T>[] features)
        : base(form)
    {
        _features = features;
        _names = [.. features.Select(feature => feature.Categories.Select(Encoding.UTF8.GetBytes).ToArray())];
    }

    public override RentedTensor Room(int count) => RentedTensor.OfStrings(Shape(count, _features.Length));

    public override void Fill(RentedTensor room, EncodedRows<T> rows, int first, int count)
    {
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<double> columns = rows[first + row];
            for (int i = 0; i < _features.Length; i++)
            {
                Feature<T> feature = _features[i];
                room.Value.StringTensorSetElementAt(feature.IsPresent(columns) ? _names[i][Category(feature, columns)] : [], (row * _features.Length) + i);
            }
        }
    }

    private static int Category(Feature<T> feature, ReadOnlySpan<double> columns) =>
        feature.Kind == FeatureKind.Ordinal ? (int)columns[feature.Column] : feature.CategoryIn(columns);
}
