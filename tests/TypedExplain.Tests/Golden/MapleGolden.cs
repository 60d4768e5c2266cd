using System.Text.Json;
using TypedExplain.Models.Forests;
using TypedExplain.Models.Forests.Growing;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Golden;

/// <summary>MAPLE on a forest whose leaves and roots are given.</summary>
[Trait("Category", "Golden")]
public class MapleGolden
{
    [GoldenTheory("maple")]
    [MemberData(nameof(GoldenFiles.Cases), "maple", "cases", MemberType = typeof(GoldenFiles))]
    public void ScoresAndNumberKept(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("maple", file, "cases", index);
        (double[][] validation, double[] responses) = (golden.Matrix("X_val"), golden.Vector("response_val"));
        (double[] scores, int[] order) = Ranked(golden);

        double[] answers = [.. validation.Zip(Leaves(golden.GetProperty("val_leaf_ids")), (x, leaves) => Answers(golden, order, x, leaves)).SelectMany(own => own)];
        var errors = RetainedFeatures.Errors(answers, responses);

        JsonElement expected = golden.GetProperty("expected");
        root.Tolerance().Check(expected.Vector("feature_scores"), scores, "feature score");
        Assert.Equal(expected.Integers("importance_order"), order);
        root.Tolerance().Check(expected.Vector("val_rmse_by_retained"), errors.ToArray(), "validation error");
        Assert.Equal(expected.GetProperty("retained").GetInt32(), RetainedFeatures.Count(errors));
        Assert.Equal(expected.Integers("retained_features"), order.Take(RetainedFeatures.Count(errors)).Order());
    }

    [GoldenTheory("maple")]
    [MemberData(nameof(GoldenFiles.Cases), "maple", "cases", MemberType = typeof(GoldenFiles))]
    public void Queries(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("maple", file, "cases", index);
        int[] kept = golden.GetProperty("expected").Integers("retained_features");
        foreach (JsonElement query in golden.GetProperty("queries").EnumerateArray())
        {
            double[] x = query.Vector("x");
            (double[] weights, NormalEquations equations) = Local(golden, x, query.Integers("leaf_ids"));
            double[] slopes = new double[kept.Length], all = new double[x.Length];
            NormalEquations part = equations.Restrict(kept, new double[NormalEquations.MemoryFor(kept.Length)]);
            WeightedRidge.Solve(part, golden.Number("ridge"), slopes);
            for (int i = 0; i < kept.Length; i++)
                all[kept[i]] = slopes[i];

            // Everything is measured from the query, so the fit's constant is its answer there.
            double prediction = part.Intercept(slopes);
            JsonElement expected = query.GetProperty("expected");
            root.Tolerance().Check(expected.Vector("weights"), weights, "weight");
            root.Tolerance().Check(expected.Vector("coefficients_with_intercept_first"), [prediction - VectorOps.Dot(all, x), .. all], "coefficient");
            root.Tolerance().Check(expected.Number("prediction"), prediction, "prediction");
        }
    }

    private static (double[] Scores, int[] Order) Ranked(JsonElement golden)
    {
        int features = golden.Matrix("X_train")[0].Length;
        double[] impurities = golden.Vector("root_impurity");
        double[] scores = RootImpurity.Scores(golden.Integers("root_feature").Select((column, tree) => new TreeNode
        {
            Column = column,
            Impurity = impurities[tree],
            Threshold = 0,
            Left = 1,
            Right = 2,
            Rows = 1,
            Draws = 1,
        }), features);
        int[] order = [.. Enumerable.Range(0, features)];
        Ranking.Descending(scores, order);
        return (scores, order);
    }

    /// <summary>What fits on 1, 2, … features answer at a validation row.</summary>
    private static double[] Answers(JsonElement golden, int[] order, double[] x, int[] leaves)
    {
        double[] answers = new double[order.Length];
        NestedRidge.Predict(Local(golden, x, leaves).Equations, order, golden.Number("ridge"), new double[order.Length], answers);
        return answers;
    }

    private static Weighted Local(JsonElement golden, double[] x, int[] leaves)
    {
        double[][] training = golden.Matrix("X_train");
        int[][] own = Leaves(golden.GetProperty("train_leaf_ids"));
        double[] weights = new double[training.Length];
        new LeafMembership(own.SelectMany(row => row).ToArray(), own[0].Length).Weigh(leaves, weights);

        int stride = Moments.Stride(x.Length + 2);
        double[] moments = new double[stride * stride];
        Moments.Of(Fits.Table(training, golden.Vector("response_train"), origin: x), stride, weights, moments);
        return new(weights, NormalEquations.From(moments, x.Length, intercept: true, new double[NormalEquations.MemoryFor(x.Length)]));
    }

    private static int[][] Leaves(JsonElement rows) => [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(leaf => leaf.GetInt32()).ToArray())];

    private readonly ref struct Weighted(double[] weights, NormalEquations equations)
    {
        public NormalEquations Equations { get; } = equations;

        public void Deconstruct(out double[] ofRows, out NormalEquations sums)
        {
            ofRows = weights;
            sums = Equations;
        }
    }
}
