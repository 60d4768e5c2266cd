using TypedExplain.Media;
using TypedExplain.Tests.Media;

namespace TypedExplain.Tests.Pages.Reference.Neighborhoods;

internal static class MediaPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        IModel<Review> model = Model.From<Review>(review =>
            (review.Body.Contains("great") ? 3 : 0) - (review.Body.Contains("dull") ? 2 : 0));
        Linex<Review> linex = new()
        {
            Neighborhood = new MediaNeighborhood<Review> { Samples = 500, Text = new MaskedText() },
            Seed = 7,
        };

        Explanation<Review> explanation = linex.Explain(model, new("A great film, a great cast: not one dull scene."));
        foreach (WordEffect word in explanation.Attribution.Body.Ranked().Take(3))
            console.WriteLine($"{word.Word,-6} {word.Effect:+0.000;-0.000;0.000}");
        // </page>
    }
}
