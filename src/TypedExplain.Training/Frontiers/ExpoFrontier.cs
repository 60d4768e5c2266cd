using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Training.Frontiers;
using TypedExplain.Training.Search;
using TypedExplain.Training.Trainers;

namespace TypedExplain.Training;

/// <summary>
/// What a regularizer buys: trains one model per weight of a ladder and measures its error against how well explainers do
/// on it.
/// </summary>
/// <typeparam name="T">The record to learn from.</typeparam>
public sealed record ExpoFrontier<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Trains every model; its regularizer is replaced.</summary>
    public ExpoTrainer<T> Trainer { get; init; } = new();

    /// <summary>Makes the regularizer of a weight.</summary>
    public Func<double, IRegularizer<T>> Regularizer { get; init; } = weight => new FidelityRegularizer<T> { Weight = weight };

    /// <summary>The ladder of weights, each 0 or more; 0 trains without the regularizer.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public ImmutableArray<double> Weights { get; init; } = [0, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1];

    /// <summary>The explainers to measure; at least one.</summary>
    public required ImmutableArray<IExplainer<T>> Explainers { get; init; }

    /// <summary>Neighbors per test row that explanations are held against; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int Neighbors { get; init; } = 5;

    /// <summary>Their standard deviation, in standard deviations of the training rows; above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Radius { get; init; } = 0.1;

    /// <summary>Which of the network's own outputs is explained; see <see cref="Mlp{T}.Raw"/>.</summary>
    [OptionRange(AtLeast = 0)]
    public int Output { get; init; }

    /// <summary>Seed of the neighbors.</summary>
    public int Seed { get; init; }

    /// <summary>Trains and measures.</summary>
    /// <param name="train">The rows to learn from, with their targets.</param>
    /// <param name="test">The rows to measure on, with targets of the same kind.</param>
    /// <param name="progress">Told each point when it is done.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidDatasetException">The targets are not of the same kind, or there is one test row.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public Frontier<T> Run(Dataset<T> train, Dataset<T> test, IProgress<FrontierPoint<T>>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        Check();
        if (test.Target is null || train.Target is null || test.Target.IsClass != train.Target.IsClass)
            throw new InvalidDatasetException("The training and the test rows must have targets of the same kind.");
        if (test.Count < 2)
            throw new InvalidDatasetException($"There is {test.Count} test row; the frontier measures on at least 2.");
        List<FrontierPoint<T>> points = [];
        foreach (double weight in Weights)
        {
            Mlp<T> model = (Trainer with { Regularizer = weight == 0 ? null : Regularizer(weight) }).Train(train, cancellation: cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (Output >= model.Raw.Outputs.Length)
                throw new InvalidOptionException($"Output of the frontier is {Output}; the network has {model.Raw.Outputs.Length}.");
            IModel<T> explained = model.Raw.Output(model.Raw.Outputs[Output]);
            points.Add(new(weight, ModelError.Of(model, test), [.. Explainers.Select(explainer => ExplainerQuality.Of(explainer, explained, test, train.Statistics, Neighbors, Radius, Seed, cancellation))], model));
            progress?.Report(points[^1]);
        }

        return new([.. Explainers.Select(explainer => explainer.Name)], [.. points]) { SharedRows = SharedRows.Count(test, train) };
    }

    private void Check()
    {
        _ = Trainer.Given(nameof(Trainer), "the frontier");
        _ = Regularizer.Given(nameof(Regularizer), "the frontier");
        if (Explainers.IsDefaultOrEmpty)
            throw new InvalidOptionException("Explainers of the frontier is empty; it needs at least 1.");
        foreach (IExplainer<T> explainer in Explainers)
            _ = explainer.Given(nameof(Explainers), "the frontier");
        if (Weights.IsDefaultOrEmpty)
            throw new InvalidOptionException("Weights of the frontier is empty; it must hold at least one weight, each 0 or more.");
        foreach (double weight in Weights)
        {
            if (!(weight >= 0 && double.IsFinite(weight)))
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Weights of the frontier holds {weight}; each must be 0 or more."));
        }

        if (Neighbors < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Neighbors of the frontier is {Neighbors}; it must be at least 1."));
        if (!(Radius > 0 && double.IsFinite(Radius)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Radius of the frontier is {Radius}; it must be above 0."));
        if (Output < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Output of the frontier is {Output}; it must be 0 or more."));
    }
}
