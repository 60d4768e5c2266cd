using TypedExplain.Media;

namespace TypedExplain.Tests.Media;

/// <summary>Records with texts and images, and models of them that are linear in words, segments and numbers.</summary>
internal static class MediaZoo
{
    public static MediaNeighborhood<Review> Words { get; } = new() { Samples = 300, Text = new MaskedText() };

    public static MediaNeighborhood<Photo> Blocks { get; } = new() { Samples = 300, Image = new MaskedImage { Segmentation = new GridSegmentation { BlockSize = 2 }, Fill = Fill.Constant(0) } };

    public static MediaNeighborhood<Listing> All { get; } = new()
    {
        Samples = 900,
        Text = new MaskedText { Width = 1000 },
        Image = new MaskedImage { Segmentation = new GridSegmentation { BlockSize = 2 }, Fill = Fill.Constant(0), Width = 100 },
    };

    public static Review Sentence { get; } = new("A great film, a great cast: not one dull scene.");

    public static Photo Picture { get; } = new(Enumerable.Range(0, 16).Select(i => ((i * 7 % 16) + 1) / 16f).ToArray());

    public static Listing Offer { get; } = new(
        40,
        "red bike",
        Enumerable.Range(0, 16).Select(i => ((i * 5 % 16) + 1) / 16f).ToArray(),
        true,
        "nearly new",
        Enumerable.Range(0, 12).Select(i => (byte)(20 * (i + 1))).ToArray());

    public static IModel<Review> Liking { get; } = Model.From<Review>(review => 0.5 + (3 * Has(review.Body, "great")) - (2 * Has(review.Body, "dull")) + Has(review.Body, "film"));

    public static IModel<Photo> Brightness { get; } = Model.From<Photo>(photo => 2 * photo.Pixels.Span[0] - photo.Pixels.Span[15]);

    public static IModel<Listing> Worth { get; } = Model.From<Listing>(offer =>
        (0.1 * offer.Price) + (2 * Has(offer.Title, "bike")) + offer.Picture.Span[0] + (offer.IsNew ? 4 : 0) - Has(offer.Comment, "nearly") + (offer.Thumbnail.Span[0] / 255.0));

    /// <summary>1 where a text has a word.</summary>
    public static double Has(string text, string word) => new TokenizedText(text).Words.Contains(word) ? 1 : 0;
}
