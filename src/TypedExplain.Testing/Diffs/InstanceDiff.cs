using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Testing.Reasons;

namespace TypedExplain.Testing;

/// <summary>What two models make of one instance.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class InstanceDiff<T>
    where T : IFeatureRecord<T>
{
    internal InstanceDiff(int row, string name) => (Row, Name) = (row, name);

    /// <summary>Its position, from 0.</summary>
    public int Row { get; }

    /// <summary>The instance in words: its row and its key, or where it has none and few features what it holds, protected values withheld.</summary>
    public string Name { get; }

    /// <summary>Its key; null where the record has none.</summary>
    public string? Key { get; internal init; }

    /// <summary>The answer of the model before.</summary>
    public double PredictionBefore { get; internal init; }

    /// <summary>The answer of the model after.</summary>
    public double PredictionAfter { get; internal init; }

    /// <summary>Whether the answers differ by more than <see cref="ModelDiffOptions{T}.Tolerance"/>.</summary>
    public bool IsPredictionChanged { get; internal init; }

    /// <summary>Whether another feature comes first.</summary>
    public ReasonVerdict FirstReason { get; internal init; }

    /// <summary>Whether other features are among the first reasons.</summary>
    public ReasonVerdict TopReasons { get; internal init; }

    /// <summary>Whether a feature that is among the first reasons of both has the opposite direction.</summary>
    public ReasonVerdict Direction { get; internal init; }

    /// <summary>The first reasons of the model before under its first seed, the most important first.</summary>
    public ImmutableArray<Feature<T>> ReasonsBefore { get; internal init; } = [];

    /// <summary>The first reasons of the model after under its first seed.</summary>
    public ImmutableArray<Feature<T>> ReasonsAfter { get; internal init; } = [];

    /// <summary>The features of which it is told that their direction is the opposite.</summary>
    public ImmutableArray<Feature<T>> Turned { get; internal init; } = [];

    /// <summary>Whether it is told that the model changed a reason.</summary>
    public bool IsChanged => FirstReason == ReasonVerdict.Changed || TopReasons == ReasonVerdict.Changed || Direction == ReasonVerdict.Changed;

    /// <summary>The instance, its reasons and its answers under both models.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        if (FirstReason == ReasonVerdict.Changed)
            parts.Add($"first {InstanceText.Names<T>([.. ReasonsBefore.Take(1)])}, now {InstanceText.Names<T>([.. ReasonsAfter.Take(1)])}");
        if (TopReasons == ReasonVerdict.Changed)
            parts.Add($"reasons ({InstanceText.Names<T>(ReasonsBefore)}), now ({InstanceText.Names<T>(ReasonsAfter)})");
        if (Direction == ReasonVerdict.Changed)
            parts.Add($"the other direction of {InstanceText.Names<T>(Turned)}");
        if (IsPredictionChanged)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"answer {PredictionBefore:0.###}, now {PredictionAfter:0.###}"));
        return $"{Name}: {(parts.Count == 0 ? "no change told" : string.Join("; ", parts))}";
    }
}
