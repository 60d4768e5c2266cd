using TypedExplain.Media;

namespace TypedExplain.Tests.Images;

/// <summary>Images with something to see in them.</summary>
internal static class MadeImages
{
    /// <summary>A bright square on a dark ground, with a little noise.</summary>
    public static float[] Square(ImageShape shape, double noise = 0.02)
    {
        RandomStream stream = new(9, "noise");
        float[] image = new float[shape.Length];
        for (int i = 0; i < image.Length; i++)
            image[i] = (float)((IsInside(shape, i / shape.Channels) ? 0.8 : 0.2) + (noise * stream.Uniform(i)));
        return image;
    }

    public static bool IsInside(ImageShape shape, int pixel)
    {
        int row = pixel / shape.Width, column = pixel % shape.Width;
        return row >= shape.Height / 4 && row < shape.Height * 3 / 4 && column >= shape.Width / 4 && column < shape.Width * 3 / 4;
    }
}
