using System.Globalization;

namespace Papers;

/// <summary>Tables 3 to 5 on Fashion-MNIST.</summary>
public sealed class FashionStudy : TableStudy<Garment>
{
    /// <summary>One image and its neighbors.</summary>
    private const int FewRows = 11;

    private readonly Lazy<FashionImages> _images = new(() => new());

    /// <inheritdoc/>
    public override string Name => "linex-fmnist";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs => FashionImages.Files;

    /// <inheritdoc/>
    protected override string Data => "Fashion-MNIST";

    /// <inheritdoc/>
    protected override PublishedTable Published => PublishedTable.Fashion;

    /// <inheritdoc/>
    protected override IReadOnlyList<Convention> Conventions => [Convention.Default, Convention.Likely with { Budget = double.PositiveInfinity }];

    /// <summary>All without a kernel: the published rows hardly change with its width.</summary>
    protected override IReadOnlyList<Convention> Tried { get; } =
    [
        .. from intercept in (bool[])[true, false] select Settled with { Words = $"{With(intercept)} an intercept", Intercept = intercept },
        .. from ridge in (double[])[1, 10, 100] select Settled with { Words = string.Create(CultureInfo.InvariantCulture, $"without an intercept, ridge {ridge}"), PixelRidge = ridge },
        Settled with { Words = "without an intercept, MeLIME's own weights", PixelWeights = PixelWeights.Own },
        .. from early in ((bool, double)[])[(false, 0.1), (false, 0.5), (true, 0.5)]
           select Settled with { Words = string.Create(CultureInfo.InvariantCulture, $"{With(early.Item1)} an intercept, stopped early (ε = {early.Item2}γ)"), Intercept = early.Item1, Tolerance = early.Item2 },
        .. from intercept in (bool[])[false, true]
           from t in (double[])[0.3, 0.5, 1]
           select Settled with { Words = $"{With(intercept)} an intercept, {Budget(t)}, stopped early (ε = 0.1γ), {FewRows} images", Intercept = intercept, Budget = t, Tolerance = 0.1, MostRows = FewRows },
    ];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> TriedMethods => ["MeLIME", "LINEX/real"];

    /// <summary>MeLIME plays no game.</summary>
    protected override bool IsTried(Convention convention, string method) => method == "LINEX/real" || (convention.Tolerance <= 1e-6 && double.IsPositiveInfinity(convention.Budget));

    /// <summary>What came nearest to the published row of MeLIME or of LINEX/real among the conventions tried.</summary>
    public static Convention Nearest(string method) => method == "MeLIME" ? Settled with { PixelWeights = PixelWeights.Own } : Settled with { PixelRidge = 100 };

    private static Convention Settled => Convention.Likely with { Budget = double.PositiveInfinity, PixelWeights = PixelWeights.None };

    private static string With(bool intercept) => intercept ? "with" : "without";

    /// <inheritdoc/>
    protected override IReadOnlyList<double> Widths => [0.1, 0.5];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Methods => ["LIME", "S-LIME", "LINEX/rand", "LINEX*/rand", "MeLIME", "LINEX/real", "LINEX*/real", "SHAP", "trivial", "random"];

    /// <summary>Networks and autoencoders rather than splits, which are the authors' own; one would be no test.</summary>
    protected override int Splits(StudyOptions options) => options.TrialsOr(2);

    /// <inheritdoc/>
    protected override string Settings(StudyOptions options) => string.Create(CultureInfo.InvariantCulture, $"n {options.Samples?.ToString(CultureInfo.InvariantCulture) ?? "100, 500"} k {options.Environments ?? 2} groups {Groups(options)} grid 9×8 widths {Widths.Count}");

    /// <inheritdoc/>
    protected override Bench<Garment> Prepare(StudyOptions options, int seed) =>
        new FashionBench(_images.Value, seed, options.Environments ?? 2, options.Samples ?? (options.Quick ? 50 : null), _images.Value.Chosen(Groups(options), nearest: 10), options.Quick);

    /// <inheritdoc/>
    protected override double Cost(Convention convention, string method) => (method, convention) switch
    {
        ("MeLIME", _) => 12,
        ("LINEX/real", { MostRows: FewRows }) => 40,
        ("LINEX/real", { Tolerance: > 1e-6 }) => 20,
        ("LINEX/real", { PixelWeights: PixelWeights.Kernel }) => 130,
        ("LINEX/real", _) => 70,
        ("SHAP", _) => 150,
        ("LIME" or "S-LIME" or "LINEX/rand", _) => 10,
        _ => 1,
    };

    /// <inheritdoc/>
    protected override string Protocol(StudyOptions options, Sample quality) =>
        $"""
        The authors' division, {Splits(options)} networks with an autoencoder each, {(options.Quick ? "3,000" : "60,000")} training and 10,000 test images. A network 784-128-10 names {quality.Mean:P1} of the test images right
        (published 87 %), as the mean over the networks; its probability of the class that it names is explained for {Groups(options)} test image{(Groups(options) > 1 ? "s" : "")} and the 10 nearest of each among the first
        thousand (the paper has 1000 images), so that neighbors are as near as in the paper, with {options.Environments ?? 2} environments and two of the paper's five kernel widths (0.1
        and 0.5 √d). 10 nearest of those explained count as neighbors.

        LIME, S-LIME and LINEX/rand make rectangles black in {options.Samples ?? (options.Quick ? 50 : 100)} samples and keep 5 of 9×8 rectangles, with LIME's distance 1 − cos. The paper's kernel widths are
        multiples of 8.55, the root of 73 segments; quickshift as LIME sets it finds one or two in such images.
        LINEX/real and MeLIME fit every pixel (ridge 0.001) to {options.Samples ?? (options.Quick ? 50 : 500)} images of a variational autoencoder (2×400, 12 dimensions, {(options.Quick ? "2 epochs on 1,000" : "10 epochs on 10,000")}
        images); MeLIME has one batch, so that all ask the model equally often. SHAP is KernelSHAP over 784 pixels with 5 background images (medoids of 500).
        """;

    /// <inheritdoc/>
    protected override string After(StudyOptions options, Numbers numbers) =>
        options.Quick ? "" : new FashionFindings(Published, Conventions, Tried, (convention, method) => Of(options, numbers, convention, method)).Write();

    /// <inheritdoc/>
    protected override string? Artefact(string rival, int metric) => rival == "MeLIME" && metric == 0
        ? "MeLIME fits 784 slopes to 500 images, which all but interpolates them, and so says nothing of how true the slopes are"
        : null;

    private static int Groups(StudyOptions options) => options.Quick ? 1 : 3;
}
