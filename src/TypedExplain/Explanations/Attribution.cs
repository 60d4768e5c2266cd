using System.ComponentModel;
using TypedExplain.Explanations;
using TypedExplain.Media;

namespace TypedExplain;

/// <summary>
/// The effect of each feature on the explained output, near the instance, on the scale of the explanation's
/// <see cref="Explanation{T}.Link"/>: the output itself, or its log odds. For a number: the change of the output per
/// unit of the feature, on a logarithmic scale per doubling; for a number in bins, the output in the instance's own bin less
/// that outside. For a flag or a category: the output with the instance's own
/// value minus the output with another; for missingness: with a value, or without one, as the instance, less the other.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Attribution<T> : FeatureVector<T>
    where T : IFeatureRecord<T>
{
    private readonly FeatureVector<T> _importance;
    private readonly MediaAttribution[] _media;

    internal Attribution(double[] effects, FeatureVector<T> importance, MediaAttribution[] media)
        : base(effects) => (_importance, _media) = (importance, media);

    /// <summary>The effects of the words, segments or pixels of each text and image; empty where they were not varied.</summary>
    internal ReadOnlySpan<MediaAttribution> Media => _media;

    /// <summary>How many parts the texts and images have together.</summary>
    internal int PartCount => _media.Sum(media => media.Effects.Length);

    /// <summary>The position of a text or image.</summary>
    internal int IndexOf(MediaAttribution media) => Array.IndexOf(_media, media);

    /// <summary>For generated code: the effects of the words of a text.</summary>
    /// <param name="media">Its position.</param>
    /// <exception cref="InvalidOperationException">The explainer did not vary texts.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TextAttribution TextOf(int media) => (TextAttribution)MediaOf(media);

    /// <summary>For generated code: the effects of the segments or pixels of an image.</summary>
    /// <param name="media">Its position.</param>
    /// <exception cref="InvalidOperationException">The explainer did not vary images.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ImageAttribution ImageOf(int media) => (ImageAttribution)MediaOf(media);

    /// <summary>
    /// The features with their effects, the most important first. Effects per unit cannot be compared across features,
    /// so importance is the magnitude of the effect per standard deviation; of equals the first in the schema leads.
    /// Protected features are among them, so that nothing is left out without a word, with an effect that is not a number.
    /// </summary>
    public IEnumerable<(Feature<T> Feature, double Effect)> Ranked() => Ranked(ProtectedValues.Withheld);

    /// <summary>The same, with the effects of protected features or not.</summary>
    /// <param name="protectedValues">Whether protected features have their effects, or not a number in the place of each.</param>
    /// <exception cref="InvalidOptionException">It is neither.</exception>
    public IEnumerable<(Feature<T> Feature, double Effect)> Ranked(ProtectedValues protectedValues) => RankedFeatures.With(_importance, this, protectedValues);

    private MediaAttribution MediaOf(int media) => _media.Length > 0
        ? _media[media]
        : throw new InvalidOperationException($"{T.Schema.Name}.{T.Schema.Media[media]} was not varied, so it has no attribution. Explain with a MediaNeighborhood.");
}
