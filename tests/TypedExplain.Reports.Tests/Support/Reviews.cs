using TypedExplain.Media;

namespace TypedExplain.Reports.Tests.Support;

/// <summary>A review explained word by word and segment by segment.</summary>
internal static class Reviews
{
    public static Explanation<Review> Explained()
    {
        byte[] picture = [.. Enumerable.Range(0, 36).Select(i => (byte)(i * 7))];
        Review review = new("A very good film <b>with</b> </p><script>bad</script> words & שלום עולם \"quoted\"", picture, 3);
        return new Lime<Review> { Neighborhood = new MediaNeighborhood<Review> { Samples = 200 }, Seed = 7 }.Explain(Model.From<Review>(one => (one.Words.Contains("good") ? 0.5 : 0.1) + (one.Picture.Span[35] > 100 ? 0.2 : 0)), review);
    }
}
