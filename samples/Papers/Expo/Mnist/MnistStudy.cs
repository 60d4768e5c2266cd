using System.Globalization;

namespace Papers.Expo;

/// <summary>ExpO's experiment with digits: accuracy, and how steady saliency maps are, with and without STABILITY.</summary>
public sealed class MnistStudy : IStudy
{
    private const string PictureFile = "expo-mnist-saliency.svg";

    // The paper trains for 100, which takes more than half an hour each.
    private const int Epochs = 10, PublishedEpochs = 100;

    public string Name => "expo-mnist";

    public int Version => 2;

    public IReadOnlyList<string> Sources => ["Expo/Mnist/MnistNetwork.cs", "Expo/Data/DigitData.cs"];

    public IReadOnlyList<string> Needs => DigitData.Files;

    public bool HasPictures => true;

    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
        [.. from network in Networks(options) select new Cell(network.Key, options.Quick ? 5 : 25 * network.Epochs, network.Run)];

    public Page Draw(StudyOptions options, Numbers numbers)
    {
        MnistNetwork[] networks = [.. Networks(options)];
        double[]? without = numbers[networks[0].Key], with = numbers[networks[1].Key];
        MarkdownTable table = new("", "None", "STABILITY", "published: None", "STABILITY") { HasNumbers = true };
        table.Add("accuracy", Text(without, 0), Text(with, 0), "0.9883", "0.9906");
        table.Add("stability of saliency", Text(without, 1), Text(with, 1), "6.940", "0.000777");
        bool isComplete = without is not null && with is not null;
        string text = $"""
            ## Numbers

            One run of each, {networks[0].Epochs} epochs; published: one run of each, {PublishedEpochs} epochs.

            {table}
            {(isComplete ? string.Create(CultureInfo.InvariantCulture, $"With STABILITY the maps move {without![1] / with![1]:N0} times less; published: {6.940 / 0.000777:N0} times.") : "A network is absent: it was not computed.")}

            {(isComplete ? $"![Digits and their saliency maps, with and without STABILITY]({PictureFile})" : "")}

            *The first test image of each digit. Maps are the signed gradient of the largest logit; a network's two maps share one scale.
            "Moved" is the same image with every pixel moved by up to 0.05. This is the paper's Figure 9, of other images of the same digits.*

            ## Conventions

            - Convolutions of 6 × 6 (6 filters, stride 1), 5 × 5 (12, stride 2), 4 × 4 (24, stride 2), 200 and 10 units; batches of 50, Adam at 0.001.
            - STABILITY at λ = 1, absolute, at every image of the batch, one neighbor each, pixels moved uniformly by up to 0.05, not clipped.
            - Stability of saliency: over the 10,000 test images, the mean over images and pixels of the squared difference of the maps of an image
              and of one neighbor, each of its own largest logit.
            - {networks[0].Images:N0} images to learn from. Without a regularizer the number goes on growing with the epochs: 1.34 after 41 epochs in an
              earlier run (accuracy 98.89 %), where STABILITY gave 0.00099 (99.26 %). So its size after fewer epochs is not comparable, its order is.
            """;
        return new("expo-mnist.md", "ExpO, digits and STABILITY: Figure 9", text, isComplete ? [new(PictureFile, SaliencyPicture.Of(without!, with!))] : [], options.Quick || !isComplete ? [] : Findings(without!, with!));

        static string Text(double[]? own, int at) => own is null ? "–" : own[at].ToString(at == 0 ? "0.0000" : "G3", CultureInfo.InvariantCulture);
    }

    // One run of each, here as in the paper, so nothing is tested.
    private static IReadOnlyList<Finding> Findings(double[] without, double[] with) =>
    [
        Finding.Of("accuracy", "STABILITY", "None", new(0.9906, 0.9883, true), new([with[0]], [without[0]], "runs", 1)) with { IsLowerBetter = false },
        Finding.Of("Stability of saliency", "STABILITY", "None", new(0.000777, 6.940, true), new([with[1]], [without[1]], "runs", 1)) with { HasFactor = true },
    ];

    private static IEnumerable<MnistNetwork> Networks(StudyOptions options) =>
        from stability in new[] { 0.0, 1.0 }
        select new MnistNetwork(stability, options.Quick ? 1 : Epochs, options.Quick ? 1000 : 60_000, options.Seed);
}
