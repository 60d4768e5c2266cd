using TypedExplain.Data;
using TypedExplain.Generated;
using TypedExplain.Neighborhoods.Density;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// LIME's usual neighborhood of tables: numbers are put into bins, and an explanation compares the instance's own bin with
/// the others. A bin is drawn by how often it occurs in the background, then a value inside it, normal by the bin's mean
/// and deviation; flags and categories are drawn by how often they occur. The samples do not depend on the instance; only
/// the kernel makes the explanation local. Every neighbor is a legal record.
/// </summary>
/// <remarks>
/// An effect of a number is then the output in its bin minus the output outside, and an explanation predicts by bins for other
/// records too. A number that its author has drawn from its range or from the background is drawn so, and put into bins.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed record BinnedNeighborhood<T> : INeighborhood<T>
    where T : IFeatureRecord<T>
{
    private readonly ResettableLazy<FeatureStatistics<T>> _statistics;

    /// <summary>A neighborhood; its background is to be set.</summary>
    public BinnedNeighborhood() => _statistics = Anew();

    /// <summary>The rows that tell where bins are cut and how often they occur; at least two, with labels for <see cref="Discretization.Entropy"/>.</summary>
    public required Dataset<T> Background
    {
        get;
        init
        {
            field = value;
            _statistics = Anew();
        }
    }

    /// <summary>Where numbers are cut.</summary>
    public Discretization Discretization
    {
        get;
        init
        {
            field = value;
            _statistics = Anew();
        }
    }

    /// <inheritdoc/>
    [OptionRange(AtLeast = 2)]
    public int Samples { get; init; } = 1000;

    /// <summary>
    /// Whether a feature with a single value in the background keeps the instance's value and gets attribution 0. By
    /// default such a feature is refused, since nothing can be learned of its effect.
    /// </summary>
    public bool HoldConstantFeatures { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(BinnedNeighborhood<>))
        .With("samples", Samples)
        .With("background", Background)
        .With("discretization", Discretization.ToString())
        .With("holdConstantFeatures", HoldConstantFeatures);

    /// <inheritdoc/>
    public FeatureStatistics<T> Statistics => _statistics.Result;

    /// <inheritdoc/>
    /// <exception cref="InvalidDatasetException">A feature is constant in the background and may not be held, or there are no labels to cut by.</exception>
    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors)
    {
        FeatureBins<T> bins = Statistics.Bins!;
        GaussianNeighborhood<T> others = new() { Background = Background, Center = NeighborhoodCenter.Background, HoldConstantFeatures = HoldConstantFeatures, Design = SamplingDesign.Independent, DrawnByBin = bins };
        others.Sample(instance, stream, neighbors);

        using Pooled memory = new(neighbors.Length + (2 * (neighbors.Length / instance.Length)));
        Span<double> legal = memory.Span[..neighbors.Length];
        neighbors.CopyTo(legal);
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (IsDrawnByBin(feature, bins))
                DrawValues(feature, bins[feature]!, stream, instance.Length, legal, memory.Span[legal.Length..]);
        }

        MakeLegal(stream, legal);
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (IsDrawnByBin(feature, bins))
                Take(feature, bins[feature]!, stream, instance.Length, legal, neighbors);
        }
    }

    private static bool IsDrawnByBin(Feature<T> feature, FeatureBins<T> bins) => bins[feature] is not null && feature.Draw == DrawMode.Gaussian;

    /// <summary>Draws a bin and a value inside it for every row.</summary>
    private static void DrawValues(Feature<T> feature, NumberBins bins, RandomStream stream, int columns, Span<double> rows, Span<double> draws)
    {
        int count = rows.Length / columns;
        Span<double> ofBins = draws[..count], ofValues = draws[count..];
        OfBins(feature, stream).FillUniform(0, ofBins);
        stream.For(T.Schema.Features.Length + 1).For(feature.Index).FillUniform(0, ofValues);
        bins.Draw(ofBins, ofValues);
        for (int row = 0; row < count; row++)
            rows[(row * columns) + feature.Column] = ofValues[row];
    }

    /// <summary>Rounds and folds numbers as their type and limits have it.</summary>
    private static void MakeLegal(RandomStream stream, Span<double> rows)
    {
        int columns = T.Schema.Columns;
        using Pooled memory = new(T.Schema.Features.Length + (rows.Length / columns));
        T.Perturb(new Perturbation
        {
            AroundRows = true,
            Spread = memory.Span[..T.Schema.Features.Length],
            Axes = T.Schema.Axes,
            Rows = rows,
            Draws = memory.Span[T.Schema.Features.Length..],
            Columns = columns,
            Stream = stream,
        });
    }

    /// <summary>Takes over the values that there are; one that rounding took out of its bin is put back.</summary>
    private static void Take(Feature<T> feature, NumberBins bins, RandomStream stream, int columns, ReadOnlySpan<double> legal, Span<double> neighbors)
    {
        using Pooled ofBins = Pooled.Unset(neighbors.Length / columns);
        OfBins(feature, stream).FillUniform(0, ofBins.Span);
        ReadOnlySpan<int> missing = T.Schema.MissingColumns(feature);
        for (int row = 0, at = feature.Column; at < neighbors.Length; row++, at += columns)
        {
            if (missing.IsEmpty || FeatureSchema<T>.IsPresent(missing, neighbors.Slice(row * columns, columns)))
                neighbors[at] = bins.Inside(bins.At(ofBins.Span[row]), legal[at]);
        }
    }

    // The streams before these are those of the features.
    private static RandomStream OfBins(Feature<T> feature, RandomStream stream) => stream.For(T.Schema.Features.Length).For(feature.Index);

    private ResettableLazy<FeatureStatistics<T>> Anew() => new(() => Background.Given("the binned neighborhood").Statistics.With(new FeatureBins<T>(Background, Discretization)));
}
