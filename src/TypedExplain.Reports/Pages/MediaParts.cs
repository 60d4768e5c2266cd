using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Media;
using TypedExplain.Reports.Drawing;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports.Pages;

/// <summary>Texts and images in a page: words on their colors, images beside their effects, each with a table.</summary>
internal static class MediaParts
{
    private const int MostParts = 20, Shown = 280;

    /// <summary>A section for each text and image that was varied.</summary>
    public static void Write<T>(PageWriter page, Explanation<T> explanation, PictureOptions options)
        where T : IFeatureRecord<T>
    {
        for (int i = 0; i < explanation.Attribution.Media.Length; i++)
        {
            string name = T.Schema.Media[i].DisplayName;
            page.Section(name);
            if (T.Schema.Media[i].IsProtected)
            {
                page.Paragraph("protected");
                continue;
            }

            if (explanation.Attribution.Media[i] is TextAttribution text)
                Text(page, text, name, options);
            else
                Image(page, (ImageAttribution)explanation.Attribution.Media[i], name, options);
        }
    }

    private static void Text(PageWriter page, TextAttribution text, string name, PictureOptions options)
    {
        page.Html($"<p class=\"te-text\"><bdi>{TextPictures.ToHtmlFragment(text)}</bdi></p>\n");
        WordEffect[] words = [.. text.Ranked().Where(word => word.Effect != 0)];
        page.Paragraph("Orange speaks for the output, blue against it" + (words.Length == 0 ? "; no word has an effect." : words.Length > MostParts ? string.Create(CultureInfo.InvariantCulture, $"; the table has the strongest {MostParts} of {words.Length} {Noun.Of(words.Length, "word")}.") : "."));
        if (words.Length > 0)
            page.Table(PictureTable.Of(["word", "effect"], words.Take(MostParts).Select(word => (PictureCell[])[new(word.Word), new(NumberText.Signed(word.Effect, options.Provider), word.Effect)])), $"Words of {name}");
    }

    private static void Image(PageWriter page, ImageAttribution image, string name, PictureOptions options)
    {
        double scale = Math.Max(1, (double)Shown / Math.Max(image.Shape.Height, image.Shape.Width));
        int width = (int)Math.Round(image.Shape.Width * scale), height = (int)Math.Round(image.Shape.Height * scale);
        string words = ImagePictures.InWords(image);
        StringBuilder html = new("<p>");
        foreach ((byte[] png, string look, string told) in (ReadOnlySpan<(byte[], string, string)>)[(ImagePictures.Own(image), "te-image", $"{name}: the image itself."), (image.ToPng(DivergingColors.Light), "te-image te-day", words), (image.ToPng(DivergingColors.Dark), "te-image te-night", words)])
            html.Append(CultureInfo.InvariantCulture, $"<img class=\"{look}\" width=\"{width}\" height=\"{height}\" alt=\"{Svg.Escape(told)}\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\">\n");
        page.Html(html.Append("</p>\n").ToString());
        page.Paragraph("Orange speaks for the output, blue against it. " + words);
        (double Effect, int Part)[] strongest = [.. image.Effects.ToArray().Select((effect, part) => (effect, part)).Where(part => part.effect != 0).OrderByDescending(part => Math.Abs(part.effect)).Take(MostParts)];
        if (strongest.Length > 0)
            page.Table(PictureTable.Of([image.Segments is null ? "number" : "segment", "effect"], strongest.Select(part => (PictureCell[])[new(part.Part.ToString(CultureInfo.InvariantCulture)), new(NumberText.Signed(part.Effect, options.Provider), part.Effect)])), $"Strongest parts of {name}");
    }
}
