using TypedExplain.Numerics;

namespace TypedExplain.Training.Regularizers;

/// <summary>The losses of regularizers at one point, over plain numbers.</summary>
internal static class PointLosses
{
    /// <summary>
    /// R = ‖r‖²/(m·C), where r is what an affine fit to the coordinates leaves of each output. The fit is a projection, so
    /// ∂R/∂y = 2r/(m·C): differentiating through the fit adds nothing.
    /// </summary>
    /// <param name="columns">The coordinates of the samples, column after column; overwritten.</param>
    /// <param name="predictions">For each of m samples in turn, one number per output.</param>
    /// <param name="samples">m.</param>
    /// <param name="gradient">Where the gradient goes.</param>
    public static double Fidelity(Span<double> columns, ReadOnlySpan<double> predictions, int samples, Span<double> gradient)
    {
        int kept = LinearResiduals.Orthonormalize(columns, samples), outputs = predictions.Length / samples;
        ReadOnlySpan<double> basis = columns[..(kept * samples)];
        using Pooled memory = new(samples);
        Span<double> values = memory.Span;
        double sum = 0, factor = 2.0 / predictions.Length;
        for (int output = 0; output < outputs; output++)
        {
            for (int sample = 0; sample < samples; sample++)
                values[sample] = predictions[(sample * outputs) + output];
            LinearResiduals.TakeOff(basis, values);
            sum += VectorOps.Dot(values, values);
            for (int sample = 0; sample < samples; sample++)
                gradient[(sample * outputs) + output] = factor * values[sample];
        }

        return sum / predictions.Length;
    }

    /// <summary>R = Σ (y_j − f(x))²/(m·C); the first row of the predictions is f(x), and has a gradient too.</summary>
    /// <param name="predictions">f(x), then y₁ … y_m, each one number per output.</param>
    /// <param name="outputs">C.</param>
    /// <param name="gradient">Where the gradient goes.</param>
    public static double Stability(ReadOnlySpan<double> predictions, int outputs, Span<double> gradient)
    {
        int count = predictions.Length - outputs;
        double sum = 0, factor = 2.0 / count;
        gradient[..outputs].Clear();
        for (int i = outputs; i < predictions.Length; i++)
        {
            int output = i % outputs;
            double off = predictions[i] - predictions[output];
            sum = Math.FusedMultiplyAdd(off, off, sum);
            gradient[i] = factor * off;
            gradient[output] -= factor * off;
        }

        return sum / count;
    }
}
