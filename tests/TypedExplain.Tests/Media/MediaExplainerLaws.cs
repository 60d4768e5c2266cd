using TypedExplain.Media;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Media;

/// <summary>What holds for every explainer of texts and images.</summary>
public class MediaExplainerLaws
{
    // LINEX is solved to a residual; the others in closed form, to 1e-12.
    private const double Exact = 1e-6;

    public static TheoryData<string> Methods => ["LIME", "S-LIME", "LINEX", "MeLIME"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void AModelOfWordsGetsItsOwnWeightsBack(string method)
    {
        Explanation<Review> explanation = Explainer(method, MediaZoo.Words).Explain(MediaZoo.Liking, MediaZoo.Sentence);
        TextAttribution words = explanation.Attribution.Body;
        Assert.Equal(["A", "great", "film", "a", "cast", "not", "one", "dull", "scene"], words.Words.Select(word => word.Word));
        double[] expected = [0, 3, 1, 0, 0, 0, 0, -2, 0];
        for (int part = 0; part < expected.Length; part++)
            Assert.Equal(expected[part], words[part].Effect, Exact);
        Assert.Equal(["great", "dull", "film"], words.Ranked().Take(3).Select(word => word.Word));
        Assert.Equal(2, words[1].Spans.Length);
        Assert.All(words[1].Spans, span => Assert.Equal("great", MediaZoo.Sentence.Body.Substring(span.Start, span.Length)));
        Assert.Equal(0.5, explanation.Intercept, Exact);
        Assert.Equal(2.5, explanation.LocalPrediction, Exact);
        Assert.Equal(1.5, explanation.Predict(new Review("Simply great, and yet so dull")), Exact);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void AModelOfSegmentsGetsItsOwnWeightsBack(string method)
    {
        Explanation<Photo> explanation = Explainer(method, MediaZoo.Blocks).Explain(MediaZoo.Brightness, MediaZoo.Picture);
        ImageAttribution image = explanation.Attribution.Pixels;
        double[] expected = [2 * MediaZoo.Picture.Pixels.Span[0], 0, 0, -MediaZoo.Picture.Pixels.Span[15]];
        for (int segment = 0; segment < expected.Length; segment++)
            Assert.Equal(expected[segment], image.Effects[segment], Exact);
        double[] pixels = image.PerPixel();
        Assert.Equal(16, pixels.Length);
        Assert.Equal(image.Effects[0], pixels[5]);
        Assert.Equal(image.Effects[3], pixels[10]);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void TableTextsAndImagesAreAttributedInOneFit(string method)
    {
        Explanation<Listing> explanation = Explainer(method, MediaZoo.All).Explain(MediaZoo.Worth, MediaZoo.Offer);
        Attribution<Listing> effects = explanation.Attribution;
        Assert.Equal(0.1, effects.Price, Exact);
        Assert.Equal(4, effects.IsNew, Exact);
        Assert.Equal(2, effects.Title.EffectOf("bike"), Exact);
        Assert.Equal(0, effects.Title.EffectOf("red"), Exact);
        Assert.Equal(-1, effects.Comment.EffectOf("nearly"), Exact);
        Assert.Equal(MediaZoo.Offer.Picture.Span[0], effects.Picture.Effects[0], Exact);
        Assert.Equal(20 / 255.0, effects.Thumbnail.Effects[0], Exact);
        Assert.Equal(MediaZoo.Worth.Predict(MediaZoo.Offer), explanation.LocalPrediction, Exact);
        Assert.Contains("what buyers say: nearly -1.000", explanation.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void TheSameBitsTwiceAndInParallel(string method)
    {
        IExplainer<Listing> explainer = Explainer(method, MediaZoo.All with { Samples = 60 });
        Listing[] offers = [.. Enumerable.Range(0, 6).Select(i => MediaZoo.Offer with { Title = $"bike {i} red", Price = 10 * i })];
        double[][] alone = [.. offers.Select(offer => explainer.Explain(MediaZoo.Worth, offer).Importances())];
        Assert.Equal(alone, explainer.ExplainMany(MediaZoo.Worth, offers, threads: 1).Results.Select(explanation => explanation.Importances()));
        Assert.Equal(alone.Reverse(), explainer.ExplainMany(MediaZoo.Worth, [.. offers.Reverse()], threads: 2).Results.Select(explanation => explanation.Importances()));
    }

    [Fact]
    public void TheTextChoosesTheDraws()
    {
        List<string> first = [], second = [];
        Lime<Review> lime = new() { Neighborhood = MediaZoo.Words };
        _ = lime.Explain(Model.From<Review>(review => Keep(first, review)), new("one two three four"));
        _ = lime.Explain(Model.From<Review>(review => Keep(second, review)), new("one two three five"));
        Assert.Equal(300, first.Count);
        Assert.Equal("one two three four", first[0]);
        Assert.NotEqual(first.Skip(1).Select(text => text.Replace("four", "five")), second.Skip(1));

        static double Keep(List<string> texts, Review review)
        {
            texts.Add(review.Body);
            return review.Body.Length;
        }
    }

    [Theory]
    [InlineData("LIME")]
    [InlineData("LINEX")]
    public void AsManyQueriesAsSamples(string method)
    {
        List<int> batches = [];
        Explanation<Listing> explanation = Explainer(method, MediaZoo.All).Explain(Counted.Of(MediaZoo.Worth, batches), MediaZoo.Offer);
        Assert.Equal([900], batches);
        Assert.Equal(900, explanation.Queries);
    }

    [Fact]
    public void ATableNeighborhoodHoldsTextsAndImages()
    {
        Explanation<Listing> explanation = new Lime<Listing> { Neighborhood = new GaussianNeighborhood<Listing>(), Ridge = 0 }.Explain(MediaZoo.Worth, MediaZoo.Offer);
        Assert.Equal(0.1, explanation.Attribution.Price, 1e-9);
        Assert.Equal(
            "Listing.Title was not varied, so it has no attribution. Explain with a MediaNeighborhood.",
            Assert.Throws<InvalidOperationException>(() => explanation.Attribution.Title).Message);
    }

    [Fact]
    public void AConsensusComparesParts()
    {
        Consensus<Review> consensus = new() { Explainers = [new Lime<Review> { Neighborhood = MediaZoo.Words }, new Linex<Review> { Neighborhood = MediaZoo.Words, Redraws = 1 }] };
        ConsensusExplanation<Review> together = consensus.Explain(MediaZoo.Liking, MediaZoo.Sentence);
        Assert.Equal(300, together.Queries);
        Assert.InRange(together.RankCorrelation, 0.5, 0.999999);
    }

    [Fact]
    public void AStandardHoldsForParts()
    {
        Linex<Review> linex = new() { Neighborhood = MediaZoo.Words with { Samples = 30 }, StandardErrors = true };
        IModel<Review> rough = Model.From<Review>(review => Math.Cos(review.Body.Length));
        Explanation<Review> explanation = linex.Explain(rough, MediaZoo.Sentence);
        Assert.False(explanation.Meets(0, maximumHalfWidth: 0.01));
        Assert.Contains(explanation.Missed(new() { MinimumFit = 0, MaximumHalfWidth = 0.01 }), missed => missed.StartsWith("the effect of a part of Body is known within ±", StringComparison.Ordinal));
    }

    private static IExplainer<T> Explainer<T>(string method, MediaNeighborhood<T> neighborhood)
        where T : IFeatureRecord<T> => method switch
        {
            "LIME" => new Lime<T> { Neighborhood = neighborhood, Ridge = 0, Seed = 3 },
            "S-LIME" => new SmoothedLime<T> { Neighborhood = neighborhood, Ridge = 0, Seed = 3 },
            "LINEX" => new Linex<T> { Neighborhood = neighborhood, Ridge = 0, Seed = 3 },
            _ => new Melime<T> { Neighborhood = neighborhood, LocalModel = new RidgeRegression { Alpha = 0 }, Seed = 3 },
        };
}
