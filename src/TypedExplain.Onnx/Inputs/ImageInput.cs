namespace TypedExplain.Onnx;

/// <summary>An image of each record: rows × columns × channels, or channels first.</summary>
/// <param name="form">The input.</param>
/// <param name="image">The image.</param>
/// <param name="channelsFirst">Whether the input has one plane per channel.</param>
internal sealed class ImageInput<T>(TensorForm form, MediaFeature<T> image, bool channelsFirst) : InputSource<T>(form)
    where T : IFeatureRecord<T>
{
    public override RentedTensor Tensor(EncodedRows<T> rows, int first, int count)
    {
        ImageShape shape = image.Shape!.Value;
        RentedTensor<float> tensor = channelsFirst
            ? RentedTensor.Of<float>(count, shape.Channels, shape.Height, shape.Width)
            : RentedTensor.Of<float>(count, shape.Height, shape.Width, shape.Channels);
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<float> own = T.Schema.ReadMedia(rows.Decode(first + row)).Image(image.Index).Span;
            Span<float> elements = tensor.Span.Slice(row * shape.Length, shape.Length);
            if (channelsFirst)
                ToPlanes(own, shape.Channels, elements);
            else
                own.CopyTo(elements);
        }

        return tensor;
    }

    private static void ToPlanes(ReadOnlySpan<float> pixels, int channels, Span<float> planes)
    {
        int plane = pixels.Length / channels;
        for (int i = 0; i < pixels.Length; i++)
            planes[(i % channels * plane) + (i / channels)] = pixels[i];
    }
}
