using System.Globalization;
using TypedExplain.Training.Convolution;
using TypedExplain.Training.Kernels;
using TypedExplain.Training.Networks;
using TypedExplain.Training.Trainers;

namespace TypedExplain.Training;

/// <summary>
/// Trains the convolutional network of ExpO's experiment with saliency (Plumb et al., 2020): kernels 6×6 (6 filters), 5×5
/// (12, stride 2), 4×4 (24, stride 2), 200 units; with STABILITY at every image of a batch.
/// </summary>
/// <remarks>Adam on minibatches, the last epoch's parameters. The same options, images and seed give the same bits.</remarks>
public sealed record ImageTrainer
{
    /// <summary>λ of STABILITY; 0 for none.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Stability { get; init; } = 1;

    /// <summary>How far each pixel of an image's one neighbor moves at most; above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Radius { get; init; } = 0.05;

    /// <summary>Images per step, at most as many as there are; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int BatchSize { get; init; } = 50;

    /// <summary>How many epochs; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int Epochs { get; init; } = 100;

    /// <summary>Adam's step size; above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double LearningRate { get; init; } = 0.001;

    /// <summary>The most threads that a step is divided among, at least 1; the network is the same, to the bit, with any.</summary>
    [OptionRange(AtLeast = 1)]
    public int MaxThreads { get; init; } = 1;

    /// <summary>Seed of the first weights, the order of images and the moves of pixels.</summary>
    public int Seed { get; init; }

    /// <summary>Trains a network.</summary>
    /// <param name="images">The images, of 2 classes or more.</param>
    /// <param name="progress">Told the mean loss of each epoch.</param>
    /// <param name="cancellation">Ends training after a step; the network as it is then is given, if an epoch was done.</param>
    /// <exception cref="InvalidDatasetException">All images are of one class.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="OperationCanceledException">The cancellation was asked for before an epoch was done.</exception>
    /// <exception cref="ImageDivergedException">A loss or a gradient became NaN or infinite.</exception>
    public ImageClassifier Train(LabeledImages images, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        Check(images);
        ConvolutionalNetwork<float> network = Network(images.Size, images.Labels.Max() + 1);
        float[] parameters = new float[network.ParameterCount], gradient = new float[parameters.Length], good = [];
        network.Initialize(new RandomStream(Seed, "weights"), parameters);
        Adam<float> adam = new(parameters.Length, LearningRate);
        ImageStep step = new(network, BatchSize, Stability > 0, Math.Min(MaxThreads, StaticPartition.MostThreads));
        ShuffledOrder order = new(new RandomStream(Seed, "batches"), images.Count);
        int[] rows = new int[BatchSize];
        for (int epoch = 0, number = 0; epoch < Epochs; epoch++)
        {
            double sum = 0;
            int steps = images.Count / BatchSize;
            for (int i = 0; i < steps; i++, number++)
            {
                if (cancellation.IsCancellationRequested)
                    return epoch > 0 ? new(images.Size, network, parameters) : throw new OperationCanceledException("Training was canceled before its first epoch was done, so there is no network yet.", cancellation);
                order.Fill((long)number * BatchSize, rows);
                double loss = step.Evaluate(parameters, images, rows, Stability, Radius, new RandomStream(Seed, "neighbors").For(number), gradient);
                if (!double.IsFinite(loss) || !Elementwise.AreFinite<float>(gradient))
                    throw new ImageDivergedException(epoch + 1, i + 1, step.Where(loss, gradient), this, epoch == 0 ? null : new(images.Size, network, good));
                adam.Step(parameters, gradient);
                sum += loss;
            }

            good = [.. parameters];
            progress?.Report(sum / steps);
        }

        return new(images.Size, network, parameters);
    }

    internal static ConvolutionalNetwork<float> Network(int size, int classes)
    {
        ConvolutionShape first = new(size, 1, 6, 1, 6), second = new(first.OutputSize, 6, 5, 2, 12), third = new(second.OutputSize, 12, 4, 2, 24);
        return new([first, second, third], [200, classes]);
    }

    /// <summary>How many parameters that network has; more than an array holds where they are too many to be counted.</summary>
    internal static long CountParameters(int size, int classes)
    {
        const int kernels = 6 * (6 * 6 + 1) + (12 * (5 * 5 * 6 + 1)) + (24 * (4 * 4 * 12 + 1));
        long places = (size + 3L) / 4;
        return kernels + (((places * places * 24) + 1) * 200) + ((200L + 1) * classes);
    }

    /// <summary>Every pixel moved uniformly by up to a radius, not clipped.</summary>
    internal static void Move(ReadOnlySpan<float> pixels, double radius, RandomStream stream, Span<float> moved)
    {
        double[] draws = new double[1024];
        for (int first = 0; first < pixels.Length; first += draws.Length)
        {
            Span<double> block = draws.AsSpan(0, Math.Min(draws.Length, pixels.Length - first));
            stream.FillUniform(first, block);
            ReadOnlySpan<float> own = pixels.Slice(first, block.Length);
            Span<float> to = moved.Slice(first, block.Length);
            for (int i = 0; i < to.Length; i++)
                to[i] = (float)(own[i] + (radius * ((2 * block[i]) - 1)));
        }
    }

    internal static void CheckRadius(double radius)
    {
        if (!(radius > 0 && double.IsFinite(radius)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Radius of the moves of pixels is {radius}; it must be above 0."));
    }

    private void Check(LabeledImages images)
    {
        CheckRadius(Radius);
        if (images.Labels.All(label => label == images.Labels[0]))
            throw new InvalidDatasetException($"All {images.Count} images are of class {images.Labels[0]}; there is nothing to tell apart.");
        if (BatchSize < 1 || BatchSize > images.Count)
            throw new InvalidOptionException($"BatchSize is {BatchSize}; it must be from 1 to {images.Count}, the images.");
        if (Epochs < 1)
            throw new InvalidOptionException($"Epochs is {Epochs}; it must be at least 1.");
        if (MaxThreads < 1)
            throw new InvalidOptionException($"MaxThreads is {MaxThreads}; it must be at least 1.");
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"LearningRate is {LearningRate}; it must be above 0."));
        if (!(Stability >= 0 && double.IsFinite(Stability)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Stability is {Stability}; it must be 0 or more."));
    }
}
