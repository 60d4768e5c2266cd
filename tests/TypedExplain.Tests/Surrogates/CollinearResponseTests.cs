using TypedExplain.Numerics;
using TypedExplain.Surrogates.Game;

namespace TypedExplain.Tests.Surrogates;

/// <summary>
/// Best responses where fewer samples than slopes and a tiny ridge make slopes nearly collinear, as without an intercept: the
/// few sweeps allowed must end at the optimum, which its own conditions tell.
/// </summary>
public class CollinearResponseTests
{
    private const int Size = 6;
    private const double Bound = 0.7;

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.2)]
    [InlineData(double.PositiveInfinity)]
    public void EndsAtTheOptimum(double budget)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            (double[] gram, double[] cross, double[] others) = Draw(seed);
            double[] own = new double[Size];
            BestResponse.Solve(gram, cross, others, Bound, budget, 200, own);
            CheckOptimum(gram, cross, others, own, budget, seed);
        }
    }

    /// <summary>A free slope of the sum has a slope of the error of exactly the budget's price, one at 0 a smaller one, one at a bound a larger one.</summary>
    private static void CheckOptimum(double[] gram, double[] cross, double[] others, double[] own, double budget, int seed)
    {
        double[] sum = [.. own.Zip(others, (mine, theirs) => mine + theirs)];
        double norm = VectorOps.SumAbs(sum);
        Assert.True(norm <= budget * (1 + 1e-12), $"seed {seed}: norm {norm:R}");
        double[] pulls = [.. Enumerable.Range(0, Size).Select(j => cross[j] - VectorOps.Dot(gram.AsSpan(j * Size, Size), sum))];
        bool[] isFree = [.. Enumerable.Range(0, Size).Select(j => sum[j] != 0 && Math.Abs(own[j]) < Bound)];
        double price = Enumerable.Range(0, Size).Where(j => isFree[j]).Select(j => pulls[j] * Math.Sign(sum[j])).DefaultIfEmpty(0).Max();
        Assert.True(norm >= budget * (1 - 1e-9) || Math.Abs(price) < 1e-7, $"seed {seed}: the budget is not spent, and slopes are pulled by {price:R}");
        for (int j = 0; j < Size; j++)
        {
            if (isFree[j])
                Assert.Equal(price, pulls[j] * Math.Sign(sum[j]), 1e-7);
        }
    }

    private static (double[] Gram, double[] Cross, double[] Others) Draw(int seed)
    {
        RandomStream stream = new(seed, "collinear responses");
        double[] gram = new double[Size * Size], cross = new double[Size], others = new double[Size], samples = new double[(Size + 1) * 3];
        stream.FillNormal(0, samples);
        for (int sample = 0; sample < 3; sample++)
        {
            // All numbers are near 5, as raw measurements are.
            double[] row = [.. Enumerable.Range(0, Size).Select(j => 5 + (0.3 * samples[(sample * Size) + j]))];
            for (int i = 0; i < Size; i++)
            {
                cross[i] += row[i] * samples[(Size * 3) + sample];
                for (int j = 0; j < Size; j++)
                    gram[(i * Size) + j] += row[i] * row[j];
            }
        }

        for (int j = 0; j < Size; j++)
        {
            gram[(j * Size) + j] += 1e-4;
            others[j] = 0.1 * samples[j];
        }

        return (gram, cross, others);
    }
}
