using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics;

namespace TypedExplain.Training.Regularizers;

/// <summary><see cref="PointLosses.Fidelity"/> at four points side by side, one to a lane: a few samples keep no register busy.</summary>
internal static class FidelityOfFour
{
    public const int Points = 4;

    /// <summary>The losses at the points and their gradients; false, and nothing written, where a column of a point depends on others.</summary>
    /// <param name="coordinates">Per point, equally far apart: the coordinates of the samples, column after column.</param>
    /// <param name="length">How many numbers a point's coordinates are.</param>
    /// <param name="samples">m.</param>
    /// <param name="predictions">Per point, for each of m samples in turn, one number per output.</param>
    /// <param name="gradient">Where the gradients go.</param>
    /// <param name="losses">Where the losses go.</param>
    public static bool Losses(ReadOnlySpan<double> coordinates, int length, int samples, ReadOnlySpan<double> predictions, Span<double> gradient, Span<double> losses)
    {
        using Pooled memory = Pooled.Unset(Points * (length + samples));
        Span<Vector256<double>> columns = MemoryMarshal.Cast<double, Vector256<double>>(memory.Span)[..length], values = MemoryMarshal.Cast<double, Vector256<double>>(memory.Span).Slice(length, samples);
        int apart = coordinates.Length / Points;
        for (int i = 0; i < length; i++)
            columns[i] = Vector256.Create(coordinates[i], coordinates[apart + i], coordinates[(2 * apart) + i], coordinates[(3 * apart) + i]);
        if (!FourResiduals.Orthonormalize(columns, samples))
            return false;

        int each = predictions.Length / Points, outputs = each / samples;
        Vector256<double> sum = default, factor = Vector256.Create(2.0 / each);
        for (int output = 0; output < outputs; output++)
        {
            for (int sample = 0, at = output; sample < samples; sample++, at += outputs)
                values[sample] = Vector256.Create(predictions[at], predictions[each + at], predictions[(2 * each) + at], predictions[(3 * each) + at]);
            FourResiduals.TakeOff(columns, values);
            sum += FourResiduals.Dot(values, values);
            for (int sample = 0, at = output; sample < samples; sample++, at += outputs)
            {
                Vector256<double> own = factor * values[sample];
                (gradient[at], gradient[each + at], gradient[(2 * each) + at], gradient[(3 * each) + at]) = (own[0], own[1], own[2], own[3]);
            }
        }

        (sum / Vector256.Create<double>(each)).CopyTo(losses);
        return true;
    }
}
