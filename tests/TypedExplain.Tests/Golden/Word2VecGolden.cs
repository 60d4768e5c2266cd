using System.Text.Json;
using TypedExplain.Numerics;
using TypedExplain.Text.Vectors;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class Word2VecGolden
{
    private const string Fixture = "word2vec";

    [GoldenTheory(Fixture)]
    [MemberData(nameof(GoldenFiles.Cases), Fixture, "cases", MemberType = typeof(GoldenFiles))]
    public void LossAndGradients(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load(Fixture, file, "cases", index);
        JsonElement expected = golden.GetProperty("expected");
        double[][] contexts = golden.Matrix("context_vectors"), targets = [golden.Vector("target_output_vector"), .. golden.Matrix("negative_output_vectors")];
        int dimensions = contexts[0].Length, words = Math.Max(contexts.Length, targets.Length);
        NegativeSampling<double> sampling = new(words, NumberOps.Stride<double>(dimensions), targets.Length);

        double loss = sampling.Predict(Table(contexts), Table(targets), [.. Enumerable.Range(0, contexts.Length)], [.. Enumerable.Range(0, targets.Length)], 1.0 / contexts.Length);

        Tolerance tolerance = root.Tolerance();
        tolerance.Check(expected.Number("loss"), loss, "loss");
        double[][] slopes = expected.Matrix("grad_context"), outputSlopes = [expected.Vector("grad_target"), .. expected.Matrix("grad_negative")];
        for (int i = 0; i < slopes.Length; i++)
            tolerance.Check(slopes[i], sampling.Inputs.Of(i)[..dimensions], $"context {i}");
        for (int i = 0; i < outputSlopes.Length; i++)
            tolerance.Check(outputSlopes[i], sampling.Outputs.Of(i)[..dimensions], $"target {i}");
    }

    [GoldenTheory(Fixture)]
    [MemberData(nameof(GoldenFiles.Cases), Fixture, "cases", MemberType = typeof(GoldenFiles))]
    public void CosinesAndRanks(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load(Fixture, file, "cases", index);
        double[][] embeddings = golden.Matrix("embeddings");
        WordVectors<double> vectors = new(embeddings[0].Length, Table(embeddings));
        int query = golden.GetProperty("query").GetInt32();

        double[] cosines = [.. Enumerable.Range(0, vectors.Count).Select(row => vectors.Similarity(query, row))];

        root.Tolerance().Check(golden.Vector("expected_cosine"), cosines, "cosine");
        root.Tolerance().Check(golden.Vector("expected_shifted_cosine"), [.. cosines.Select(cosine => (1 + cosine) / 2)], "shifted cosine");
        Assert.Equal(golden.Integers("expected_rank_excluding_query"), SimilarityRanking.First(cosines, query, cosines.Length));
        Assert.Equal(golden.Integers("expected_rank_excluding_query"), SimilarityRanking.AtLeast(cosines, query, -1));
        Assert.Equal(golden.Integers("expected_rank_excluding_query")[..2], SimilarityRanking.First(cosines, query, 2));
    }

    private static double[] Table(double[][] rows)
    {
        int stride = NumberOps.Stride<double>(rows[0].Length);
        double[] table = new double[rows.Length * stride];
        for (int i = 0; i < rows.Length; i++)
            rows[i].CopyTo(table, i * stride);
        return table;
    }
}
