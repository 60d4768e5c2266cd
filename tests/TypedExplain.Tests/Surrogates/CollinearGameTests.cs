using TypedExplain.Numerics;
using TypedExplain.Surrogates.Game;

namespace TypedExplain.Tests.Surrogates;

/// <summary>LINEX without a ridge where columns are collinear: of all equilibria the shortest, as LIME's fit is the shortest.</summary>
public class CollinearGameTests
{
    private static readonly Dataset<Triple> s_background = new(Enumerable.Range(0, 60).Select(i => new Triple(Math.Sin(i), Math.Sin(i), Math.Cos(3 * i))));
    private static readonly Triple s_instance = new(0.3, 0.3, 0.1);

    public static TheoryData<int, bool> Explained => new() { { 2, false }, { 3, false }, { 4, false }, { 5, true } };

    /// <summary>f = 3·A where B is A in every sample: 1.5 and 1.5, as LIME and S-LIME have it.</summary>
    [Theory]
    [MemberData(nameof(Explained))]
    public void DuplicatedColumnsShareTheirEffect(int environments, bool byWeight)
    {
        IModel<Triple> model = Model.From<Triple>(row => 3 * row.A);
        Same same = new(new GaussianNeighborhood<Triple> { Background = s_background, Samples = 200 });
        Bootstrap bootstrap = byWeight ? Bootstrap.ByWeight : Bootstrap.Uniform;
        foreach (IExplainer<Triple> explainer in (IExplainer<Triple>[])[
            new Lime<Triple> { Neighborhood = same, Ridge = 0 },
            new SmoothedLime<Triple> { Neighborhood = same, Ridge = 0, Environments = environments, Bootstrap = bootstrap },
            new Linex<Triple> { Neighborhood = same, Ridge = 0, Redraws = 1, Environments = environments, Bootstrap = bootstrap }])
        {
            Explanation<Triple> explanation = explainer.Explain(model, s_instance);
            Assert.Equal(1.5, explanation.Attribution.A, 1e-6);
            Assert.Equal(1.5, explanation.Attribution.B, 1e-6);
            Assert.Equal(0, explanation.Attribution.C, 1e-6);
            Assert.NotEqual(SolveStatus.NotConverged, explanation.Convergence.Status);
        }
    }

    /// <summary>A model that bends: environments differ, and duplicates still share alike.</summary>
    [Theory]
    [MemberData(nameof(Explained))]
    public void DuplicatesOfABentModelShareAlike(int environments, bool byWeight)
    {
        IModel<Triple> model = Model.From<Triple>(row => Math.Exp(row.A) + (row.C * row.C) + (row.A * row.C));
        Linex<Triple> linex = new() { Neighborhood = new Same(new GaussianNeighborhood<Triple> { Background = s_background, Samples = 200 }), Ridge = 0, Redraws = 1, Environments = environments, Bootstrap = byWeight ? Bootstrap.ByWeight : Bootstrap.Uniform };
        Explanation<Triple> explanation = linex.Explain(model, s_instance);
        Assert.Equal(explanation.Attribution.A, explanation.Attribution.B, 1e-5);
        Assert.NotEqual(0, explanation.Attribution.A, 0.1);
        Assert.NotEqual(SolveStatus.NotConverged, explanation.Convergence.Status);
    }

    [Fact]
    public void ABudgetThatBindsIsSharedToo()
    {
        IModel<Triple> model = Model.From<Triple>(row => 3 * row.A);
        Linex<Triple> linex = new() { Neighborhood = new Same(new GaussianNeighborhood<Triple> { Background = s_background, Samples = 200 }), Ridge = 0, Redraws = 1, Budget = 1 };
        Explanation<Triple> explanation = linex.Explain(model, s_instance);
        Assert.Equal(explanation.Standardized.A, explanation.Standardized.B, 1e-6);
        Assert.Equal(1, explanation.Standardized.A + explanation.Standardized.B + Math.Abs(explanation.Standardized.C), 1e-6);
    }

