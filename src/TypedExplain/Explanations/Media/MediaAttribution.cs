using TypedExplain.Generated;

namespace TypedExplain.Media;

/// <summary>The effects of the parts of a text or an image.</summary>
public abstract class MediaAttribution
{
    private readonly double[] _effects;

    private protected MediaAttribution(double[] effects) => _effects = effects;

    /// <summary>The effect of each part: the output with it less the output without it; of a pixel, per unit of its number.</summary>
    public ReadOnlySpan<double> Effects => _effects;

    /// <summary>Whether it is protected, so that neither its parts nor their effects are written out or drawn.</summary>
    internal bool IsProtected { get; init; }

    /// <summary>The effects around an instance.</summary>
    internal static MediaAttribution Of(MediaNeighbors media, double[] effects, bool isProtected) => media switch
    {
        TextNeighbors text => new TextAttribution(text.Text, effects) { IsProtected = isProtected },
        ImageNeighbors image => new ImageAttribution(image.Image, image.Shape, image.Segments, effects) { IsProtected = isProtected },
        _ => throw new InvalidOperationException("Neighbors are those of a text or of an image."),
    };

    /// <summary>Refuses to draw what is protected.</summary>
    internal void RequireShown()
    {
        if (IsProtected)
            throw new InvalidOperationException("The text or image is protected, so it has no page or picture. Its effects are there for measurements.");
    }

    /// <summary>What the parts add to the surrogate's answer for a record.</summary>
    internal abstract double Predict(MediaValues record, int media);
}
