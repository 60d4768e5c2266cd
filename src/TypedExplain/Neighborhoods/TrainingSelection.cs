using TypedExplain.Errors;
using TypedExplain.Neighborhoods;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// Real rows as neighbors: those with the largest weights in the leaves of MAPLE's forest, with those weights in place of
/// a kernel's. The instance itself is scored but has weight 0, as it is none of the rows.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record TrainingSelection<T> : IWeightedNeighborhood<T>
    where T : IFeatureRecord<T>
{
    private const int UsualRows = 500;

    private readonly int? _samples;

    private LeafWeights<T> Leaves => Weights.Given(nameof(Weights), "the training selection");

    /// <summary>The rows to select from, and the forest that weighs them; <see cref="FittedMaple{T}"/> has them.</summary>
    public required LeafWeights<T> Weights { get; init; }

    /// <summary>
    /// How many rows an explanation is scored on, the instance itself included: from 2 to one more than there are rows to
    /// select from. By default 501, or as many as there are.
    /// </summary>
    [OptionRange(AtLeast = 2)]
    public int Samples
    {
        get => _samples ?? Math.Min(UsualRows, Leaves.Rows.Count) + 1;
        init => _samples = value;
    }

    /// <summary>
    /// Whether a feature with a single value in the rows takes the instance's value and gets attribution 0. By default
    /// such a feature is refused, since nothing can be learned of its effect.
    /// </summary>
    public bool HoldConstantFeatures { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(TrainingSelection<>))
        .With("samples", Samples)
        .With("weights", Weights)
        .With("holdConstantFeatures", HoldConstantFeatures);

    /// <inheritdoc/>
    public FeatureStatistics<T> Statistics => Leaves.Rows.Statistics;

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">More samples were asked for than there are rows.</exception>
    /// <exception cref="InvalidDatasetException">A feature is constant in the rows and may not be held.</exception>
    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors)
    {
        int count = neighbors.Length / instance.Length;
        CheckSamples(count + 1);
        ConstantFeatures.Check(Statistics, Weights.Rows, HoldConstantFeatures);
        using Pooled weights = new(Weights.Rows.Count);
        int[] order = Order(instance, weights.Span);
        for (int i = 0; i < count; i++)
            Weights.Rows.Encoded[order[i]].CopyTo(neighbors[(i * instance.Length)..]);
        ConstantFeatures.Hold(Statistics, instance, neighbors);
    }

    /// <inheritdoc/>
    public void Weigh(ReadOnlySpan<double> instance, RandomStream stream, Span<double> weights)
    {
        CheckSamples(weights.Length);
        using Pooled all = new(Weights.Rows.Count);
        int[] order = Order(instance, all.Span);
        weights[0] = 0;
        for (int i = 1; i < weights.Length; i++)
            weights[i] = all.Span[order[i - 1]];
    }

    /// <summary>The rows from the heaviest on; of equals the first one leads.</summary>
    private int[] Order(ReadOnlySpan<double> instance, Span<double> weights)
    {
        Weights.Of(instance, weights);
        int[] order = new int[weights.Length];
        for (int row = 0; row < order.Length; row++)
            order[row] = row;
        Ranking.Descending(weights, order);
        return order;
    }

    private void CheckSamples(int samples)
    {
        if (samples > Leaves.Rows.Count + 1)
            throw new InvalidOptionException($"Samples of the training selection is {samples}; with {Weights.Rows.Count} rows to select from it must be at most {Weights.Rows.Count + 1}, the instance included.");
    }
}
