using TypedExplain.Media;

namespace TypedExplain.Tests.Media;

/// <summary>Bad texts and images are turned away with their names; odd ones are explained.</summary>
public class MediaBorderTests
{
    private static readonly Lime<Review> s_words = new() { Neighborhood = MediaZoo.Words };

    [Fact]
    public void TheSchemaKnowsThem()
    {
        FeatureSchema<Listing> schema = FeatureSchema.Of<Listing>();
        Assert.Equal(["Price", "IsNew"], schema.Features.Select(feature => feature.Name));
        Assert.Equal(["Title", "Picture", "Comment", "Thumbnail"], schema.Media.Select(media => media.Name));
        Assert.Equal(new ImageShape(2, 2, 3), ListingFeatures.Thumbnail.Shape);
        Assert.True(ListingFeatures.Comment.IsText);
        Assert.Equal("what buyers say", ListingFeatures.Comment.DisplayName);
        Assert.Equal(0, FeatureSchema.Of<Review>().Columns);
    }

    [Fact]
    public void NoText() => Assert.Equal(
        "Review.Body is null; it must be a text, which may be empty.",
        Assert.Throws<InvalidFeatureException>(() => s_words.Explain(MediaZoo.Liking, new(null!))).Message);

    [Fact]
    public void AnImageOfTheWrongSize() => Assert.Equal(
        "Photo.Pixels is 12 numbers; it must be an image of 4×4×1, so 16 finite numbers.",
        Assert.Throws<InvalidFeatureException>(() => new Dataset<Photo>([MediaZoo.Picture, new(new float[12])])).Message);

    [Fact]
    public void APixelThatIsNoNumber()
    {
        float[] pixels = MediaZoo.Picture.Pixels.ToArray();
        pixels[6] = float.NaN;
        Assert.Equal(
            "Photo.Pixels is NaN in row 1, column 2; it must be an image of 4×4×1, so 16 finite numbers.",
            Assert.Throws<InvalidFeatureException>(() => new Lime<Photo> { Neighborhood = MediaZoo.Blocks }.Explain(MediaZoo.Brightness, new(pixels))).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  .,! ")]
    public void ATextWithoutWords(string text)
    {
        Explanation<Review> explanation = s_words.Explain(MediaZoo.Liking, new(text));
        Assert.Equal(0, explanation.Attribution.Body.Count);
        Assert.Equal(0.5, explanation.LocalPrediction);
        Assert.True(explanation.Caveats.HasFlag(Caveats.ConstantModel));
    }

    [Fact]
    public void ATextOfOneWord()
    {
        Explanation<Review> explanation = new Lime<Review> { Neighborhood = MediaZoo.Words with { Text = new MaskedText { Width = 1000 } }, Ridge = 0 }.Explain(MediaZoo.Liking, new("great"));
        Assert.Equal(3, explanation.Attribution.Body[0].Effect, 1e-9);
    }

    [Theory]
    [InlineData("caf\u00e9 \ud83d\ude00 na\u0131ve \ud835\udcd0\ud835\udcd1 end")]
    [InlineData("e\u0301te\u0301 no\u0308el \u0939\u093f\u0928\u094d\u0926\u0940")]
    public void OffsetsFitSurrogatePairsAndCombiningMarks(string text)
    {
        TextAttribution words = s_words.Explain(Model.From<Review>(review => review.Body.Length), new(text)).Attribution.Body;
        Assert.True(words.Count > 1);
        Assert.All(words.Words, word => Assert.All(word.Spans, span => Assert.Equal(word.Word, text.Substring(span.Start, span.Length))));
    }

    [Fact]
    public void AnUnvaryingWidth() => Assert.Equal(
        "Width of the masked text is 0; it must be above 0.",
        Assert.Throws<InvalidOptionException>(() => new Lime<Review> { Neighborhood = MediaZoo.Words with { Text = new MaskedText { Width = 0 } } }.Explain(MediaZoo.Liking, MediaZoo.Sentence)).Message);

    [Fact]
    public void MethodsForTablesSaySo()
    {
        Dataset<Listing> offers = new([MediaZoo.Offer, MediaZoo.Offer with { Price = 3 }, MediaZoo.Offer with { IsNew = false }]);
        const string end = " is for tables, and Listing.Title is a text. LIME, S-LIME, LINEX and MeLIME explain texts and images, of any model of records.";
        Assert.Equal("KernelSHAP" + end, Assert.Throws<InvalidOptionException>(() => new KernelShap<Listing> { Background = offers }.Explain(MediaZoo.Worth, MediaZoo.Offer)).Message);
        Assert.Equal("MAPLE" + end, Assert.Throws<InvalidOptionException>(() => new Maple<Listing> { Background = offers }.Fit(MediaZoo.Worth)).Message);
        Assert.Equal("A random forest" + end, Assert.Throws<InvalidOptionException>(() => new RandomForest<Listing>().Train(offers.WithTarget([1.0, 2, 3]))).Message);
    }

    [Fact]
    public void BytesComeBackAsTheyWere()
    {
        Dataset<Listing> offers = new([MediaZoo.Offer]);
        Listing? seen = null;
        _ = new Lime<Listing> { Neighborhood = MediaZoo.All }.Explain(Model.From<Listing>(offer => Keep(offer)), MediaZoo.Offer);
        Assert.Same(MediaZoo.Offer, seen);
        Assert.Equal(1, Model.FromBatch<Listing>(rows => [.. rows.Select(row => ReferenceEquals(row, MediaZoo.Offer) ? 1.0 : 0)]).Predict(offers[0]));

        double Keep(Listing offer)
        {
            seen ??= offer;
            Assert.All(offer.Thumbnail.ToArray().Zip(MediaZoo.Offer.Thumbnail.ToArray()), pair => Assert.True(pair.First == pair.Second || pair.First == 0));
            return offer.Price;
        }
    }

    [Fact]
    public void AModelOfRowsIsToldWhy()
    {
        IModel<Listing> model = Model.FromRows<Listing>((rows, scores) => scores.Fill(0));
        Assert.Equal(0, model.Predict(MediaZoo.Offer));
        Assert.Contains("no columns", Assert.Throws<ArgumentException>(() => new EncodedRows<Review>([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongText()
    {
        string text = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"w{i % 40}"));
        Assert.True(text.Length > 700_000);
        TextAttribution words = new Lime<Review> { Neighborhood = MediaZoo.Words with { Samples = 50 } }.Explain(Model.From<Review>(review => review.Body.Length), new(text)).Attribution.Body;
        Assert.Equal(40, words.Count);
        Assert.Equal(5000, words[0].Spans.Length);
    }
}
