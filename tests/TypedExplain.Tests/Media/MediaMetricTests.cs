using TypedExplain.Media;

namespace TypedExplain.Tests.Media;

/// <summary>Metrics of explanations of texts and images: by word, and by number of the image.</summary>
public class MediaMetricTests
{
    private static readonly Dataset<Review> s_reviews = new Dataset<Review>(
    [
        new("great film"), new("great cast"), new("dull film"), new("dull scene"), new("a film"),
    ]).WithTarget([1.0, 1, 0, 0, 1]);

    [Fact]
    public void ALinearModelOfWordsIsExplainedWithoutError()
    {
        Lime<Review> lime = new() { Neighborhood = MediaZoo.Words with { Text = new MaskedText { Width = 1000 } }, Ridge = 0 };
        ExplainedRows<Review> rows = ExplainedRows<Review>.Of(lime, MediaZoo.Liking, s_reviews, neighbors: 2);
        Assert.Equal(0, new Infidelity<Review>().Evaluate(rows).Mean, 1e-9);

        // "dull film" differs from "great film", "dull scene" and "a film" by two words each; of equally near ones the first.
        Assert.Equal([0, 3], rows.Neighbors(2).ToArray());

        // The words a neighbor lacks are unknown to it: "great film" says 0.5 + 1 of "dull film", which is −0.5.
        Assert.Equal(0.5 + 1, rows.Surrogate(0, 2), 1e-9);

        // Vocabulary great film cast dull scene a: (3, 1, 0, 0, 0, 0) and (0, 1, 0, −2, 0, 0) differ by 5 in all, the latter and (0, 0, 0, −2, 0, 0) by 1.
        Assert.Equal(6, rows.Effects(0).Length);
        Score sum = new CoefficientInconsistency<Review> { SumOverFeatures = true }.Evaluate(rows);
        Score mean = new CoefficientInconsistency<Review>().Evaluate(rows);
        Assert.Equal(sum.Mean, 6 * mean.Mean, 1e-9);
        Assert.Equal((5 + 1) / 2.0, sum.Values[2], 1e-6);
    }

    [Fact]
    public void ImagesAreComparedByTheirNumbers()
    {
        float[] bright = MediaZoo.Picture.Pixels.ToArray();
        bright[15] = 1;
        Dataset<Photo> photos = new([MediaZoo.Picture, new(bright), new(new float[16])]);
        Lime<Photo> lime = new() { Neighborhood = MediaZoo.Blocks, Ridge = 0 };
        ExplainedRows<Photo> rows = ExplainedRows<Photo>.Of(lime, MediaZoo.Brightness, photos, neighbors: 1);
        Assert.Equal([1], rows.Neighbors(0).ToArray());
        Assert.Equal(16, rows.Effects(0).Length);
        Assert.Equal(photos[0].Pixels.Span[3], rows.Inputs(0)[3]);

        // Three of four segments are the same, the last one counts as hidden.
        Assert.Equal(2 * bright[0], rows.Surrogate(0, 1), 1e-9);
    }

    [Fact]
    public void BaselinesHaveWordsAndPixels()
    {
        MetricTable<Review> table = MetricTable<Review>.Of(
            [new Linex<Review> { Neighborhood = MediaZoo.Words }],
            [new Infidelity<Review>(), new CoefficientInconsistency<Review>(), new Unidirectionality<Review>()],
            MediaZoo.Liking,
            s_reviews,
            neighbors: 2);
        Assert.Equal(["LINEX", "trivial", "random"], table.Explainers.Select(explainer => explainer.Name));
        Assert.Equal(0, table[1][0].Mean, 1e-12);

        Photo photo = MediaZoo.Picture;
        Explanation<Photo> trivial = new TrivialExplainer<Photo> { Background = new([photo]) }.Explain(MediaZoo.Brightness, photo);
        double squares = photo.Pixels.ToArray().Sum(pixel => (double)pixel * pixel);
        Assert.Equal(MediaZoo.Brightness.Predict(photo) * photo.Pixels.Span[4] / squares, trivial.Attribution.Pixels.Effects[4], 1e-12);
    }

    [Fact]
    public void FreshPerturbationsAreForTables() => Assert.StartsWith(
        "A metric of fresh perturbations is for tables",
        Assert.Throws<InvalidOptionException>(() => new NeighborhoodFidelity<Review> { Neighborhood = MediaZoo.Words }.Evaluate(new Lime<Review> { Neighborhood = MediaZoo.Words }, MediaZoo.Liking, s_reviews)).Message);
}
