using TypedExplain.Media;
using TypedExplain.Training;

namespace Papers;

/// <summary>
/// Fashion-MNIST: a network's probability of the class that it names, by hidden rectangles (100 samples, 5 rectangles) and by images
/// of an autoencoder (500 samples, every pixel); 10 neighboring images.
/// </summary>
public sealed class FashionBench : Bench<Garment>
{
    private readonly Mlp<GarmentPixels> _network;
    private readonly Dataset<GarmentPixels> _train;
    private readonly IModel<Garment>[] _outputs;
    private readonly Lazy<Vae> _vae;
    private readonly int[] _classes;
    private readonly int _seed;
    private readonly int _environments;
    private readonly int? _samples;

    public FashionBench(FashionImages images, int seed, int environments, int? samples, IReadOnlyList<int> asked, bool quick)
    {
        (_seed, _environments, _samples) = (seed, environments, samples);
        _train = images.Training(quick ? 3000 : 60_000);
        _network = new ExpoTrainer<GarmentPixels> { HiddenUnits = [128], BatchSize = 256, MaxEpochs = quick ? 4 : 15, MinEpochs = quick ? 4 : 15, ValidationFraction = 0.02, Seed = seed, MaxThreads = 1 }.Train(_train);
        _vae = new(() => new VaeTrainer { Seed = seed, Epochs = quick ? 2 : 10 }.Train(images.TrainingNumbers(quick ? 1000 : 10_000), images.Test.Shape.Length));

        // The paper explains probabilities themselves, and not their log odds.
        IModel<Garment> clothing = Model.FromPixels(GarmentFeatures.Picture, _network).As(OutputKind.Score);
        _outputs = [.. clothing.Outputs.Select(name => clothing.Output(name))];
        Asked = new Dataset<Garment>(asked.Select(image => new Garment(FashionImages.Numbers(images.Test, image)))).WithLabels(asked.Select(image => (Clothing)images.TestLabels[image]));
        _classes = [.. Asked.Rows.Select(row => Named(row.Picture.ToArray()))];
        int tested = quick ? 500 : images.Test.Count;
        Quality = Enumerable.Range(0, tested).Count(i => Named(FashionImages.Numbers(images.Test, i)) == images.TestLabels[i]) / (double)tested;
    }

    /// <inheritdoc/>
    public override Dataset<Garment> Asked { get; }

    /// <inheritdoc/>
    public override double Quality { get; }

    /// <inheritdoc/>
    public override int Neighbors => 10;

    /// <inheritdoc/>
    public override IReadOnlyList<Explanation<Garment>> Explain(IExplainer<Garment> explainer, CancellationToken cancellation) =>
        [.. Asked.Rows.Select((row, i) => explainer.Explain(_outputs[_classes[i]], row, cancellation))];

