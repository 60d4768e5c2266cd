using System.Collections.Immutable;
using TypedExplain.Schema;

namespace TypedExplain;

/// <summary>
/// Where the features of a record lie, over the rows that have a value: mean and standard deviation of numbers on their
/// scale, frequency of categories. Explainers draw neighbors by them and measure distances in them.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class FeatureStatistics<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _frequencies;
    private readonly bool[] _isConstant;

    private FeatureStatistics(double[] mean, double[] deviation, double[] frequencies, double[]?[] marginals, string source)
    {
        Mean = new FeatureVector<T>(mean);
        Deviation = new FeatureVector<T>(deviation);
        _frequencies = frequencies;
        Marginals = marginals;
        Source = source;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (!double.IsFinite(mean[feature.Index]) || !double.IsFinite(deviation[feature.Index]))
                throw new InvalidDatasetException($"The spread of {T.Schema.Name}.{feature.Name} over {source} is too large for a double. Measure it in a larger unit.");
        }

        Scale = [.. deviation.Select(spread => spread == 0 ? 1 : spread)];
        Origin = [.. T.Schema.Features.Select(feature => feature.Scale == FeatureScale.Cyclic ? 0 : mean[feature.Index])];
        _isConstant = [.. T.Schema.Features.Select(feature => feature.IsNumeric ? deviation[feature.Index] == 0 : IsOneOnly(Frequencies(feature)))];
        HasConstants = T.Schema.Features.Any(feature => IsConstant(feature) && IsVaried(feature));
    }

    /// <summary>The mean of each number on its scale; 0 for flags and categories.</summary>
    public FeatureVector<T> Mean { get; }

    /// <summary>The standard deviation (÷ n) of each number on its scale; 1 for flags and categories, 0 where a number never varies.</summary>
    public FeatureVector<T> Deviation { get; }

    /// <summary>What the statistics were taken from, in words.</summary>
    public string Source { get; }

    /// <summary>What standardized values are divided by: the deviation, or 1 where that is 0 and for numbers in bins.</summary>
    internal ImmutableArray<double> Scale { get; private init; }

    /// <summary>What is taken off a number on its scale before: its mean; 0 on a circle and for flags and categories.</summary>
    internal ImmutableArray<double> Origin { get; private init; }

    /// <summary>For each feature that is drawn from the background: its values there.</summary>
    internal double[]?[] Marginals { get; }

    /// <summary>Whether any feature that neighbors are to vary has one value only.</summary>
    internal bool HasConstants { get; }

    /// <summary>
    /// How often each category occurs, in their order; for a flag, how often it is set; for missingness, how often there is
    /// no value. Empty for numbers.
    /// </summary>
    /// <param name="feature">The feature.</param>
    public ReadOnlySpan<double> Frequencies(Feature<T> feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        Axis axis = T.Schema.Axes[feature.Index];
        return axis.IsNumeric ? [] : _frequencies.AsSpan(axis.Slot, axis.Slots);
    }

    /// <summary>Whether a feature has one value only, so that nothing can be learned of its effect.</summary>
    /// <param name="feature">The feature.</param>
    public bool IsConstant(Feature<T> feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return _isConstant[feature.Index];
    }

    /// <summary>
    /// Whether the background must show a feature vary: not where its author fixed it or has it drawn from its range, and
    /// not where data merely had no missing value.
    /// </summary>
    internal static bool IsVaried(Feature<T> feature) => feature.Kind != FeatureKind.Missing && feature.Draw is not (DrawMode.Fixed or DrawMode.Uniform);

    /// <summary>Whether the instance lacks a value that every row has, or has one that none has, so that its effect cannot be learned.</summary>
    internal bool NeverSawMissing(ReadOnlySpan<double> instance)
    {
        if (T.Schema.IsComplete)
            return false;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (feature.Kind == FeatureKind.Missing && feature.Draw != DrawMode.Fixed && feature.IsPresent(instance)
                && IsConstant(feature) && Frequencies(feature)[0] != instance[feature.Column])
                return true;
        }

        return false;
    }

    /// <summary>Whether at most one of several shares is not 0; a single share is that of a flag.</summary>
    private static bool IsOneOnly(ReadOnlySpan<double> shares)
    {
        if (shares.Length == 1)
            return shares[0] is 0 or 1;
        int some = 0;
        foreach (double share in shares)
            some += share > 0 ? 1 : 0;
        return some < 2;
    }
}
