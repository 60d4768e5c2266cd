using TypedExplain.Training;

namespace Papers.Expo;

/// <summary>One convolutional network of digits, and the saliency maps of the first test image of some digits.</summary>
/// <param name="Stability">λ of STABILITY; 0 for none.</param>
/// <param name="Epochs">How many epochs.</param>
/// <param name="Images">The most images to learn from.</param>
/// <param name="Seed">The seed.</param>
public sealed record MnistNetwork(double Stability, int Epochs, int Images, int Seed)
{
    private const int Pixels = DigitData.Size * DigitData.Size;
    private const int TestImages = 10_000;
    private const double Radius = 0.05;

    /// <summary>The digits whose maps are shown.</summary>
    public static IReadOnlyList<int> Shown { get; } = [0, 2, 4, 7, 9];

    /// <summary>The numbers before the images and maps.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["accuracy", "stability of saliency"];

    public string Key => FormattableString.Invariant($"STABILITY {Stability}, {Epochs} epochs, {Images} images, seed {Seed}");

    /// <summary>
    /// Trains it: accuracy, stability of saliency, then for each shown digit three pictures, row after row: the image, its
    /// map, and the map of the image with its pixels moved.
    /// </summary>
    public double[] Run(CancellationToken cancellation)
    {
        LabeledImages test = DigitData.Load("t10k", Math.Min(Images, TestImages));
        ImageClassifier network = new ImageTrainer { Epochs = Epochs, Stability = Stability, Seed = Seed }.Train(DigitData.Load("train", Images), cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        return [network.Accuracy(test), network.SaliencyStability(test, Radius, Seed), .. Shown.SelectMany(digit => Maps(network, test[test.Labels.IndexOf(digit)]))];
    }

    /// <summary>One of the pictures of a cell.</summary>
    /// <param name="numbers">The cell.</param>
    /// <param name="digit">Position of the digit among those shown.</param>
    /// <param name="picture">0 the image, 1 its map, 2 that of the moved image.</param>
    public static double[] Picture(double[] numbers, int digit, int picture) => numbers.AsSpan(Numbers.Count + (((3 * digit) + picture) * Pixels), Pixels).ToArray();

    private double[] Maps(ImageClassifier network, ReadOnlySpan<float> image)
    {
        RandomStream stream = new(Seed, "shown digits");
        float[] moved = image.ToArray(), own = new float[Pixels], other = new float[Pixels];
        for (int i = 0; i < Pixels; i++)
            moved[i] += (float)(Radius * ((2 * stream.Uniform(i)) - 1));
        network.Saliency(image, own);
        network.Saliency(moved, other);

        // Four digits are enough for pictures, and keep the cell small.
        return [.. image.ToArray().Concat(own).Concat(other).Select(value => Math.Round(value, 4))];
    }
}
