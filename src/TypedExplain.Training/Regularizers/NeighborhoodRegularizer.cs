using System.Globalization;

namespace TypedExplain.Training;

/// <summary>What regularizers share that look at the model's answers around a point.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract record NeighborhoodRegularizer<T> : IRegularizer<T>
    where T : IFeatureRecord<T>
{
    private const int MostSamples = 10_000;

    private protected NeighborhoodRegularizer()
    {
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Weight { get; init; } = 0.1;

    /// <inheritdoc/>
    public RegularizerScale Scale { get; init; }

    /// <summary>The standard deviation of the draws, in standard deviations of the training data on each feature's scale; above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Radius { get; init; } = 0.5;

    /// <summary>m, how many neighbors a point has, from 1 to 10,000; null for the usual number of the method.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostSamples)]
    public int? Samples { get; init; }

    /// <summary>
    /// Whether neighbors are legal records: numbers fold at their limits, whole numbers stay whole, and flags, categories
    /// and what is missing stay as they are. If not, every column of a row moves alone and freely, flags and categories
    /// like numbers, as in the paper; what is missing, and a category that is not one
    /// column per name, still stays.
    /// </summary>
    public bool IsRelaxed { get; init; }

    /// <inheritdoc/>
    public virtual int RowsPerPoint => Samples is not (< 0 or > MostSamples) ? Samples ?? UsualSamples
        : throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Samples of {Name} is {Samples}; it must be from 1 to {MostSamples}, or null for the usual number."));

    /// <inheritdoc/>
    public abstract void Sample(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, RandomStream stream, Span<double> rows);

    /// <inheritdoc/>
    public abstract double Loss(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, ReadOnlySpan<double> rows, ReadOnlySpan<double> predictions, Span<double> gradient);

    /// <summary>m where none is given.</summary>
    private protected abstract int UsualSamples { get; }

    /// <summary>Whether the loss is what a linear fit leaves, so that points are fitted several at a time.</summary>
    internal virtual bool IsFit => false;

    /// <summary>Whether there are so many samples; throws where the radius cannot be used.</summary>
    private protected bool HasSamples(int least) => Radius > 0 && double.IsFinite(Radius)
        ? (Samples ?? UsualSamples) >= least
        : throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Radius of {Name} is {Radius}; it must be above 0."));

    private protected InvalidOptionException TooFewSamples(int least, string reason) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Samples of {Name} is {Samples ?? UsualSamples}; it must be at least {least}, since {reason}."));
}
