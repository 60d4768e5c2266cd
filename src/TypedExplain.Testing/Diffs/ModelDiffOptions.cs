using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Testing.Reasons;

namespace TypedExplain.Testing;

/// <summary>How two models are compared.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record ModelDiffOptions<T>
    where T : IFeatureRecord<T>
{
    private const string Owner = "the model diff";

    private const int MostBins = 100;

    /// <summary>
    /// S, under how many seeds each model is explained, from 2 to 100: 2·S passes over the instances. Where a reason is a matter of
    /// chance in both models, 2 in 2^(2·S) of such instances would be told as changed by S seeds that are drawn on their own: 1 in 128 by 4.
    /// </summary>
    [OptionRange(AtLeast = 2, AtMost = Given.MostSeeds)]
    public int Seeds { get; init; } = 4;

    /// <summary>The first seed; the others follow it.</summary>
    public int FirstSeed { get; init; }

    /// <summary>
    /// The first seed of the model after. By default it has the seeds of the model before, so that a model without any difference
    /// has none; other seeds are for trying what the comparison says of one model.
    /// </summary>
    public int? FirstSeedAfter { get; init; }

    /// <summary>k: how many of the most important features are the first reasons, from 1 to 1000. Of a record with no more features than that they are hardly ever others.</summary>
    [OptionRange(AtLeast = 1, AtMost = Given.MostReasons)]
    public int TopReasons { get; init; } = 3;

    /// <summary>By how much an answer may differ without being another one, 0 or more, on the model's own scale.</summary>
    [OptionRange(AtLeast = 0)]
    public double Tolerance { get; init; }

    /// <summary>Features by whose values instances are also counted apart. Numbers are divided into <see cref="Bins"/> ranges with as many instances each.</summary>
    public ImmutableArray<Feature<T>> Segments { get; init; } = [];

    /// <summary>Into how many ranges a number of <see cref="Segments"/> is divided, from 2 to 100; fewer where values are the same.</summary>
    [OptionRange(AtLeast = 2, AtMost = MostBins)]
    public int Bins { get; init; } = 4;

    /// <summary>The share of instances whose reasons two seeds may change by themselves before the diff begins with a warning, from 0 to 1.</summary>
    [OptionRange(AtLeast = 0, AtMost = 1)]
    public double MaximumNoise { get; init; } = 0.1;

    /// <summary>Refuses what cannot be compared by.</summary>
    internal void Check()
    {
        Given.Whole(Seeds, 2, Given.MostSeeds, nameof(Seeds), Owner);
        Given.Whole(TopReasons, 1, Given.MostReasons, nameof(TopReasons), Owner);
        Given.Whole(Bins, 2, MostBins, nameof(Bins), Owner);
        Given.Share(MaximumNoise, nameof(MaximumNoise), Owner);
        if (!(Tolerance >= 0))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{nameof(Tolerance)} of {Owner} is {Tolerance}; it must be 0 or more."));
        if (!Segments.IsDefault && Segments.Any(feature => feature is null))
            throw new InvalidOptionException($"{nameof(Segments)} of {Owner} has a feature that is null; each must be one of {T.Schema.Name}.");
    }
}
