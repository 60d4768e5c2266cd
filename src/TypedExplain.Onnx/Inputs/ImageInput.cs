using TypedExplain.Media;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Inputs;

/// <summary>An image of each record: rows × columns × channels, or channels first.</summary>
/// <param name="form">The input.</param>
/// <param name="image">The image.</param>
/// <param name="channelsFirst">Whether the input has one plane per channel.</param>
internal sealed class ImageInput<T>(TensorForm form, MediaFeature<T> image, bool channelsFirst) : InputSource<T>(form)
    where T : IFeatureRecord<T>
{
    private readonly ImageShape _shape = image.Shape!.Value;

    public override RentedTensor Room(int count) => channelsFirst
        ? RentedTensor.Of<float>(count, _shape.Channels, _shape.Height, _shape.Width)
        : RentedTensor.Of<float>(count, _shape.Height, _shape.Width, _shape.Channels);

    public override void Fill(RentedTensor room, EncodedRows<T> rows, int first, int count)
    {
        Span<float> all = ((RentedTensor<float>)room).Span;
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<float> own = T.Schema.ReadMedia(rows.Record(first + row)).Image(image.Index).Span;
            Span<float> elements = all.Slice(row * _shape.Length, _shape.Length);
            if (channelsFirst)
                ToPlanes(own, _shape.Channels, elements);
            else
                own.CopyTo(elements);
        }
    }

    private static void ToPlanes(ReadOnlySpan<float> pixels, int channels, Span<float> planes)
    {
        int plane = pixels.Length / channels;
        for (int i = 0; i < pixels.Length; i++)
            planes[(i % channels * plane) + (i / channels)] = pixels[i];
    }
}
