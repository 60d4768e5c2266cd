using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain;

/// <summary>How strongly a feature interacts with all others, or two features with each other (Friedman and Popescu's H).</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Interaction<T>
    where T : IFeatureRecord<T>
{
    internal Interaction(ImmutableArray<Feature<T>> features, string name, double? hSquared, double standardError, double strength, double strengthError, double share) =>
        (Features, Name, HSquared, StandardError, Strength, StrengthError, Share) = (features, name, hSquared, standardError, strength, strengthError, share);

    /// <summary>The feature, or the two.</summary>
    public ImmutableArray<Feature<T>> Features { get; }

    /// <summary>Their names.</summary>
    public string Name { get; }

    /// <summary>
    /// H²: of one feature, the share of the variance of answers that is neither its own effect nor that of the others; of two, the share of
    /// their joint effect that is not the sum of both. Null where there is no effect to divide by. By the sample it is seldom exactly 0.
    /// </summary>
    public double? HSquared { get; }

    /// <summary>The standard error of <see cref="HSquared"/>, by a jackknife over rows; NaN where there is none.</summary>
    public double StandardError { get; }

    /// <summary>The interaction in the unit of the answer, not divided by anything: the root mean square of what is no sum.</summary>
    public double Strength { get; }

    /// <summary>The standard error of <see cref="Strength"/>.</summary>
    public double StrengthError { get; }

    /// <summary>What H² is divided by, as a share of the variance of answers. Where it is small, H² is large for next to nothing: go by <see cref="Strength"/>.</summary>
    public double Share { get; }

    /// <summary>Whether any of the features is protected: then tables do not show the numbers.</summary>
    public bool IsProtected => Features.Any(feature => feature.IsProtected);

    /// <summary>The names and numbers; those of protected features are withheld.</summary>
    public override string ToString() => IsProtected ? $"{Name}: {Schema.Protection.Withheld}"
        : HSquared is { } value ? string.Create(CultureInfo.InvariantCulture, $"{Name}: H² {value:0.####} ± {StandardError:0.####}, {Strength:G3} in the unit of the answer")
        : $"{Name}: no effect to divide by";
}
