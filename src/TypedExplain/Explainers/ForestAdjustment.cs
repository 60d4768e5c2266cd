using System.Globalization;
using TypedExplain.Neighborhoods.Samples;

namespace TypedExplain;

/// <summary>
/// A regression adjustment, for models that are expensive to query. Small forests learn the residuals of a linear fit at the
/// samples and predict them at many more neighbors, without asking the model. Their predictions are corrected by their errors at
/// samples that they have not seen, so effects tend to the same limit as without them. The better the forests predict, the less
/// effects change with the seed, and the smaller their standard errors. No query is added.
/// </summary>
public sealed record ForestAdjustment : IDescribed
{
    /// <summary>How many forests there are. Each leaves out its share of the samples, and predicts them.</summary>
    internal const int Folds = 5;

    private const int MostNeighbors = 1_000_000, MostTrees = 10_000;

    /// <summary>How many neighbors the forests predict, at least 100. More of them cost only time.</summary>
    [OptionRange(AtLeast = 100, AtMost = MostNeighbors)]
    public int Neighbors { get; init; } = 5_000;

    /// <summary>How many trees each of the five forests has, at least 1.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostTrees)]
    public int Trees { get; init; } = 20;

    /// <summary>How many samples every leaf keeps, at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int MinLeafRows { get; init; } = 5;

    Description IDescribed.Describe() =>
        Description.OfLibrary(nameof(ForestAdjustment)).With("neighbors", Neighbors).With("trees", Trees).With("minLeafRows", MinLeafRows);

    internal void Check<T>(string method, INeighborhood<T> samples)
        where T : IFeatureRecord<T>
    {
        Require(nameof(Neighbors), Neighbors, 100, MostNeighbors);
        Require(nameof(Trees), Trees, 1, MostTrees);
        Require(nameof(MinLeafRows), MinLeafRows, 1, int.MaxValue);
        if (!T.Schema.Media.IsEmpty)
            throw new InvalidOptionException($"Adjustment of {method} learns from tables, and {T.Schema.Name} has texts or images. Leave it out.");
        if (samples is IWeightedNeighborhood<T> or JoinedNeighborhood<T>)
            throw new InvalidOptionException($"Adjustment of {method} needs more neighbors like its samples, which {(samples is JoinedNeighborhood<T> ? "a Partition" : "a neighborhood with weights of its own")} does not draw. Leave it out.");
    }

    private static void Require(string option, int value, int least, int most)
    {
        if (value < least || value > most)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{option} of the adjustment is {value}; it must be {(most == int.MaxValue ? $"at least {least}" : $"from {least} to {most}")}."));
    }
}
