using TypedExplain.Numerics;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Numerics;

/// <summary>The local models of MeLIME on plain samples.</summary>
public class LocalModelTests
{
    private static readonly double[] s_slopes = [2, -1, 0.5];

    /// <summary>Linear responses with noise, of which some are far off.</summary>
    private static (double[][] X, double[] Y, double[] Weights) Samples(int seed, int count = 200, double noise = 0.1, double outliers = 0)
    {
        Random random = new(seed);
        double[][] x = [.. Enumerable.Range(0, count).Select(_ => s_slopes.Select(_ => (4 * random.NextDouble()) - 2).ToArray())];
        double[] y = [.. x.Select((row, i) => 0.7 + VectorOps.Dot(row, s_slopes) + (noise * (random.NextDouble() - 0.5)) + (i % 10 == 0 ? outliers * row[0] : 0))];
        return (x, y, [.. x.Select(_ => 0.5 + random.NextDouble())]);
    }

    private static double Add(ILocalFit fit, (double[][] X, double[] Y, double[] Weights) samples, double[] slopes)
    {
        int features = samples.X[0].Length;
        return fit.Add(new(Fits.Table(samples.X, samples.Y), Moments.Stride(features + 2), samples.Weights, features, origin: 0), slopes);
    }

    [Fact]
    public void RidgeIsTheFitOfAllBatchesTogether()
    {
        var first = Samples(1);
        var second = Samples(2, count: 50, noise: 2);
        ILocalFit fit = new RidgeRegression { Alpha = 3 }.Begin(3);
        double[] slopes = new double[3];
        Add(fit, first, slopes);
        double intercept = Add(fit, second, slopes);

        var expected = Fits.Ridge([.. first.X, .. second.X], [.. first.Y, .. second.Y], [.. first.Weights, .. second.Weights], alpha: 3);
        Assert.Equal(expected.Intercept, intercept, 1e-10);
        for (int j = 0; j < 3; j++)
            Assert.Equal(expected.Slopes[j], slopes[j], 1e-10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void HuberIsTheLowestPointOfItsObjective(double outliers)
    {
        const double epsilon = 1.35, alpha = 2;
        var samples = Samples(3, outliers: outliers, noise: 1);
        double[] slopes = new double[3];
        double intercept = Add(new HuberRegression { Epsilon = epsilon, Alpha = alpha }.Begin(3), samples, slopes);

        // No step in any direction is lower: the objective is convex, so this is its minimum.
        double scale = BestScale(intercept, slopes), lowest = Objective(intercept, slopes, scale);
        foreach (double step in (double[])[1e-3, -1e-3])
        {
            Assert.True(Objective(intercept + step, slopes, BestScale(intercept + step, slopes)) > lowest);
            for (int j = 0; j < 3; j++)
            {
                double[] moved = [.. slopes];
                moved[j] += step;
                Assert.True(Objective(intercept, moved, BestScale(intercept, moved)) > lowest);
            }
        }

        double BestScale(double constant, double[] beta)
        {
            double low = 1e-6, high = 100;
            for (int i = 0; i < 200; i++)
            {
                double a = low + ((high - low) / 3), b = high - ((high - low) / 3);
                (low, high) = Objective(constant, beta, a) < Objective(constant, beta, b) ? (low, b) : (a, high);
            }

            return low;
        }

        double Objective(double constant, double[] beta, double sigma)
        {
            double sum = alpha * beta.Sum(slope => slope * slope);
            for (int i = 0; i < samples.X.Length; i++)
            {
                double z = Math.Abs(samples.Y[i] - constant - VectorOps.Dot(beta, samples.X[i])) / sigma;
                sum += samples.Weights[i] * sigma * (1 + (z < epsilon ? z * z : (2 * epsilon * z) - (epsilon * epsilon)));
            }

            return sum;
        }
    }

    [Fact]
    public void HuberHeedsOutliersLessThanRidge()
    {
        var samples = Samples(4, outliers: 20);
        double[] huber = new double[3], ridge = new double[3];
        Add(new HuberRegression().Begin(3), samples, huber);
        Add(new RidgeRegression().Begin(3), samples, ridge);
        Assert.Equal(2, huber[0], 0.1);
        Assert.True(Math.Abs(ridge[0] - 2) > 1);
    }

    [Fact]
    public void HuberOfAnExactLineIsTheLine()
    {
        double[] slopes = new double[3];
        double intercept = Add(new HuberRegression { Alpha = 0.001 }.Begin(3), Samples(5, noise: 0), slopes);
        Assert.Equal(0.7, intercept, 1e-5);
        for (int j = 0; j < 3; j++)
            Assert.Equal(s_slopes[j], slopes[j], 1e-5);
    }

    [Fact]
    public void DescentComesNearAfterManyBatches()
    {
        ILocalFit fit = new GradientDescent().Begin(3);
        double[] slopes = new double[3];
        double intercept = 0;
        for (int batch = 0; batch < 60; batch++)
            intercept = Add(fit, Samples(batch), slopes);
        Assert.Equal(0.7, intercept, 0.02);
        for (int j = 0; j < 3; j++)
            Assert.Equal(s_slopes[j], slopes[j], 0.02);
    }

    [Fact]
    public void DescentWithAHugeRateStaysFinite()
    {
        ILocalFit fit = new GradientDescent { Rate = 1e9 }.Begin(3);
        double[] slopes = new double[3];
        for (int batch = 0; batch < 20; batch++)
            Assert.InRange(Math.Abs(Add(fit, Samples(batch), slopes)) + VectorOps.MaxAbs(slopes), 0, 100);
    }

    public static TheoryData<ILocalModel, string> Refused => new()
    {
        { new RidgeRegression { Alpha = -1 }, "Alpha of the ridge regression is -1; it must be 0 or more." },
        { new HuberRegression { Alpha = double.NaN }, "Alpha of the Huber regression is NaN; it must be 0 or more." },
        { new HuberRegression { Epsilon = 1 }, "Epsilon of the Huber regression is 1; it must be above 1." },
        { new GradientDescent { Rate = 0 }, "Rate of the gradient descent is 0; it must be above 0." },
        { new GradientDescent { Alpha = -0.5 }, "Alpha of the gradient descent is -0.5; it must be 0 or more." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void OptionsOutsideTheirRange(ILocalModel model, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => model.Begin(3)).Message);
}
