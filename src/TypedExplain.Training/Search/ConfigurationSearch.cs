using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Training.Search;

namespace TypedExplain.Training;

/// <summary>
/// ExpO's choice of a configuration: the shape with the lowest mean error without a regularizer, then, with that shape, the
/// weight that is best when stronger regularization is given a small bonus. Of equals the first is taken.
/// </summary>
/// <remarks>The same options and rows give the same result, whatever the number of threads.</remarks>
/// <typeparam name="T">The record to learn from.</typeparam>
public sealed record ConfigurationSearch<T>
    where T : IFeatureRecord<T>
{
    private const int MostLayers = 100, MostTrials = 1000;

    /// <summary>The trainer whose shape and weight are searched for; its other options stay.</summary>
    public ExpoTrainer<T> Trainer { get; init; } = new();

    /// <summary>Numbers of hidden layers to try; each at least 0.</summary>
    [OptionRange(AtLeast = 0, AtMost = MostLayers)]
    public ImmutableArray<int> Depths { get; init; } = [1, 2, 3, 4, 5];

    /// <summary>Units per layer to try; each at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public ImmutableArray<int> Widths { get; init; } = [100, 200, 300, 400, 500];

    /// <summary>Makes the regularizer of a weight; null to search for a shape only.</summary>
    public Func<double, IRegularizer<T>>? Regularizer { get; init; }

    /// <summary>Weights to try.</summary>
    public ImmutableArray<double> Weights { get; init; } = [0.1, 0.05, 0.025, 0.01, 0.005, 0.001];

    /// <summary>How much error a weight of 1 makes up for; 0 or more.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Bonus { get; init; } = 0.1;

    /// <summary>Random divisions that each configuration is tried on; at least 1.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostTrials)]
    public int Trials { get; init; } = 10;

    /// <summary>
    /// Share of the rows that errors are taken on, between 0 and 1. They choose the configuration, so the error of the one
    /// chosen must be measured on other rows.
    /// </summary>
    [OptionRange(Above = 0, Below = 1)]
    public double HeldOutFraction { get; init; } = 0.25;

    /// <summary>The most threads; null for one per processor.</summary>
    [OptionRange(AtLeast = 1)]
    public int? MaxThreads { get; init; }

    /// <summary>Seed of the divisions.</summary>
    public int Seed { get; init; }

    /// <summary>Searches.</summary>
    /// <param name="data">The rows with their targets.</param>
    /// <param name="progress">Told each configuration that has been tried on all divisions.</param>
    /// <param name="cancellation">Gives up the search.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public SearchResult<T> Run(Dataset<T> data, IProgress<SearchTrial>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        Check();
        (Dataset<T> Train, Dataset<T> HeldOut)[] divisions = [.. Enumerable.Range(0, Trials).Select(trial => data.Split(HeldOutFraction, unchecked((Seed * 1009) + trial)))];
        ImmutableArray<SearchTrial> shapes = [.. from depth in Depths from width in Widths select Try(depth, width, 0, divisions, progress, cancellation)];
        SearchTrial best = shapes.MinBy(trial => trial.Score);
        ImmutableArray<SearchTrial> weights = Regularizer is null ? [] : [.. Weights.Select(weight => Try(best.Depth, best.Width, weight, divisions, progress, cancellation))];
        if (!weights.IsEmpty)
            best = weights.MinBy(trial => trial.Score);
        return new(shapes, weights, best, Configured(best.Depth, best.Width, best.Weight));
    }

    private SearchTrial Try(int depth, int width, double weight, (Dataset<T> Train, Dataset<T> HeldOut)[] divisions, IProgress<SearchTrial>? progress, CancellationToken cancellation)
    {
        ExpoTrainer<T> trainer = Configured(depth, width, weight);
        double[] errors = ExplainManyExtensions.Each(
            divisions,
            division =>
            {
                Mlp<T> model = trainer.Train(division.Train, cancellation: cancellation);
                cancellation.ThrowIfCancellationRequested();
                return ModelError.Of(model, division.HeldOut);
            },
            MaxThreads,
            cancellation);
        double mean = errors.Sum() / errors.Length, squares = errors.Sum(error => (error - mean) * (error - mean));
        SearchTrial result = new(depth, width, weight, mean, errors.Length > 1 ? Math.Sqrt(squares / (errors.Length - 1)) : 0, mean - (Bonus * weight));
        progress?.Report(result);
        return result;
    }

    private ExpoTrainer<T> Configured(int depth, int width, double weight) => Trainer with
    {
        HiddenUnits = [.. Enumerable.Repeat(width, depth)],
        Regularizer = weight == 0 ? null : Regularizer!(weight),
    };

    private static void Require(string option, ImmutableArray<int> values, int least, int most, string what)
    {
        if (values.IsDefaultOrEmpty)
            throw new InvalidOptionException($"{option} is empty; it must hold at least one {what}.");
        foreach (int value in values)
        {
            if (value < least)
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{option} holds {value}; each {what} must be {least} or more."));
            if (value > most)
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{option} holds {value}; each {what} must be at most {most}."));
        }
    }

    private void Check()
    {
        _ = Trainer.Given(nameof(Trainer), "the search");
        Require(nameof(Depths), Depths, least: 0, most: MostLayers, "number of layers");
        Require(nameof(Widths), Widths, least: 1, most: int.MaxValue, "number of units");
        if (Regularizer is not null && (Weights.IsDefaultOrEmpty || Weights.Any(weight => !(weight > 0 && double.IsFinite(weight)))))
            throw new InvalidOptionException("Weights must hold at least one weight, each above 0.");
        if (Trials < 1 || MaxThreads < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Trials is {Trials} and MaxThreads {MaxThreads}; both must be at least 1."));
        if (Trials > MostTrials)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Trials is {Trials}; it must be at most {MostTrials}."));
        if (!(Bonus >= 0 && double.IsFinite(Bonus)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Bonus is {Bonus}; it must be 0 or more."));
    }
}
