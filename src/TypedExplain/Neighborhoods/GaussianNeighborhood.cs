using System.Globalization;
using TypedExplain.Data;
using TypedExplain.Generated;
using TypedExplain.Neighborhoods;
using TypedExplain.Numerics;
using TypedExplain.Schema;

namespace TypedExplain;

/// <summary>
/// LIME's neighborhood of tables without bins: numbers are normal around the instance. Flags, categories and whether a value
/// is missing are drawn by how often they occur in the background; below a radius of 1 many neighbors keep the instance's
/// own value instead. Every neighbor is a legal record: numbers that leave their range are folded back, whole numbers stay
/// whole.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record GaussianNeighborhood<T> : INeighborhood<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Rows that are drawn at a time: their draws stay in the first cache. Of wide rows fewer, which are filled column by column.</summary>
    private const int BlockRows = 512, BlockRowsOfMany = 256, ManyColumns = 32;

    /// <inheritdoc/>
    [OptionRange(AtLeast = 2)]
    public int Samples { get; init; } = 1000;

    /// <summary>The standard deviation of the draws, in standard deviations of the background; above 0.</summary>
    /// <remarks>
    /// It is also the chance with which a flag, a category or whether a value is missing is drawn anew by the frequencies of
    /// the background, which may give the instance's own value again; otherwise the own value is kept. From 1 on, and around
    /// the mean of the background, it is always drawn. What an annotation draws uniformly keeps its own distribution.
    /// </remarks>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Radius { get; init; } = 1;

    /// <summary>
    /// Reference rows that tell how far features spread and how often categories occur. Without them the stated ranges
    /// tell it, and every number must have one.
    /// </summary>
    public Dataset<T>? Background { get; init; }

    /// <summary>Around what numbers are drawn.</summary>
    public NeighborhoodCenter Center { get; init; } = NeighborhoodCenter.Instance;

    /// <summary>How the neighbors depend on each other; by default they come in balanced pairs.</summary>
    public SamplingDesign Design { get; init; } = SamplingDesign.OrthogonalPairs;

    /// <summary>
    /// Whether a feature with a single value in the background keeps the instance's value and gets attribution 0. By
    /// default such a feature is refused, since nothing can be learned of its effect.
    /// </summary>
    public bool HoldConstantFeatures { get; init; }

    /// <inheritdoc/>
    public bool IsPaired => Design is SamplingDesign.AntitheticPairs or SamplingDesign.OrthogonalPairs;

    /// <summary>Numbers that others draw: here they stay at the center.</summary>
    internal FeatureBins<T>? DrawnByBin { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(GaussianNeighborhood<>))
        .With("samples", Samples)
        .With("radius", Radius)
        .With("background", Background)
        .With("center", Center.ToString())
        .With("design", Design.ToString())
        .With("holdConstantFeatures", HoldConstantFeatures);

    /// <inheritdoc/>
    public FeatureStatistics<T> Statistics => Background?.Statistics ?? FeatureStatistics<T>.OfRanges;

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or a feature's spread is unknown.</exception>
    /// <exception cref="InvalidDatasetException">A feature is constant in the background and may not be held.</exception>
    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors)
    {
        if (!(Radius > 0 && double.IsFinite(Radius)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Radius of the neighborhood is {Radius}; it must be above 0."));

        FeatureStatistics<T> statistics = Statistics;
        ConstantFeatures.Check(statistics, Background, HoldConstantFeatures);

        FeatureSchema<T> schema = T.Schema;
        int columns = instance.Length, count = neighbors.Length / columns;

        // The order of a hypercube's draws is one of all rows, so they are drawn at once.
        int blockRows = Design == SamplingDesign.LatinHypercube ? Math.Max(1, count) : columns > ManyColumns ? BlockRowsOfMany : BlockRows;
        int features = schema.Features.Length;
        using Pooled memory = new(schema.Slots + (2 * features) + blockRows);
        Span<double> center = memory.Span[..schema.Slots], draws = memory.Span[^blockRows..];
        Span<double> spread = memory.Span.Slice(schema.Slots, features), own = memory.Span.Slice(schema.Slots + features, features);
        foreach (Feature<T> feature in schema.Features)
        {
            Axis axis = schema.Axes[feature.Index];
            spread[feature.Index] = feature.Draw == DrawMode.Fixed || DrawnByBin?[feature] is not null ? 0 : Radius * feature.DrawScale * statistics.Deviation[feature];
            Spreads.Check(nameof(Radius), Radius, feature, spread[feature.Index]);
            Aim(feature, axis, instance, statistics, center.Slice(axis.Slot, axis.Slots));
            if (feature.Kind == FeatureKind.Category && feature.IsPresent(instance))
                own[feature.Index] = feature.CategoryIn(instance) is var category and > 0 ? center[axis.Slot + category - 1] : 0;
        }

        for (int first = 0; first < count; first += blockRows)
        {
            int rows = Math.Min(blockRows, count - first);
            T.Perturb(new Perturbation
            {
                Center = center,
                Spread = spread,
                Rows = neighbors.Slice(first * columns, rows * columns),
                Axes = schema.Axes,
                Marginals = statistics.Marginals,
                OwnShares = IsPaired ? own : default,
                Draws = draws[..rows],
                Columns = columns,
                First = first,
                Stream = stream,
                Design = Design,
            });
        }
    }

    /// <summary>Where a number is centered; how often a flag is set; the cumulative frequencies of categories.</summary>
    private void Aim(Feature<T> feature, Axis axis, ReadOnlySpan<double> instance, FeatureStatistics<T> statistics, Span<double> center)
    {
        bool held = statistics.IsHeld(feature) && feature.IsPresent(instance);
        if (feature.IsNumeric)
        {
            bool isOwn = held || (Center == NeighborhoodCenter.Instance && feature.IsPresent(instance));
            center[0] = isOwn ? axis.Scaled(instance[feature.Column]) : statistics.Mean[feature];
            return;
        }

        if (held)
        {
            center.Clear();
            center[feature.Kind == FeatureKind.Category ? feature.CategoryIn(instance) : 0] = feature.Kind == FeatureKind.Category ? 1 : instance[feature.Column];
        }
        else if (feature.Draw == DrawMode.Uniform)
        {
            center.Fill(feature.Kind == FeatureKind.Category ? 1.0 / center.Length : 0.5);
        }
        else
        {
            statistics.Frequencies(feature).CopyTo(center);
            if (Center == NeighborhoodCenter.Instance && Radius < 1 && feature.IsPresent(instance))
                KeepNear(feature, instance, center);
        }

        for (int i = 1; i < center.Length; i++)
            center[i] += center[i - 1];
    }

    /// <summary>Mixes the frequencies of the background, by <see cref="Radius"/>, with the certainty of the instance's own value.</summary>
    private void KeepNear(Feature<T> feature, ReadOnlySpan<double> instance, Span<double> frequencies)
    {
        foreach (ref double frequency in frequencies)
            frequency *= Radius;
        if (feature.Kind == FeatureKind.Category)
            frequencies[feature.CategoryIn(instance)] += 1 - Radius;
        else
            frequencies[0] += (1 - Radius) * instance[feature.Column];
    }
}
