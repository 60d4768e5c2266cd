using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain.Decisions;

/// <summary>One of the principal reasons.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class StatedReason<T>
    where T : IFeatureRecord<T>
{
    internal StatedReason(Reason<T> reason, double contribution, (double Lower, double Upper)? interval, ImmutableArray<Feature<T>> features, bool isTied) =>
        (Reason, Contribution, Interval, Features, IsTied) = (reason, contribution, interval, features, isTied);

    /// <summary>What the person is told, and by which code.</summary>
    public Reason<T> Reason { get; }

    /// <summary>
    /// What the features behind the reason add to the score against the reference, signed and on the score's own scale: below 0
    /// where a high score is favorable, above 0 where a low one is.
    /// </summary>
    public double Contribution { get; }

    /// <summary>Where the contribution lies at the asked confidence; null where it is exact.</summary>
    public (double Lower, double Upper)? Interval { get; }

    /// <summary>The features behind the reason, the most adverse first. A feature that speaks for the person, too, counts against the sum.</summary>
    public ImmutableArray<Feature<T>> Features { get; }

    /// <summary>Whether another stated reason is equally strong, as far as can be told, so that their order means nothing.</summary>
    public bool IsTied { get; }

    /// <summary>The reason and its contribution.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reason} ({Contribution:+0.####;-0.####;0}{(Interval is { } interval ? $", {interval.Lower:0.####} to {interval.Upper:0.####}" : "")}{(IsTied ? ", tied" : "")}) by {string.Join(", ", Features.Select(feature => feature.DisplayName))}");
}
