namespace Papers.Expo;

/// <summary>ExpO's metrics of the explanations of one output of a model, as the paper measures them: a probability as it is.</summary>
/// <param name="Division">The rows that the model was trained on, stopped by, and is measured on.</param>
/// <param name="Seed">The seed of all draws.</param>
public sealed record Quality<T>(Division<T> Division, int Seed)
    where T : IFeatureRecord<T>
{
    private const int Perturbations = 5, VariancePerturbations = 20;

    /// <summary>Where the samples of LIME are drawn.</summary>
    public NeighborhoodCenter Center { get; init; } = NeighborhoodCenter.Background;

    /// <summary>The most test rows to explain; null for all.</summary>
    public int? TestRows { get; init; }

    /// <summary>The mean of each metric over the test rows, in the order of <see cref="QualityNames.All"/>.</summary>
    /// <param name="model">A model with one output, of standardized rows.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public double[] Of(IModel<T> model, CancellationToken cancellation)
    {
        ExplainedRows<T> lime = Limes(model, cancellation);
        double[] own = [PointFidelity(lime), NeighborhoodFidelity(lime), Noise(lime)];
        cancellation.ThrowIfCancellationRequested();

        IExplainer<T> fitted = new Maple<T> { Background = Division.Train, Validation = Division.Validation, Link = LinkFunction.Identity, Seed = Seed }.Fit(model, cancellation);
        ExplainedRows<T> maple = ExplainedRows<T>.Of(fitted, model, lime.Data, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        double stability = new Stability<T> { Neighborhood = Near(0.1, Perturbations), Seed = Seed }.Evaluate(maple, cancellation).Mean;
        return [.. own, PointFidelity(maple), NeighborhoodFidelity(maple), stability, Variance(model, lime.Data), NoiseOfPairs(model, lime.Data, cancellation)];
    }

    /// <summary>The test rows explained by LIME: 1000 samples, no bins.</summary>
    public ExplainedRows<T> Limes(IModel<T> model, CancellationToken cancellation)
    {
        // Spread over all of them, since the number of the row is a feature.
        Dataset<T> test = TestRows is { } most && most < Division.Test.Count ? Division.Test.Select([.. Enumerable.Range(0, most).Select(i => i * Division.Test.Count / most)]) : Division.Test;
        return Limes(model, test, cancellation);
    }

    /// <summary>Some rows explained in the same way.</summary>
    public ExplainedRows<T> Limes(IModel<T> model, Dataset<T> rows, CancellationToken cancellation) => ExplainedRows<T>.Of(Lime(Seed), model, rows, cancellation: cancellation);

    /// <summary>The squared error of explanations at perturbations of their rows.</summary>
    /// <param name="rows">The explained rows.</param>
    /// <param name="radius">How far perturbations lie, in standard deviations; 0.1 in the paper's tables.</param>
    public double NeighborhoodFidelity(ExplainedRows<T> rows, double radius = 0.1) =>
        new NeighborhoodFidelity<T> { Neighborhood = Near(radius, Perturbations), Seed = Seed }.Evaluate(rows).Mean;

    private static double PointFidelity(ExplainedRows<T> rows) => new PointFidelity<T>().Evaluate(rows).Mean;

    // What is published as the stability of LIME is the noise of its samples: the same row explained twice.
    private double Noise(ExplainedRows<T> rows) =>
        new ResamplingStability<T> { Explainer = Lime, FirstSeed = 1_000_000 + Seed, Runs = 1 }.Evaluate(rows).Mean;

    /// <summary>The same noise where LIME draws as the library does unless told otherwise: in balanced pairs.</summary>
    private double NoiseOfPairs(IModel<T> model, Dataset<T> test, CancellationToken cancellation)
    {
        ExplainedRows<T> rows = ExplainedRows<T>.Of(InPairs(Seed), model, test, cancellation: cancellation);
        return new ResamplingStability<T> { Explainer = InPairs, FirstSeed = 1_000_000 + Seed, Runs = 1 }.Evaluate(rows, cancellation).Mean;
    }

    private Lime<T> Lime(int seed) => LimeOf(seed, Around with { Design = SamplingDesign.Independent });

    private Lime<T> InPairs(int seed) => LimeOf(seed, Around);

    private GaussianNeighborhood<T> Around => new() { Background = Division.Train, Center = Center, HoldConstantFeatures = true };

    private static Lime<T> LimeOf(int seed, GaussianNeighborhood<T> around) => new() { Neighborhood = around, Link = LinkFunction.Identity, Seed = seed };

    private GaussianNeighborhood<T> Near(double radius, int perturbations) =>
        new() { Background = Division.Train, Samples = perturbations + 1, Radius = radius, HoldConstantFeatures = true, Design = SamplingDesign.Independent };

    /// <summary>The mean over rows of the variance of the model's answers for perturbations of the row.</summary>
    private double Variance(IModel<T> model, Dataset<T> rows)
    {
        GaussianNeighborhood<T> near = Near(0.1, VariancePerturbations);
        double[] neighbors = new double[VariancePerturbations * T.Schema.Columns], answers = new double[VariancePerturbations];
        RandomStream stream = new(Seed, "variance");
        double sum = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            near.Sample(rows.Encoded[row], stream.For(rows.Encoded[row]), neighbors);
            model.Score(new EncodedRows<T>(neighbors), answers);
            double mean = answers.Average();
            sum += answers.Average(answer => (answer - mean) * (answer - mean));
        }

        return sum / rows.Count;
    }
}
