using TypedExplain.Media;

namespace TypedExplain.Tests.Media;

/// <summary>Neighbors of a text by words of similar meaning.</summary>
public class RealTextTests
{
    // Two groups of words that point the same way, and one word alone.
    private static readonly Word2Vec s_words = new(
        ["good", "great", "fine", "bad", "dull", "film"],
        [1, 0.1f, 0, 0.9f, 0.1f, 0, 0.8f, 0.2f, 0, 0, 1, 0.1f, 0.1f, 0.9f, 0, 0, 0, 1]);

    private static readonly HashSet<string> s_kind = ["good", "great", "fine"];

    [Fact]
    public void WordsAreReplacedByThoseWithinTheRadius()
    {
        HashSet<string> first = [], second = [];
        IModel<Review> model = Model.From<Review>(review => Note(review, first, second));
        Explanation<Review> explanation = new Lime<Review> { Neighborhood = Around(new() { Words = s_words, Radius = 0.1 }) }.Explain(model, new("good dull unknown"));
        Assert.Equal(s_kind, first.ToHashSet());
        Assert.Equal(["bad", "dull"], second.Order());

        // A word without a vector stays, and has no effect.
        Assert.Equal(["good", "dull", "unknown"], explanation.Attribution.Body.Words.Select(word => word.Word));
        Assert.Equal(0, explanation.Attribution.Body[2].Effect);
    }

    [Fact]
    public void WhereNoneIsWithinTheRadiusTheNearestAreTaken()
    {
        HashSet<string> first = [];
        _ = new Lime<Review> { Neighborhood = Around(new() { Words = s_words, Radius = 0.01 }) }.Explain(Model.From<Review>(review => Note(review, first, [])), new("film dull"));
        Assert.Equal(6, first.Count);
    }

    [Fact]
    public void RankedReplacesOneWordPerNeighbor()
    {
        List<string> texts = [];
        _ = new Lime<Review> { Neighborhood = Around(new() { Words = s_words, Ranked = true }) with { Samples = 12 } }.Explain(Model.From<Review>(review => Keep(texts, review)), new("good dull"));
        Assert.Equal(["good dull", "great dull", "good bad", "fine dull", "good fine"], texts.Take(5));

        // Five other words each, then none are left.
        Assert.Equal("good dull", texts[11]);
    }

    [Fact]
    public void AModelOfWordsGetsItsOwnWeightsBack()
    {
        IModel<Review> model = Model.From<Review>(review => (review.Body.StartsWith("good", StringComparison.Ordinal) ? 2 : 0) + (review.Body.EndsWith("dull", StringComparison.Ordinal) ? -1 : 0));
        foreach (bool ranked in new[] { false, true })
        {
            TextAttribution words = new Lime<Review> { Neighborhood = Around(new() { Words = s_words, Ranked = ranked, Radius = 0.1 }) with { Samples = ranked ? 11 : 400 }, Ridge = 0 }.Explain(model, new("good film dull")).Attribution.Body;
            Assert.Equal(2, words[0].Effect, ranked ? 1e-9 : 0.6);
            Assert.Equal(0, words[1].Effect, ranked ? 1e-9 : 0.3);
            Assert.Equal(-1, words[2].Effect, ranked ? 1e-9 : 0.4);
        }
    }

    [Fact]
    public void ABadRadius() => Assert.Equal(
        "The distance of similar words is 3; it must be from 0 to 2, as 1 − cosine is.",
        Assert.Throws<InvalidOptionException>(() => new Lime<Review> { Neighborhood = Around(new() { Words = s_words, Radius = 3 }) }.Explain(MediaZoo.Liking, new("good"))).Message);

    private static MediaNeighborhood<Review> Around(Word2VecNeighborhood words) => new() { Samples = 200, Text = words };

    private static double Note(Review review, HashSet<string> first, HashSet<string> second)
    {
        string[] words = review.Body.Split(' ');
        first.Add(words[0]);
        second.Add(words[1]);
        return words[0].Length;
    }

    private static double Keep(List<string> texts, Review review)
    {
        texts.Add(review.Body);
        return review.Body.Length;
    }
}
