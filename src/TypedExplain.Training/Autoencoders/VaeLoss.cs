using System.Numerics;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics;
using TypedExplain.Training.Kernels;

namespace TypedExplain.Training.Autoencoders;

/// <summary>
/// A variational autoencoder at work (Kingma and Welling, 2014): loss Σ BCE + Σ KL over rows, and its gradient. One worker's
/// own, with the memory of its last rows.
/// </summary>
internal sealed class VaeLoss<TNumber>(VaeShape shape)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly AffineChain<TNumber> _encoder = new(shape.Encoder);
    private readonly AffineChain<TNumber> _decoder = new(shape.Decoder);
    private readonly Scratch<TNumber> _latent = new();
    private readonly Scratch<TNumber> _latentGradient = new();

    public VaeShape Shape => shape;

    /// <summary>For each row its means, then the logarithms of its variances.</summary>
    public Span<TNumber> Encode(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> rows, int count) => _encoder.Forward(parameters, rows, count);

    /// <summary>For each row of latent numbers the log-odds of a row.</summary>
    public Span<TNumber> Decode(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> latent, int count) => _decoder.Forward(parameters, latent, count);

    /// <summary>The losses of rows; their gradient is added.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="rows">The rows, numbers from 0 to 1.</param>
    /// <param name="noise">One standard normal number per row and latent number.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="gradient">Where the gradient with respect to the parameters is added.</param>
    public (double CrossEntropy, double Divergence) Evaluate(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> rows, ReadOnlySpan<double> noise, int count, Span<TNumber> gradient)
    {
        int size = shape.LatentSize;
        Span<TNumber> codes = Encode(parameters, rows, count), latent = _latent.Take(count * size), latentGradient = _latentGradient.Take(count * size);
        for (int i = 0; i < latent.Length; i++)
        {
            (double mean, double deviation) = Posterior(codes, i);
            latent[i] = TNumber.CreateTruncating(mean + (deviation * noise[i]));
        }

        ReadOnlySpan<TNumber> logits = Decode(parameters, latent, count);
        double crossEntropy = CrossEntropy(logits, rows, _decoder.OutputGradient(count));
        _decoder.Backward(parameters, latent, count, gradient, latentGradient);
        double divergence = 0;
        Span<TNumber> codeGradient = _encoder.OutputGradient(count);
        for (int i = 0; i < latent.Length; i++)
        {
            // KL = −½ Σ (1 + log σ² − μ² − σ²); dz/d log σ² = ½ σ ε.
            int at = (i / size * 2 * size) + (i % size);
            double logarithm = double.CreateTruncating(codes[at + size]), slope = double.CreateTruncating(latentGradient[i]);
            (double mean, double deviation) = Posterior(codes, i);
            double variance = deviation * deviation;
            divergence -= 0.5 * (1 + logarithm - (mean * mean) - variance);
            codeGradient[at] = TNumber.CreateTruncating(slope + mean);
            codeGradient[at + size] = TNumber.CreateTruncating((0.5 * slope * deviation * noise[i]) + (0.5 * (variance - 1)));
        }

        _encoder.Backward(parameters, rows, count, gradient, default);
        return (crossEntropy, divergence);
    }

    /// <summary>Mean and standard deviation of a latent number, counted over rows.</summary>
    public (double Mean, double Deviation) Posterior(ReadOnlySpan<TNumber> codes, int index)
    {
        int at = (index / shape.LatentSize * 2 * shape.LatentSize) + (index % shape.LatentSize);
        return (double.CreateTruncating(codes[at]), VectorMath.Exp(0.5 * double.CreateTruncating(codes[at + shape.LatentSize])));
    }

    /// <summary>1/(1 + e^−x) of many numbers.</summary>
    public static void Sigmoid(ReadOnlySpan<TNumber> logits, Span<TNumber> values)
    {
        Span<double> block = stackalloc double[8];
        for (int first = 0; first < logits.Length; first += 8)
        {
            int used = Load(logits[first..], block);
            Vector512<double> own = Vector512.Create<double>(block), small = VectorMath.Exp(-Vector512.Abs(own));
            Logistic(own, small).CopyTo(block);
            for (int i = 0; i < used; i++)
                values[first + i] = TNumber.CreateTruncating(block[i]);
        }
    }

    /// <summary>Σ of −x log p − (1 − x) log(1 − p), p the logistic function of the log-odds z: max(z, 0) − x·z + log(1 + e^−|z|). Its slope is p − x.</summary>
    private static double CrossEntropy(ReadOnlySpan<TNumber> logits, ReadOnlySpan<TNumber> rows, Span<TNumber> gradient)
    {
        double sum = 0;
        Span<double> odds = stackalloc double[8], targets = stackalloc double[8], costs = stackalloc double[8];
        for (int first = 0; first < logits.Length; first += 8)
        {
            int used = Load(logits[first..], odds);
            _ = Load(rows[first..], targets);
            Vector512<double> z = Vector512.Create<double>(odds), x = Vector512.Create<double>(targets), small = VectorMath.Exp(-Vector512.Abs(z));
            Vector512<double> above = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(z, Vector512<double>.Zero), z, Vector512<double>.Zero);
            (above - (x * z) + VectorMath.Log(Vector512<double>.One + small)).CopyTo(costs);
            (Logistic(z, small) - x).CopyTo(odds);
            for (int i = 0; i < used; i++)
            {
                sum += costs[i];
                gradient[first + i] = TNumber.CreateTruncating(odds[i]);
            }
        }

        return sum;
    }

    private static Vector512<double> Logistic(Vector512<double> z, Vector512<double> small) =>
        Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(z, Vector512<double>.Zero), Vector512<double>.One, small) / (Vector512<double>.One + small);

    private static int Load(ReadOnlySpan<TNumber> from, Span<double> block)
    {
        int used = Math.Min(8, from.Length);
        block.Clear();
        for (int i = 0; i < used; i++)
            block[i] = double.CreateTruncating(from[i]);
        return used;
    }
}
