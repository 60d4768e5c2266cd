using TypedExplain.Media;
using TypedExplain.Numerics;

namespace TypedExplain.Images;

/// <summary>
/// An image as planes of numbers whose distances are distances to the eye: CIE L*a*b* under D65 for red, green and blue, L*
/// alone for gray; channels of any other number times 100, as they are.
/// </summary>
internal static class ColorPlanes
{
    // Rows of the matrix from linear sRGB to XYZ, each divided by the white point of D65.
    private static readonly double[] s_x = [0.412453 / 0.95047, 0.357580 / 0.95047, 0.180423 / 0.95047];
    private static readonly double[] s_y = [0.212671, 0.715160, 0.072169];
    private static readonly double[] s_z = [0.019334 / 1.08883, 0.119193 / 1.08883, 0.950227 / 1.08883];

    private const int PixelsBetweenLooks = 4096;

    /// <summary>The planes, one after the other, each row after row.</summary>
    public static double[] Of(ReadOnlySpan<float> image, ImageShape shape, out int planes, CancellationToken cancellation = default)
    {
        planes = shape.Channels;
        double[] values = new double[planes * shape.Pixels];
        for (int pixel = 0; pixel < shape.Pixels; pixel++)
        {
            if (pixel % PixelsBetweenLooks == 0)
                cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<float> own = image.Slice(pixel * planes, planes);
            if (planes == 3)
            {
                (values[pixel], values[shape.Pixels + pixel], values[(2 * shape.Pixels) + pixel]) = Lab(Linear(own[0]), Linear(own[1]), Linear(own[2]));
                continue;
            }

            for (int channel = 0; channel < planes; channel++)
                values[(channel * shape.Pixels) + pixel] = planes == 1 ? (116 * Root(Linear(own[0]))) - 16 : 100.0 * own[channel];
        }

        return values;
    }

    private static (double L, double A, double B) Lab(double red, double green, double blue)
    {
        double x = Root(Weigh(s_x)), y = Root(Weigh(s_y)), z = Root(Weigh(s_z));
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        double Weigh(double[] weights) => (weights[0] * red) + (weights[1] * green) + (weights[2] * blue);
    }

    /// <summary>From an sRGB channel to light; numbers outside of 0 to 1 are taken to its ends.</summary>
    private static double Linear(float channel)
    {
        double value = Math.Clamp(channel, 0.0, 1.0);
        return value > 0.04045 ? VectorMath.Exp(2.4 * VectorMath.Log((value + 0.055) / 1.055)) : value / 12.92;
    }

    private static double Root(double share) =>
        share > 0.008856 ? VectorMath.Exp(VectorMath.Log(share) / 3) : (7.787 * share) + (16.0 / 116);
}
