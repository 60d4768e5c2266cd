using System.Text.Json;
using TypedExplain.Media;
using TypedExplain.Tests.Media;

namespace TypedExplain.Tests.Json;

/// <summary>Texts and images in JSON: words with their offsets, segments, and the way back.</summary>
public class MediaJsonTests
{
    [Fact]
    public void Words_come_back()
    {
        foreach (TextMode mode in Enum.GetValues<TextMode>())
        {
            MediaNeighborhood<Review> words = MediaZoo.Words with { Text = new MaskedText { Mode = mode, Tokenizer = new WordTokenizer { MinimumLength = 2 } } };
            Explanation<Review> explanation = new Linex<Review> { Neighborhood = words, Redraws = 1 }.Explain(MediaZoo.Liking, MediaZoo.Sentence);
            Explanation<Review> read = Explanation<Review>.FromJson(explanation.ToJson());

            Answers.Equal(explanation, read, MediaZoo.Sentence, new("A dull film."), new(""));
            Assert.Equal(explanation.Attribution.Body.Words.Select(word => (word.Word, word.Effect, string.Join(" ", word.Spans))), read.Attribution.Body.Words.Select(word => (word.Word, word.Effect, string.Join(" ", word.Spans))));
            Assert.Equal(MediaZoo.Sentence, read.Instance);
        }
    }

    [Fact]
    public void Offsets_are_those_of_the_text()
    {
        Explanation<Review> explanation = new Lime<Review> { Neighborhood = MediaZoo.Words }.Explain(MediaZoo.Liking, MediaZoo.Sentence);
        JsonElement great = JsonDocument.Parse(explanation.ToJson()).RootElement.GetProperty("media")[0].GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("word").GetString() == "great");

        Assert.Equal(2, great.GetProperty("spans").GetArrayLength());
        Assert.All(great.GetProperty("spans").EnumerateArray(), span => Assert.Equal("great", MediaZoo.Sentence.Body.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32())));
    }

    [Fact]
    public void Segments_come_back()
    {
        Explanation<Photo> explanation = new Lime<Photo> { Neighborhood = MediaZoo.Blocks }.Explain(MediaZoo.Brightness, MediaZoo.Picture);
        Explanation<Photo> read = Explanation<Photo>.FromJson(explanation.ToJson());

        Answers.Equal(explanation, read, MediaZoo.Picture, new(new float[16]));
        Assert.Equal(explanation.Attribution.Pixels.Segments!.Labels.AsEnumerable(), read.Attribution.Pixels.Segments!.Labels);
        Assert.Equal(explanation.Attribution.Pixels.PerPixel(), read.Attribution.Pixels.PerPixel());
        Assert.Equal(MediaZoo.Picture.Pixels.ToArray(), read.Instance.Pixels.ToArray());
    }

    [Fact]
    public void Tables_texts_and_images_come_back_together()
    {
        foreach (LinearExplainer<Listing> explainer in (LinearExplainer<Listing>[])[new Lime<Listing> { Neighborhood = MediaZoo.All }, new SmoothedLime<Listing> { Neighborhood = MediaZoo.All, Environments = 3 }])
        {
            Explanation<Listing> explanation = explainer.Explain(MediaZoo.Worth, MediaZoo.Offer);

            Answers.Equal(explanation, Explanation<Listing>.FromJson(explanation.ToJson()), MediaZoo.Offer, MediaZoo.Offer with { Title = "a bike", Price = 50 });
        }
    }

    /// <summary>A tokenizer of the user's own is told by its name: the text's own words are known, those of another text are not.</summary>
    [Fact]
    public void Words_of_an_unknown_tokenizer_stay()
    {
        MediaNeighborhood<Review> words = MediaZoo.Words with { Text = new MaskedText { Tokenizer = new Letters() } };
        Explanation<Review> explanation = new Lime<Review> { Neighborhood = words }.Explain(MediaZoo.Liking, new("a film"));
        Explanation<Review> read = Explanation<Review>.FromJson(explanation.ToJson());

        Answers.Equal(explanation, read, new Review("a film"));
        Assert.Equal(
            "The explanation was read from JSON, and its texts were divided by TypedExplain.Tests.Json.MediaJsonTests+Letters, which is not a tokenizer of this library: of another text its words are not known.",
            Assert.Throws<InvalidOptionException>(() => read.Predict(new Review("film a"))).Message);
    }

    /// <summary>Half of a pair has no JSON: the text is refused rather than written as another.</summary>
    [Fact]
    public void Half_of_a_pair_is_refused()
    {
        Explanation<Review> explanation = new Lime<Review> { Neighborhood = MediaZoo.Words }.Explain(MediaZoo.Liking, new("a film \ud800 x"));

        Assert.Contains("half of a surrogate pair", Assert.Throws<InvalidJsonException>(() => explanation.ToJson()).Message, StringComparison.Ordinal);
    }

    private sealed class Letters : ITokenizer
    {
        public bool TryNext(ReadOnlySpan<char> text, int from, out TokenSpan token)
        {
            token = new(from, 1);
            return from < text.Length;
        }
    }
}
