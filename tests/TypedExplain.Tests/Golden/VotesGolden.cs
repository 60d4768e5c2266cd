using System.Text.Json;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;
using TypedExplain.Surrogates.Inference;
using TypedExplain.Surrogates.Votes;

namespace TypedExplain.Tests.Golden;

/// <summary>LINEX's game without dice: the weighted lasso of section 4.5c, with the data's own noise as penalties.</summary>
[Trait("Category", "Golden")]
public class VotesGolden
{
    [GoldenTheory("votes")]
    [MemberData(nameof(GoldenFiles.Cases), "votes", "cases", MemberType = typeof(GoldenFiles))]
    public void WeightedLassoOfTheVotes(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("votes", file, "cases", index);
        double[][] z = golden.Matrix("z");
        double[] y = golden.Vector("y"), weights = golden.Vector("weights");
        bool arePaired = golden.GetProperty("pairs").GetBoolean();
        int[] order = arePaired ? Neighbors(z.Length) : [.. Enumerable.Range(0, z.Length)];
        int features = z[0].Length, stride = Moments.Stride(features + 2);
        double[] table = new double[z.Length * stride], ordered = [.. order.Select(row => weights[row])], moments = new double[stride * stride];
        for (int row = 0; row < z.Length; row++)
        {
            z[order[row]].CopyTo(table, row * stride);
            (table[(row * stride) + features], table[(row * stride) + features + 1]) = (y[order[row]], 1);
        }

        Moments.Of(table, stride, ordered, moments);
        NormalEquations equations = NormalEquations.From(moments, features, true, new double[NormalEquations.MemoryFor(features)]);
        double[] slopes = new double[features];
        WeightedSamples samples = new() { Table = table, Columns = features, Weights = ordered, ArePaired = arePaired };
        Convergence convergence = VoteFit.Solve(equations, samples, [.. Enumerable.Range(0, features)], golden.Number("ridge_alpha"), golden.Number("c_k"), slopes);

        JsonElement expected = golden.GetProperty("expected");
        Tolerance tolerance = new(root.GetProperty("tolerance").Number("abs"), root.GetProperty("tolerance").Number("rel"));
        Assert.Equal(SolveStatus.Converged, convergence.Status);
        tolerance.Check(expected.Vector("slopes"), slopes, "slopes");
        tolerance.Check([expected.Number("intercept")], [equations.Intercept(slopes)], "intercept");
    }

    /// <summary>Pairs side by side: in the file the mirror of row i is row i + n/2.</summary>
    private static int[] Neighbors(int rows) => [0, .. Enumerable.Range(1, (rows - 1) / 2).SelectMany(row => new[] { row, row + ((rows - 1) / 2) })];
}
