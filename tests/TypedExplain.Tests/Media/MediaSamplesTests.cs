using TypedExplain.Generated;

namespace TypedExplain.Tests.Media;

/// <summary>What becomes of texts and images where neighborhoods are enlarged, kept, weighed or written as bytes.</summary>
public class MediaSamplesTests
{
    private static readonly Melime<Review> s_melime = new() { Neighborhood = MediaZoo.Words };

    [Fact]
    public void EveryByteComesBack()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        MediaValues values = new(1);
        values.Set(0, new ReadOnlyMemory<byte>(bytes));
        Assert.Equal(bytes, values.Bytes(0).ToArray());

        // A number between two bytes, such as a segment's mean, goes to the nearer one.
        values.Set(0, new ReadOnlyMemory<float>([0.3015f, 1.2f, -0.1f]));
        Assert.Equal([77, 255, 0], values.Bytes(0).ToArray());
    }

    /// <summary>An enlarged neighborhood varies texts as the small one does, and the model's answers are those for its own texts.</summary>
    [Fact]
    public void ACertifierEnlargesTheNeighborhoodOfATable()
    {
        Lime<Listing> few = new() { Neighborhood = MediaZoo.All with { Samples = 40 }, Seed = 3 };
        IModel<Listing> rough = Model.From<Listing>(offer => Math.Cos(offer.Comment.Length) + Math.Sin(offer.Title.Length));
        BestEffort<Listing> best = Assert.IsType<BestEffort<Listing>>(new Certifier<Listing> { Explainer = few, Standard = new() { MinimumFit = 0.9999999 }, MaxQueries = 600 }.Explain(rough, MediaZoo.Offer));
        Lime<Listing> many = few with { Neighborhood = MediaZoo.All with { Samples = best.Explanation.Fit!.Value.Samples } };
        Assert.True(best.Explanation.Fit.Value.Samples > 40);
        Assert.Equal(many.Explain(rough, MediaZoo.Offer).Importances(), best.Explanation.Importances());
    }

    [Fact]
    public void TheExtremesAreDifferentTexts()
    {
        NeighborExamples<Review> examples = s_melime.Explain(MediaZoo.Liking, MediaZoo.Sentence).Examples!;
        Assert.Equal(5, examples.Favorable.Length);
        Assert.Equal(5, examples.Favorable.Select(example => example.Record.Body).Distinct().Count());
        Assert.All(examples.Favorable, example => Assert.Equal(MediaZoo.Liking.Predict(example.Record), example.Prediction, 1e-12));
    }

    [Fact]
    public void WithoutAKernelAllTextsWeighTheSame() =>
        Assert.Equal(300, s_melime.Explain(MediaZoo.Liking, MediaZoo.Sentence).Fit!.Value.EffectiveSamples, 1e-6);
}