    /// <summary>The numbers of a method; of LINEX/real also the share of images whose game settled, and processor seconds an image.</summary>
    public override double[] Compute(Convention convention, string method, IReadOnlyList<double> widths, CancellationToken cancellation)
    {
        if (method == "SHAP")
            return MethodCell.Compute(Asked.Count, widths, hasWidth: false, _ => Shap(cancellation));
        Method<Garment> own = Methods(convention).Single(one => one.Name == method);
        Dataset<Garment> rows = convention.MostRows < Asked.Count ? Asked.Select([.. Enumerable.Range(0, convention.MostRows)]) : Asked;
        bool hasWidth = own.HasWidth && convention is { OnlyWidth: null, PixelWeights: PixelWeights.Kernel };
        int asked = 0, settled = 0;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        double[] numbers = MethodCell.Compute(rows.Count, widths, hasWidth, width =>
        {
            Explanation<Garment>[] explanations = [.. rows.Rows.Select((row, i) => own.OfWidth(convention.OnlyWidth ?? width).Explain(_outputs[_classes[i]], row, cancellation))];
            asked += explanations.Length;
            settled += explanations.Count(explanation => explanation.Convergence.Status == SolveStatus.Converged);
            return TableMetrics.Of(new ExplainedRows<Garment>(rows, explanations, Neighbors));
        });
        return method == "LINEX/real" ? [.. numbers, settled / (double)asked, (Environment.CpuUsage.TotalTime - before).TotalSeconds / asked] : numbers;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Method<Garment>> Methods(Convention convention)
    {
        TableMethods<Garment> sparse = new(convention, _environments, _seed, (neighborhood, _) => neighborhood) { Selection = FeatureSelection.Forward(5) };

        // Every pixel has a slope, and the paper's ridge for images is 0.001 under any convention.
        TableMethods<Garment> dense = new(convention with { Ridge = convention.PixelRidge }, _environments, _seed, (neighborhood, _) => neighborhood);
        return
        [
            new("LIME", width => sparse.Lime(Masked(width), width)),
            new("S-LIME", width => sparse.SmoothedLime(Masked(width), width)),
            new("LINEX/rand", width => sparse.Linex(Masked(width), width)),
            new("LINEX*/rand", width => sparse.LinexToday(Masked(width), width)),
            new("MeLIME", width => convention.Intercept
                ? new Melime<Garment> { Neighborhood = Real(convention, width), LocalModel = new RidgeRegression { Alpha = convention.PixelRidge }, Kernel = TableMethods<Garment>.Kernel(width), Batches = 1, Seed = _seed }
                : dense.Lime(Real(convention, width), width)),
            new("LINEX/real", width => dense.Linex(Real(convention, width), width)),
            new("LINEX*/real", width => dense.LinexToday(Real(convention, width), width)),
            new("trivial", _ => new TrivialExplainer<Garment> { Background = Asked }) { HasWidth = false },
            new("random", _ => new RandomExplainer<Garment> { Background = Asked, Seed = _seed }) { HasWidth = false },
        ];
    }

    /// <summary>KernelSHAP over the pixels as a table of 784 numbers.</summary>
    private (double[] Means, double[] Rows) Shap(CancellationToken cancellation)
    {
        Dataset<GarmentPixels> rows = new Dataset<GarmentPixels>(Asked.Rows.Select(row => new GarmentPixels(row.Picture.ToArray()))).WithLabels(Asked.Target!.Values.Select(label => (Clothing)(int)label));
        KernelShap<GarmentPixels> shap = new() { Background = _train.Select([.. Enumerable.Range(0, 500)]).Summarize(5), Seed = _seed };
        IModel<GarmentPixels>[] outputs = [.. _network.Outputs.Select(name => _network.Output(name))];
        Explanation<GarmentPixels>[] explanations = [.. rows.Rows.Select((row, i) => shap.Explain(outputs[_classes[i]], row, cancellation))];
        return TableMetrics.Of(new ExplainedRows<GarmentPixels>(rows, explanations, Neighbors));
    }

    /// <summary>The paper's kernel widths are multiples of 8.55, the root of 73; 9×8 rectangles are 72. LIME's distance is 1 − cos.</summary>
    private MediaNeighborhood<Garment> Masked(double width)
    {
        GridSegmentation grid = new() { Rows = 9, Columns = 8 };
        return new() { Samples = _samples ?? 100, Image = new MaskedImage { Segmentation = grid, Fill = Fill.Constant(0.0), Width = width * Math.Sqrt(9 * 8) } };
    }

    private MediaNeighborhood<Garment> Real(Convention convention, double width) => new()
    {
        Samples = _samples ?? 500,
        Image = new VaeNeighborhood
        {
            Vae = _vae.Value,
            Kernel = convention.PixelWeights switch
            {
                // exp(−δ²/r²) is a kernel √exp(−δ²/κ²) of width κ = r/√2, here for all d numbers together.
                PixelWeights.Own => TableMethods<Garment>.Kernel(1 / Math.Sqrt(2.0 * Asked.Rows[0].Picture.Length)),
                PixelWeights.None => new Evenly(),
                _ => TableMethods<Garment>.Kernel(width),
            },
        },
    };

    private int Named(float[] pixels)
    {
        Span<double> scores = stackalloc double[_network.Outputs.Length];
        _network.Score(new Dataset<GarmentPixels>([new GarmentPixels(pixels)]).Encoded, scores);
        return scores.IndexOfMax();
    }
}
