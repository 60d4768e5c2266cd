using System.Text.Json;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;
using TypedExplain.Surrogates.Game;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class LinexGolden
{
    private const double Tight = 1e-12;

    [GoldenTheory("linex")]
    [MemberData(nameof(GoldenFiles.Cases), "linex", "cases", MemberType = typeof(GoldenFiles))]
    public void EquilibriumSum(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("linex", file, "cases", index);
        EnvironmentGame game = Game(golden);
        double[] sum = new double[game.Size];

        Convergence convergence = Equilibrium.Solve(game, Tight, sum);

        JsonElement expected = golden.GetProperty("expected");
        Assert.Equal(SolveStatus.Converged, convergence.Status);
        Assert.InRange(convergence.Residual, 0, 1e-6);
        Sums(root).Check(expected.Vector("sum"), sum, "sum");
        if (expected.TryGetProperty("closed_form", out JsonElement closedForm))
            Sums(root).Check(closedForm.Vector(), sum, "closed form");
        if (expected.TryGetProperty("theorem", out JsonElement theorem))
            Sums(root).Check(theorem.Vector(), sum, "theorem 1");
    }

    [GoldenTheory("linex")]
    [MemberData(nameof(GoldenFiles.Cases), "linex", "cases", MemberType = typeof(GoldenFiles))]
    public void PublishedProtocol(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("linex", file, "cases", index);
        EnvironmentGame game = Game(golden);
        double[] strategies = new double[game.Players * game.Size], sum = new double[game.Size];

        (bool settled, _) = PlayedGame.Solve(game, Tight, strategies);
        PlayedGame.Sum(game, strategies, sum);

        JsonElement expected = golden.GetProperty("expected");
        Assert.True(settled);
        Sums(root).Check(expected.Vector("sum"), sum, "sum");
        new Tolerance(root.GetProperty("tolerance").Number("players_abs"))
            .Check(expected.Matrix("players").SelectMany(player => player).ToArray(), strategies, "player");
    }

    [GoldenTheory("linex")]
    [MemberData(nameof(GoldenFiles.Cases), "linex", "best_response", MemberType = typeof(GoldenFiles))]
    public void BestResponses(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("linex", file, "best_response", index);
        double[] gram = golden.Matrix("gram").SelectMany(row => row).ToArray(), cross = golden.Vector("cross"), others = golden.Vector("others_sum");
        double[] own = new double[cross.Length];

        BestResponse.Solve(gram, cross, others, golden.Number("gamma"), golden.Number("l1_budget"), 100_000, own);

        JsonElement expected = golden.GetProperty("expected");
        Tolerance tolerance = new(root.GetProperty("tolerance").Number("best_response_abs"));
        double[] sum = [.. own.Zip(others, (mine, theirs) => mine + theirs)];
        tolerance.Check(expected.Vector("player"), own, "player");
        tolerance.Check(expected.Vector("sum"), sum, "sum");
        tolerance.Check(expected.Number("l1"), VectorOps.SumAbs(sum), "l1");
        new Tolerance(root.GetProperty("tolerance").Number("objective_abs")).Check(expected.Number("objective"), Objective(gram, cross, sum), "objective");
    }

    [GoldenTheory("linex")]
    [MemberData(nameof(GoldenFiles.Cases), "linex", "cycling", MemberType = typeof(GoldenFiles))]
    public void GamesThatGoRoundInCircles(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("linex", file, "cycling", index);
        EnvironmentGame game = Game(golden);
        double[] sum = new double[game.Size], strategies = new double[game.Players * game.Size], played = new double[game.Size];

        Convergence convergence = Equilibrium.Solve(game, Tight, sum);
        (bool settled, _) = PlayedGame.Solve(game, Tight, strategies);
        PlayedGame.Sum(game, strategies, played);

        double[] expected = golden.GetProperty("expected").Vector("equilibrium_sum");
        Assert.Equal(SolveStatus.Converged, convergence.Status);
        Assert.True(settled);
        Sums(root).Check(expected, sum, "sum");
        Sums(root).Check(expected, played, "played sum");
    }

    [GoldenTheory("linex")]
    [MemberData(nameof(BootstrapCases))]
    public void BootstrapEnvironments(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("linex", file, "cases", index);
        double[][] x = golden.Matrix("X");
        double[] y = golden.Vector("y"), weights = golden.Vector("weights");
        using EnvironmentFits fits = Fitted(golden);
        double[] slopes = new double[fits.Size], average = new double[fits.Size];
        EnvironmentGame game = new(fits.Environments, fits.Grams, fits.Crosses, VectorOps.MaxAbs(fits.Slopes));
        Equilibrium.Solve(game, Tight, slopes);
        double intercept = fits.Intercept(slopes), averageIntercept = fits.Average(average);
        var pooled = Fits.Ridge(x, y, weights, golden.Number("ridge"));

        JsonElement expected = golden.GetProperty("expected");
        Tolerance tolerance = Sums(root);
        tolerance.Check(expected.Number("default_gamma"), game.Bound, "default γ");
        tolerance.Check(expected.Matrix("environment_solutions").SelectMany(own => own).ToArray(), fits.Slopes, "environment solution");
        tolerance.Check(expected.Number("intercept"), intercept, "intercept");
        tolerance.Check(expected.Vector("smoothed_lime_coefficients"), average, "S-LIME coefficient");
        tolerance.Check(expected.Number("smoothed_lime_intercept"), averageIntercept, "S-LIME intercept");
        tolerance.Check(expected.Vector("pooled_lime_coefficients"), pooled.Slopes, "LIME coefficient");
        tolerance.Check(expected.Number("pooled_lime_intercept"), pooled.Intercept, "LIME intercept");
        tolerance.Check(expected.Number("local_prediction"), intercept + VectorOps.Dot(slopes, x[0]), "local prediction");
    }

    /// <summary>The cases that give samples and draws rather than moments.</summary>
    public static IEnumerable<object[]> BootstrapCases() =>
        GoldenFiles.Cases("linex", "cases").Where(row =>
            GoldenFiles.Load("linex", (string)row[0], "cases", (int)row[1]).Case.GetProperty("form").GetString() == "data");

    private static Tolerance Sums(JsonElement root) => new(root.GetProperty("tolerance").Number("sum_abs"));

    private static EnvironmentGame Game(JsonElement golden)
    {
        double bound = golden.Number("gamma"), budget = golden.Number("l1_budget");
        if (golden.TryGetProperty("form", out JsonElement form) && form.GetString() == "data")
        {
            using EnvironmentFits fits = Fitted(golden);
            return new(fits.Environments, fits.Grams.ToArray(), fits.Crosses.ToArray(), bound, budget);
        }

        double[] grams = [.. golden.GetProperty("gram").EnumerateArray().SelectMany(gram => gram.EnumerateArray().SelectMany(row => row.Vector()))];
        double[] crosses = [.. golden.Matrix("cross").SelectMany(cross => cross)];
        return new(golden.GetProperty("k").GetInt32(), grams, crosses, bound, budget);
    }

    private static EnvironmentFits Fitted(JsonElement golden)
    {
        double[][] x = golden.Matrix("X");
        int[] columns = [.. Enumerable.Range(0, x[0].Length)];
        return EnvironmentFits.Of(
            golden.GetProperty("k").GetInt32(),
            Fits.Table(x, golden.Vector("y")),
            columns.Length,
            columns,
            golden.Number("ridge"),
            intercept: true,
            new Drawn([.. golden.GetProperty("bootstrap_indices").EnumerateArray().Select(drawn => drawn.EnumerateArray().Select(row => row.GetInt32()).ToArray())], golden.Vector("weights")));
    }

    private static double Objective(double[] gram, double[] cross, double[] sum)
    {
        double value = 0;
        for (int i = 0; i < sum.Length; i++)
            value += sum[i] * (VectorOps.Dot(gram.AsSpan(i * sum.Length, sum.Length), sum) - (2 * cross[i]));
        return value;
    }

    private readonly struct Drawn(int[][] indices, double[] sampleWeights) : IEnvironmentWeights
    {
        public void Of(int environment, Span<double> weights)
        {
            weights.Clear();
            foreach (int row in indices[environment])
                weights[row] += sampleWeights[row];
        }
    }
}
