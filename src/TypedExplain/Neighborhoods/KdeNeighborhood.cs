using System.Buffers;
using System.Globalization;
using TypedExplain.Data;
using TypedExplain.Generated;
using TypedExplain.Neighborhoods;
using TypedExplain.Neighborhoods.Density;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// MeLIME's realistic neighborhood (KDEGen): a real row near the instance is picked, each as likely, and noise is added to
/// its numbers. Flags, categories and what is missing are those of the picked row. Nearness counts numbers only, on their
/// scale in standard deviations, a missing one as the mean;
/// a neighbor may fall outside the radius by its noise. Every neighbor is a legal record: numbers that leave their range
/// are folded back, whole numbers stay whole.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record KdeNeighborhood<T> : INeighborhood<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Rows that are drawn at a time.</summary>
    private const int BlockRows = 512;

    private const int EnoughCenters = 10, EnoughCentersOfComponents = 20;

    // The fit depends on background, components and bandwidth only; setting one of them begins it anew.
    private readonly ResettableLazy<BackgroundDensity<T>> _density;

    /// <summary>A neighborhood; its background is to be set.</summary>
    public KdeNeighborhood() => _density = Anew();

    /// <summary>The real rows; at least two.</summary>
    public required Dataset<T> Background
    {
        get;
        init
        {
            field = value;
            _density = Anew();
        }
    }

    /// <inheritdoc/>
    [OptionRange(AtLeast = 2)]
    public int Samples { get; init; } = 501;

    /// <summary>
    /// How far from the instance, in standard deviations, a row may lie to be picked; above 0. By default the first of 0.2,
    /// 0.3, … within which there are 10 rows (20 with <see cref="Components"/>). With components it is measured along them.
    /// </summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double? Radius { get; init; }

    /// <summary>
    /// The width of the noise, in standard deviations; above 0. By default the one of 20 from 0.005 to 0.5 under which rows
    /// held out are likeliest, over 5 contiguous folds and with normal noise. Where there are more than 4000 rows, 4000
    /// evenly spaced ones are searched; <see cref="FittedBandwidth"/> tells what was found.
    /// </summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double? Bandwidth
    {
        get;
        init
        {
            field = value;
            _density = Anew();
        }
    }

    /// <summary>
    /// Along how many principal components of the standardized numbers the density lies (KDEPCAGen); null for the numbers
    /// themselves. What a row has across the components is lost in its neighbors.
    /// </summary>
    [OptionRange(AtLeast = 1)]
    public int? Components
    {
        get;
        init
        {
            field = value;
            _density = Anew();
        }
    }

    /// <summary>The shape of the noise.</summary>
    public DensityKernel Kernel { get; init; }

    /// <summary>
    /// Whether a feature with a single value in the background keeps the instance's value and gets attribution 0. By
    /// default such a feature is refused, since nothing can be learned of its effect.
    /// </summary>
    public bool HoldConstantFeatures { get; init; }

    /// <summary>
    /// The width of the noise that neighbors are drawn with: <see cref="Bandwidth"/> where it is set, else what the search over the background found.
    /// The search is made once for a neighborhood, here or when neighbors are drawn first.
    /// </summary>
    /// <returns>The width, in standard deviations.</returns>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="InvalidDatasetException">There is one row only, or a feature is constant and may not be held.</exception>
    public double FittedBandwidth()
    {
        CheckOptions();
        ConstantFeatures.Check(Statistics, Background, HoldConstantFeatures);
        return _density.Result.Bandwidth;
    }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(KdeNeighborhood<>))
        .With("samples", Samples)
        .With("background", Background)
        .With("radius", Radius)
        .With("bandwidth", Bandwidth)
        .With("components", Components)
        .With("kernel", Kernel.ToString())
        .With("holdConstantFeatures", HoldConstantFeatures);

    /// <inheritdoc/>
    public FeatureStatistics<T> Statistics => Background.Given("the KDE neighborhood").Statistics;

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="InvalidDatasetException">There is one row only, or a feature is constant and may not be held.</exception>
    /// <exception cref="NoFitException">No row lies within the radius.</exception>
    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors)
    {
        CheckOptions();
        ConstantFeatures.Check(Statistics, Background, HoldConstantFeatures);
        BackgroundDensity<T> density = _density.Result;
        int[] centers = ArrayPool<int>.Shared.Rent(Background.Count);
        try
        {
            int count = Centers(density, instance, centers);
            Draw(density, instance, centers.AsSpan(0, count), stream, neighbors);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(centers);
        }
    }

    private ResettableLazy<BackgroundDensity<T>> Anew() => new(() => new(Background, Components, Bandwidth));

    private void CheckOptions()
    {
        foreach ((string option, double? value) in (ReadOnlySpan<(string, double?)>)[(nameof(Radius), Radius), (nameof(Bandwidth), Bandwidth)])
        {
            if (value is { } number && !(number > 0 && double.IsFinite(number)))
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{option} of the neighborhood is {number}; it must be above 0."));
        }
    }

    /// <summary>Writes which rows may be picked, and returns how many.</summary>
    private int Centers(BackgroundDensity<T> density, ReadOnlySpan<double> instance, Span<int> centers)
    {
        using Pooled memory = new(density.Points.Dimensions + Background.Count);
        Span<double> own = memory.Span[..density.Points.Dimensions], squares = memory.Span[own.Length..];
        density.Locate(instance, own);
        density.Points.SquaredDistances(own, squares);
        double radius = Radius ?? PickRadius.Automatic(squares, Components is null ? EnoughCenters : EnoughCentersOfComponents);
        int count = PickRadius.Within(squares, radius, centers);
        if (count > 0)
            return count;
        squares.Sort();
        throw new NoFitException(string.Create(CultureInfo.InvariantCulture,
            $"None of the {Background.Count} background rows lies within {radius:G4} of {T.Schema.Describe(instance)}; the nearest is {Math.Sqrt(squares[0]):G4} standard deviations away. Widen the Radius of the neighborhood, or leave it out to have it chosen."));
    }

    private void Draw(BackgroundDensity<T> density, ReadOnlySpan<double> instance, ReadOnlySpan<int> centers, RandomStream stream, Span<double> neighbors)
    {
        int columns = instance.Length, features = T.Schema.Features.Length;
        bool byFeature = Kernel == DensityKernel.Gaussian && Components is null;
        using Pooled memory = new(features + BlockRows);
        Span<double> spread = memory.Span[..features];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            Spreads.Check(nameof(Bandwidth), density.Bandwidth, feature, feature.IsNumeric ? density.Bandwidth * Math.Max(1, Statistics.Deviation[feature]) : 0);
            spread[feature.Index] = byFeature && feature.IsNumeric ? density.Bandwidth * Statistics.Deviation[feature] : 0;
        }

        // The streams before these are those of the features.
        RandomStream picks = stream.For(features), noise = stream.For(features + 1);
        int count = neighbors.Length / columns;
        Span<int> chosen = stackalloc int[BlockRows];
        ReadOnlySpan<double> background = Background.Encoded.Values;
        for (int first = 0; first < count; first += BlockRows)
        {
            Span<double> rows = neighbors.Slice(first * columns, Math.Min(BlockRows, count - first) * columns);
            Span<int> picked = chosen[..(rows.Length / columns)];
            picks.FillChoices(first, centers.Length, picked);
            VectorOps.GatherRows(background, columns, centers, picked, rows);
            if (!byFeature)
                Displace(density, noise, first, rows);
            ConstantFeatures.Hold(Statistics, instance, rows);
            T.Perturb(new Perturbation
            {
                AroundRows = true,
                Spread = spread,
                Axes = T.Schema.Axes,
                Rows = rows,
                Draws = memory.Span.Slice(features, rows.Length / columns),
                Columns = columns,
                First = first,
                Stream = stream,
            });
        }
    }

    /// <summary>Moves rows in the space of the density; the numbers that come out are not yet legal.</summary>
    private void Displace(BackgroundDensity<T> density, RandomStream noise, int first, Span<double> rows)
    {
        int columns = T.Schema.Columns, dimensions = density.Points.Dimensions, count = rows.Length / columns;
        using Pooled memory = new((count * (dimensions + 1)) + dimensions);
        Span<double> normal = memory.Span[..(count * dimensions)], radial = memory.Span.Slice(normal.Length, count), point = memory.Span[^dimensions..];
        for (int j = 0; j < dimensions; j++)
            noise.For(j).FillNormal(first, normal.Slice(j * count, count));
        noise.For(dimensions).FillUniform(first, radial);
        for (int row = 0; row < count; row++)
        {
            double squares = 0;
            for (int j = 0; j < dimensions; j++)
                squares = Math.FusedMultiplyAdd(normal[(j * count) + row], normal[(j * count) + row], squares);

            // Uniform in a ball: a normal direction, and a length u^(1/k) of the radius.
            double length = Kernel == DensityKernel.Gaussian || squares == 0
                ? density.Bandwidth
                : density.Bandwidth * VectorMath.Exp(VectorMath.Log(1 - radial[row]) / dimensions) / Math.Sqrt(squares);
            Span<double> own = rows.Slice(row * columns, columns);
            density.Locate(own, point);
            for (int j = 0; j < dimensions; j++)
                point[j] = Math.FusedMultiplyAdd(length, normal[(j * count) + row], point[j]);
            density.Place(point, own);
        }
    }
}
