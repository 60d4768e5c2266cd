namespace TypedExplain;

/// <summary>
/// Marks numbers as an image, explained by its segments or pixels: a <c>ReadOnlyMemory&lt;float&gt;</c> of values that are
/// usually from 0 to 1, or a <c>ReadOnlyMemory&lt;byte&gt;</c>, row after row, pixel after pixel, channel after channel.
/// </summary>
/// <param name="height">Rows; at least 1.</param>
/// <param name="width">Pixels per row; at least 1.</param>
/// <param name="channels">Numbers per pixel; at least 1: usually 1 for gray, 3 for red, green, blue.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ImageAttribute(int height, int width, int channels = 1) : Attribute
{
    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>Pixels per row.</summary>
    public int Width { get; } = width;

    /// <summary>Numbers per pixel.</summary>
    public int Channels { get; } = channels;
}
