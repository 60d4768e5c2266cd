using TypedExplain.Errors;
using TypedExplain.Media;

namespace TypedExplain.Training;

/// <summary>
/// MeLIME's neighbors of an image: drawn by a variational autoencoder around the instance, so that they are images of the
/// kind that it learned. Every number of the image is a part, and counts by its value.
/// </summary>
public sealed record VaeNeighborhood : IImageNeighborhood
{
    /// <summary>The autoencoder, trained on images of the same shape, with numbers from 0 to 1.</summary>
    public required Vae Vae { get; init; }

    /// <summary>r, 0 or more: the width of what is added to the spread that the autoencoder itself sees.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Radius { get; init; } = 1;

    /// <summary>The kernel of the squared differences of all numbers.</summary>
    public IKernel Kernel { get; init; } = new ExponentialKernel();

    Description IDescribed.Describe() => Description.OfLibrary(nameof(VaeNeighborhood))
        .With("vae", Vae)
        .With("radius", Radius)
        .With("kernel", Kernel);

    /// <inheritdoc/>
    public ImageNeighbors Around(ReadOnlyMemory<float> image, ImageShape shape, RandomStream stream, CancellationToken cancellation = default)
    {
        if (Vae is null)
            throw new InvalidOptionException("Vae of the neighborhood is not given; train it with a VaeTrainer or load it.");
        _ = Kernel.Given(nameof(Kernel), "the neighborhood");
        if (Vae.Inputs != shape.Length)
            throw new InvalidOptionException($"Vae of the neighborhood is {Vae}, for images of {Vae.Inputs} numbers; an image of {shape} has {shape.Length}.");
        return new Neighbors(image, shape, this, stream);
    }

    private sealed class Neighbors(ReadOnlyMemory<float> image, ImageShape shape, VaeNeighborhood options, RandomStream stream) : ImageNeighbors(image, shape, segments: null)
    {
        public override void Own(Span<double> values)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] = Image.Span[i];
        }

        public override void Draw(Span<double> values)
        {
            float[] samples = new float[values.Length];
            options.Vae.Sample(Image.Span, options.Radius, stream, samples);
            for (int i = 0; i < samples.Length; i++)
                values[i] = samples[i];
        }

        public override void Weigh(ReadOnlySpan<double> values, Span<double> weights) => WeighBy(options.Kernel, values, weights);

        public override void Neighbor(int neighbor, ReadOnlySpan<double> values, Span<float> pixels)
        {
            for (int i = 0; i < pixels.Length; i++)
                pixels[i] = (float)values[i];
        }
    }
}
