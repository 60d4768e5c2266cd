using TypedExplain.Numerics;
using TypedExplain.Surrogates;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Numerics;

/// <summary>Fits on more and more columns, against one fit after the other.</summary>
public class NestedRidgeTests
{
    [Theory]
    [InlineData(0.001, false)]
    [InlineData(10, false)]
    [InlineData(0.001, true)]
    [InlineData(0, true)]
    public void AnswersAreThoseOfSeparateFits(double alpha, bool duplicate)
    {
        Random random = new(3);
        double[][] x = [.. Enumerable.Range(0, 30).Select(_ => Enumerable.Range(0, 6).Select(_ => random.NextDouble() - 0.5).ToArray())];
        if (duplicate)
            x = [.. x.Select(row => (double[])[row[0], row[1], row[2], row[1], row[4], row[0]])];
        double[] y = [.. x.Select(row => row[0] - (2 * row[1]) + (row[2] * row[4]) + random.NextDouble())], weights = [.. x.Select(_ => random.NextDouble())];
        int[] order = [4, 1, 3, 0, 5, 2];
        double[] point = [0.3, -0.2, 0.1, -0.2, 0.7, 0.3], answers = new double[6];

        int stride = Moments.Stride(8);
        double[] moments = new double[stride * stride];
        Moments.Of(Fits.Table(x, y), stride, weights, moments);
        NormalEquations equations = NormalEquations.From(moments, 6, intercept: true, new double[NormalEquations.MemoryFor(6)]);
        NestedRidge.Predict(equations, order, alpha, point, answers);

        for (int count = 1; count <= 6; count++)
        {
            int[] columns = order[..count];
            var (_, slopes, intercept, _) = Fits.Ridge([.. x.Select(row => columns.Select(j => row[j]).ToArray())], y, weights, alpha);
            Assert.Equal(intercept + columns.Select((j, i) => slopes[i] * point[j]).Sum(), answers[count - 1], 1e-7);
        }
    }

    [Fact]
    public void TheSmallestOfEquallyGoodNumbersIsKept()
    {
        double[] answers = [1, 0, 0, 3, 2, 2];
        Assert.Equal([1, 0, 0], RetainedFeatures.Errors(answers, [0, 2]).ToArray());
        Assert.Equal(2, RetainedFeatures.Count(RetainedFeatures.Errors(answers, [0, 2])));
    }
}
