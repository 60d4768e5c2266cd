using System.Globalization;

namespace TypedExplain;

/// <summary>
/// A regression adjustment, for models that are expensive to ask: small forests learn what a linear surrogate leaves over at the
/// samples, and tell it for many more neighbors, about which the model is not asked. What they say of neighbors is corrected by how
/// far they are off at samples that they have not seen, so that effects tend to the same limit as without them. Effects move less
/// with the seed, and standard errors fall, as far as the forests are right; not one query is added.
/// </summary>
public sealed record ForestAdjustment
{
    /// <summary>How many forests there are. Each leaves out its share of the samples, whose answers it then tells.</summary>
    internal const int Folds = 5;

    private const int MostNeighbors = 1_000_000, MostTrees = 10_000;

    /// <summary>How many neighbors the forests are asked about, at least 100. More cost time only.</summary>
    [OptionRange(AtLeast = 100, AtMost = MostNeighbors)]
    public int Neighbors { get; init; } = 5_000;

    /// <summary>How many trees each of the five forests has, at least 1.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostTrees)]
    public int Trees { get; init; } = 20;

    /// <summary>How many samples every leaf keeps, at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int MinLeafRows { get; init; } = 5;

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
