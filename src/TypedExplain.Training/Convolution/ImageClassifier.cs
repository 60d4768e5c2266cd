using System.Collections.Concurrent;
using TypedExplain.Training.Convolution;
using TypedExplain.Training.Gradients;

namespace TypedExplain.Training;

/// <summary>A trained convolutional network: three convolutions, 200 units, one output per class.</summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed partial class ImageClassifier
{
    private const int BlockImages = 50;

    private readonly ConvolutionalNetwork<float> _network;
    private readonly float[] _parameters;
    private readonly ConcurrentBag<ImageSaliency<float>> _workers = [];

    internal ImageClassifier(int size, ConvolutionalNetwork<float> network, float[] parameters) => (Size, _network, _parameters) = (size, network, parameters);

    /// <summary>Height and width of its images.</summary>
    public int Size { get; }

    /// <summary>How many classes it tells apart.</summary>
    public int Classes => _network.Outputs;

    /// <summary>The logits of images.</summary>
    /// <param name="pixels">Image after image, row after row.</param>
    /// <param name="logits">Where they go: for each image in turn, one number per class.</param>
    public void Score(ReadOnlySpan<float> pixels, Span<float> logits) => Each(pixels, logits, Classes, (worker, block, count, to) => worker.Outputs(_parameters, block, count).CopyTo(to));

    /// <summary>The signed gradient of each image's largest logit with respect to its pixels; take magnitudes to show it.</summary>
    /// <param name="pixels">Image after image, row after row.</param>
    /// <param name="maps">Where the gradients go; the shape of the pixels.</param>
    public void Saliency(ReadOnlySpan<float> pixels, Span<float> maps) => Each(pixels, maps, Size * Size, (worker, block, count, to) => worker.Maps(_parameters, block, count, to));

    /// <summary>The share of images whose largest logit is that of their class.</summary>
    /// <param name="images">The images.</param>
    public double Accuracy(LabeledImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        Check(images.Size);
        float[] logits = new float[images.Count * Classes];
        Score(images.Pixels.AsSpan(), logits);
        int right = 0;
        for (int image = 0; image < images.Count; image++)
            right += ArgMax.Of<float>(logits.AsSpan(image * Classes, Classes)) == images.Labels[image] ? 1 : 0;
        return (double)right / images.Count;
    }

    /// <summary>
    /// How far signed maps move: the mean, over images and pixels, of the squared difference of the map of an image and of
    /// one with every pixel moved uniformly by up to a radius. Lower is steadier.
    /// </summary>
    /// <param name="images">The images.</param>
    /// <param name="radius">How far a pixel moves at most; above 0.</param>
    /// <param name="seed">Seed of the moves.</param>
    /// <exception cref="InvalidOptionException">The radius is not above 0, or the images are of another size.</exception>
    public double SaliencyStability(LabeledImages images, [OptionRange(Above = 0)] double radius = 0.05, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(images);
        Check(images.Size);
        ImageTrainer.CheckRadius(radius);
        float[] moved = new float[images.Pixels.Length], own = new float[moved.Length], other = new float[moved.Length];
        ImageTrainer.Move(images.Pixels.AsSpan(), radius, new RandomStream(seed, "saliency"), moved);
        Saliency(images.Pixels.AsSpan(), own);
        Saliency(moved, other);
        return ImageSaliency<float>.MeanSquaredDifference(own, other);
    }

    private void Check(int size)
    {
        if (size != Size)
            throw new InvalidOptionException($"The images are {size}×{size}; the network takes {Size}×{Size}.");
    }

    private void Each(ReadOnlySpan<float> pixels, Span<float> results, int width, Block work)
    {
        int length = Size * Size, images = pixels.Length / length;
        if (pixels.Length % length != 0)
            throw new ArgumentException($"{pixels.Length} pixels are not a whole number of images of {Size}×{Size}.", nameof(pixels));
        ImageSaliency<float> worker = _workers.TryTake(out ImageSaliency<float>? idle) ? idle : new(_network);
        for (int first = 0; first < images; first += BlockImages)
        {
            int count = Math.Min(BlockImages, images - first);
            work(worker, pixels.Slice(first * length, count * length), count, results.Slice(first * width, count * width));
        }

        _workers.Add(worker);
    }

    private delegate void Block(ImageSaliency<float> worker, ReadOnlySpan<float> pixels, int count, Span<float> results);
}
