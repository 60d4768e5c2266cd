using TypedExplain.Media;

namespace TypedExplain.Neighborhoods.Media;

/// <summary>An image of which every number is a part, and whose neighbors are all like it.</summary>
internal sealed class FixedImage(ReadOnlyMemory<float> image, ImageShape shape) : ImageNeighbors(image, shape, segments: null)
{
    public override void Own(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = Image.Span[i];
    }

    public override void Draw(Span<double> values)
    {
        for (int first = 0; first < values.Length; first += Parts)
            Own(values.Slice(first, Parts));
    }

    public override void Weigh(ReadOnlySpan<double> values, Span<double> weights) => weights.Fill(1);

    public override void Neighbor(int neighbor, ReadOnlySpan<double> values, Span<float> pixels) => Image.Span.CopyTo(pixels);
}
