using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>Features that are permuted together, such as all that say where somebody lives.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class FeatureGroup<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Names features that are changed together.</summary>
    /// <param name="name">What a reader calls it.</param>
    /// <param name="features">Its features; at least one.</param>
    /// <exception cref="InvalidOptionException">It has no feature, or one that the record does not have.</exception>
    public FeatureGroup(string name, params ImmutableArray<Feature<T>> features)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (features.IsDefaultOrEmpty)
            throw new InvalidOptionException($"The group {name} was given no feature; it needs at least one of {T.Schema.Name}.");
        foreach (Feature<T> feature in features)
            _ = Global.Units.FeatureUnit<T>.Known(feature, $"The group {name}");
        (Name, Features) = (name, features);
    }

    /// <summary>What a reader calls it.</summary>
    public string Name { get; }

    /// <summary>What is changed together, in the order given.</summary>
    public ImmutableArray<Feature<T>> Features { get; }

    /// <summary>The name and the features.</summary>
    public override string ToString() => $"{Name} ({string.Join(", ", Features)})";
}
