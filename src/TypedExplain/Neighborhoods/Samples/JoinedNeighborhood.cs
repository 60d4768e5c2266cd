using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Media;

namespace TypedExplain.Neighborhoods.Samples;

/// <summary>
/// The neighbors of several neighborhoods, one after the other, measured by the statistics of another: the environments of
/// a user's partition, which are scored in one batch.
/// </summary>
internal sealed record JoinedNeighborhood<T>(IReadOnlyList<INeighborhood<T>> Parts, FeatureStatistics<T> Statistics) : INeighborhood<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The instance once, and the neighbors of every part.</summary>
    public int Samples => 1 + Parts.Sum(part => part.Samples - 1);

    Description IDescribed.Describe() => Description.OfLibrary(nameof(JoinedNeighborhood<>)).With("parts", Parts.Select(part => part.Describe()));

    /// <summary>Where every part draws whole pairs.</summary>
    public bool IsPaired => Parts.All(part => part.IsPaired && part.Samples % 2 == 1);

    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors)
    {
        for (int i = 0; i < Parts.Count; i++)
        {
            int length = (Parts[i].Samples - 1) * instance.Length;
            Parts[i].Sample(instance, stream.For(i), neighbors[..length]);
            neighbors = neighbors[length..];
        }
    }

    /// <summary>Where the neighbors of a part begin among all samples, and how many they are.</summary>
    public (int First, int Count) Of(int part) => (1 + Parts.Take(part).Sum(before => before.Samples - 1), Parts[part].Samples - 1);

    public bool Equals(JoinedNeighborhood<T>? other) => other is not null && Parts.SequenceEqual(other.Parts) && Statistics == other.Statistics;

    public override int GetHashCode() => Samples;

    /// <summary>Refuses a partition that cannot be drawn.</summary>
    public static void Check(string explainer, IReadOnlyList<INeighborhood<T>> parts)
    {
        if (parts.Count < 2)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Partition of {explainer} has {parts.Count} neighborhoods; it must have at least 2, one per environment."));
        if (parts.Sum(part => part is null ? 0L : part.Samples) > MemoryLimit.Numbers)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"The neighborhoods of the partition of {explainer} have more than {MemoryLimit.Numbers} samples together; give them fewer Samples."));
        for (int i = 0; i < parts.Count; i++)
        {
            _ = parts[i].Given("Partition", explainer);
            if (parts[i].Samples < 2)
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Samples of neighborhood {i + 1} of the partition is {parts[i].Samples}; it must be at least 2."));
            if (parts[i] is MediaNeighborhood<T>)
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Neighborhood {i + 1} of the partition draws texts and images; environments of a partition differ only in their tables."));
            if (parts[i] is IWeightedNeighborhood<T>)
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Neighborhood {i + 1} of the partition weighs its samples itself; a partition is weighed by the Kernel of {explainer}."));
        }
    }
}
