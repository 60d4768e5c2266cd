using System.Globalization;
using TypedExplain.Schema;

namespace TypedExplain.Decisions;

/// <summary>What an action changes of one feature.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class FeatureChange<T>
    where T : IFeatureRecord<T>
{
    internal FeatureChange(Feature<T> feature, double from, double to, string before, string after, int steps, double cost) =>
        (Feature, From, To, Before, After, Steps, Cost) = (feature, from, to, before, after, steps, cost);

    /// <summary>What is to be changed.</summary>
    public Feature<T> Feature { get; }

    /// <summary>Its number before: of a category the position, of a flag 0 or 1, of a rank the level.</summary>
    public double From { get; }

    /// <summary>Its number after.</summary>
    public double To { get; }

    /// <summary>Its value before, as a person writes it.</summary>
    public string Before { get; }

    /// <summary>Its value after.</summary>
    public string After { get; }

    /// <summary>By how many steps an action changes it; 1 for a flag or category, and 0 where it only moves with another feature.</summary>
    public int Steps { get; }

    /// <summary>What the change costs; 0 where the feature only moves with another one.</summary>
    public double Cost { get; }

    /// <summary>Whether nobody chooses the change: the feature moves with others that change.</summary>
    public bool IsConsequence => Steps == 0;

    /// <summary>The feature and its values; those of a protected one are withheld.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feature.Name}: {Protection.Shown(Feature, $"{Before} → {After}")}");
}