    /// <summary>A column that is the sum of two others: the solution has no part in the direction that nobody can tell.</summary>
    [Fact]
    public void ASumOfColumns()
    {
        double[][] grams = [Gram([[1, 0, 1], [0, 1, 1], [2, 1, 3], [-1, 2, 1]]), Gram([[1, 1, 2], [0, -1, -1], [1, 2, 3], [3, 1, 4]])];
        double[] slopes = [1, 2, 0.5];
        double[] sum = Solve(grams, [.. grams.Select(gram => Times(gram, slopes))], bound: 5, start: [0, 0, 0]);

        // What is left of the slopes without the direction (1, 1, −1)/√3.
        double share = (slopes[0] + slopes[1] - slopes[2]) / 3;
        Assert.Equal(slopes[0] - share, sum[0], 1e-9);
        Assert.Equal(slopes[1] - share, sum[1], 1e-9);
        Assert.Equal(slopes[2] + share, sum[2], 1e-9);
    }

    /// <summary>One environment cannot tell the columns apart and wants 2 of them together; the other wants 1.5 of each.</summary>
    [Fact]
    public void OneEnvironmentThatCannotTell()
    {
        double[] sum = Solve([[1, 1, 1, 1], [1, 0, 0, 1]], [[2, 2], [1.5, 1.5]], bound: 1.5, start: [1.25, 1.25]);
        Assert.Equal(1, sum[0], 1e-9);
        Assert.Equal(1, sum[1], 1e-9);
    }

    /// <summary>Environments that disagree keep nothing, whatever their columns.</summary>
    [Fact]
    public void DisagreementIsStillZero()
    {
        double[] sum = Solve([[1, 1, 1, 1], [2, 2, 2, 2]], [[2, 2], [-3, -3]], bound: 1, start: [0.1, 0.3]);
        Assert.Equal([0, 0], sum);
    }

    [Fact]
    public void AConstantColumnBesidesDuplicates()
    {
        double[] sum = Solve([[1, 1, 0, 1, 1, 0, 0, 0, 0], [2, 2, 0, 2, 2, 0, 0, 0, 0]], [[3, 3, 0], [6, 6, 0]], bound: 1.5, start: [0, 0, 0]);
        Assert.Equal(1.5, sum[0], 1e-9);
        Assert.Equal(1.5, sum[1], 1e-9);
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(sum[2]));
    }

    /// <summary>Without collinear columns, and with a constant one, the bits are those of the plain search.</summary>
    [Fact]
    public void OtherGamesAreLeftAlone()
    {
        double[][] grams = [[2, 0.5, 0, 0.5, 1, 0, 0, 0, 0], [1, 0.2, 0, 0.2, 3, 0, 0, 0, 0]], crosses = [[1, 2, 0], [0.5, 1, 0]];
        Assert.Equal(Solve(grams, crosses, bound: 2, start: []), Solve(grams, crosses, bound: 2, start: [0.3, 0.3, 0]));
    }

    private static double[] Solve(double[][] grams, double[][] crosses, double bound, double[] start)
    {
        EnvironmentGame game = new(grams.Length, [.. grams.SelectMany(gram => gram)], [.. crosses.SelectMany(cross => cross)], bound);
        double[] sum = new double[game.Size];
        Convergence convergence = Equilibrium.Solve(game, 1e-10, sum, start);
        Assert.Equal(SolveStatus.Converged, convergence.Status);
        Assert.InRange(convergence.Residual, 0, 1e-6);
        return sum;
    }

    private static double[] Gram(double[][] rows)
    {
        int size = rows[0].Length;
        double[] gram = new double[size * size];
        foreach (double[] row in rows)
        {
            for (int i = 0; i < gram.Length; i++)
                gram[i] += row[i / size] * row[i % size];
        }

        return gram;
    }

    private static double[] Times(double[] gram, double[] slopes) =>
        [.. Enumerable.Range(0, slopes.Length).Select(i => VectorOps.Dot(gram.AsSpan(i * slopes.Length, slopes.Length), slopes))];

    /// <summary>Neighbors whose B is their A.</summary>
    private sealed class Same(INeighborhood<Triple> inner) : INeighborhood<Triple>
    {
        public int Samples => inner.Samples;

        public FeatureStatistics<Triple> Statistics => inner.Statistics;

        public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors)
        {
            inner.Sample(instance, stream, neighbors);
            for (int at = 0; at < neighbors.Length; at += 3)
                neighbors[at + 1] = neighbors[at];
        }
    }
}

/// <summary>Three numbers.</summary>
[FeatureRecord]
public sealed partial record Triple(double A, double B, double C);
