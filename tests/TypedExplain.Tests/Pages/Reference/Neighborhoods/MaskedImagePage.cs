using TypedExplain.Media;
using TypedExplain.Tests.Media;

namespace TypedExplain.Tests.Pages.Reference.Neighborhoods;

internal static class MaskedImagePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // Bright at the top left counts for it, bright at the bottom right against it.
        IModel<Photo> model = Model.From<Photo>(photo => (2 * photo.Pixels.Span[0]) - photo.Pixels.Span[15]);
        Photo photo = new(Enumerable.Range(1, 16).Select(i => i / 16f).ToArray());
        Linex<Photo> linex = new()
        {
            Neighborhood = new MediaNeighborhood<Photo>
            {
                Samples = 200,
                Image = new MaskedImage { Segmentation = new GridSegmentation { BlockSize = 2 }, Fill = Fill.Constant(0) },
            },
            Seed = 7,
        };

        Explanation<Photo> explanation = linex.Explain(model, photo);
        console.WriteLine(explanation);
        double[] pixels = explanation.Attribution.Pixels.PerPixel();
        console.WriteLine($"top left {pixels[0]:F3}, bottom right {pixels[15]:F3}");
        // </page>
    }
}
