using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain.Tests.Surrogates;

/// <summary>How well a surrogate fits is the same by the moments of its samples as by a pass over them.</summary>
public class FitQualityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(14)]
    public void MomentsSayWhatAPassSays(int features)
    {
        (double[] table, double[] weights, double[] slopes) = Samples(features, noise: 0.3);
        LocalFit pass = FitQuality.Of(table, Moments.Stride(features + 2), weights, slopes, 0.7);
        LocalFit moments = Assert.NotNull(OfMoments(table, weights, slopes, 0.7));
        Assert.InRange(pass.R2, 0.1, 0.99);
        Assert.Equal(pass.R2, moments.R2, 1e-12);
        Assert.Equal(pass.EffectiveSamples, moments.EffectiveSamples, 1e-10);
        Assert.Equal(pass.Samples, moments.Samples);
    }

    [Fact]
    public void APerfectFitIsNotMoreThanPerfect()
    {
        (double[] table, double[] weights, double[] slopes) = Samples(6, noise: 0);
        LocalFit fit = Assert.NotNull(OfMoments(table, weights, slopes, 0.7));
        Assert.InRange(fit.R2, 1 - 1e-12, 1);
    }

    /// <summary>Slopes that take each other back leave no digits, nor does a response far from where it is measured.</summary>
    [Fact]
    public void WhereDigitsCancelItTakesAPass()
    {
        (double[] table, double[] weights, double[] slopes) = Samples(2, noise: 0.1);
        double[] opposite = [1e6, -1e6];
        Assert.Null(OfMoments(table, weights, opposite, 0.7));
        for (int at = 2; at < table.Length; at += 8)
            table[at] += 1e6;
        Assert.Null(OfMoments(table, weights, slopes, 0.7 + 1e6));
    }

    private static LocalFit? OfMoments(double[] table, double[] weights, double[] slopes, double intercept)
    {
        int stride = Moments.Stride(slopes.Length + 2);
        double[] moments = new double[stride * stride];
        Moments.Of(table, stride, weights, moments);
        return FitQuality.OfMoments(moments, stride, weights, slopes, intercept);
    }

    private static (double[] Table, double[] Weights, double[] Slopes) Samples(int features, double noise)
    {
        const int Count = 60;
        Random random = new(features);
        int stride = Moments.Stride(features + 2);
        double[] table = new double[Count * stride], slopes = [.. Enumerable.Range(0, features).Select(_ => random.NextDouble() - 0.5)];
        for (int row = 0; row < Count; row++)
        {
            Span<double> own = table.AsSpan(row * stride, stride);
            double response = 0.7 + (noise * ((2 * random.NextDouble()) - 1));
            for (int j = 0; j < features; j++)
                response += slopes[j] * (own[j] = (2 * random.NextDouble()) - 1);
            (own[features], own[features + 1]) = (response, 1);
        }

        return (table, [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble())], slopes);
    }
}
