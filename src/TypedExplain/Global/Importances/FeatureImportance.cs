using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>How much the loss rises where a feature, or a group of features, says nothing.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class FeatureImportance<T>
    where T : IFeatureRecord<T>
{
    private readonly double _freedom;

    internal FeatureImportance(string name, ImmutableArray<Feature<T>> features, double increase, double standardError, int rows, double freedom)
    {
        (Name, Features, Increase, StandardError, Rows, _freedom) = (name, features, increase, standardError, rows, freedom);
        (double lower, double upper) = Interval();
        IsUndecided = lower <= 0 && upper >= 0;
    }

    /// <summary>What a reader calls the feature, or the name of the group.</summary>
    public string Name { get; }

    /// <summary>The features that were permuted together; what says that one has no value goes with it.</summary>
    public ImmutableArray<Feature<T>> Features { get; }

    /// <summary>The mean increase of the loss, per row.</summary>
    public double Increase { get; }

    /// <summary>Its standard error, by rows and by repeats; NaN where there are too few rows to tell.</summary>
    public double StandardError { get; }

    /// <summary>How many rows have a value to permute.</summary>
    public int Rows { get; }

    /// <summary>Whether its 95 % interval holds 0, so that the data cannot tell it from unimportant.</summary>
    public bool IsUndecided { get; }

    /// <summary>Whether any of its features is protected: then tables do not show its number.</summary>
    public bool IsProtected => Features.Any(feature => feature.IsProtected);

    /// <summary>Where the importance lies for the population that the rows were drawn from.</summary>
    /// <param name="confidence">The confidence, above 0 and below 1.</param>
    /// <exception cref="InvalidOptionException">The confidence is not between 0 and 1.</exception>
    public (double Lower, double Upper) Interval([OptionRange(Above = 0, Below = 1)] double confidence = 0.95) => MeanInterval.Of(Increase, StandardError, _freedom, confidence);

    /// <summary>The name and the number; that of a protected feature is withheld.</summary>
    public override string ToString() => IsProtected ? $"{Name}: {Schema.Protection.Withheld}" : string.Create(CultureInfo.InvariantCulture, $"{Name}: {Increase:+0.######;-0.######;0} ± {StandardError:G3}{(IsUndecided ? " (undecided)" : "")}");
}
