using System.Globalization;
using System.Text;
using TypedExplain.Pictures;
using TypedExplain.Schema.Values;

namespace TypedExplain.Media;

/// <summary>Explained images as pictures and pages that a person can look at.</summary>
public static class ImagePictures
{
    /// <summary>How large a page shows the longer side of an image, in pixels.</summary>
    private const int Shown = 280;

    /// <summary>The effects as a PNG of the image's size: orange where they speak for the output, blue against it.</summary>
    /// <param name="attribution">The explained image.</param>
    /// <param name="colors">The colors; <see cref="DivergingColors.Light"/> where none are given.</param>
    /// <exception cref="InvalidOperationException">The image is protected.</exception>
    public static byte[] ToPng(this ImageAttribution attribution, DivergingColors? colors = null)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        attribution.RequireShown();
        byte[] pixels = new byte[3 * attribution.Shape.Pixels];
        (colors ?? DivergingColors.Light).Paint(attribution.PerPixel(), pixels);
        return Png.Encode(pixels, new ImageShape(attribution.Shape.Height, attribution.Shape.Width, 3));
    }

    /// <summary>
    /// The image beside its effects: a page of HTML without scripts or other files, for light and dark screens, with the
    /// pictures told in words too.
    /// </summary>
    /// <param name="attribution">The explained image.</param>
    /// <param name="title">The page's title; null for a plain one.</param>
    /// <exception cref="InvalidOperationException">The image is protected.</exception>
    public static string ToHtml(this ImageAttribution attribution, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        attribution.RequireShown();
        ImageShape shape = attribution.Shape;
        double scale = Math.Max(1, (double)Shown / Math.Max(shape.Height, shape.Width));
        int width = (int)Math.Round(shape.Width * scale), height = (int)Math.Round(shape.Height * scale);
        string words = InWords(attribution);
        StringBuilder page = new();
        Page.Begin(page, title ?? "Which parts of the image speak for it");
        page.Append("<p>").Append(Page.Image(Own(attribution), "", width, height, "The image itself.")).Append('\n')
            .Append(Page.Image(attribution.ToPng(DivergingColors.Light), "day", width, height, words)).Append('\n')
            .Append(Page.Image(attribution.ToPng(DivergingColors.Dark), "night", width, height, words)).Append("</p>\n")
            .Append("<p class=\"note\">Orange speaks for the output, blue against it. ").Append(words).Append("</p>\n");
        Page.End(page);
        return page.ToString();
    }

    /// <summary>The image itself as a PNG; of two channels or more than four, the first only.</summary>
    internal static byte[] Own(ImageAttribution attribution)
    {
        ImageShape shape = attribution.Shape;
        if (shape.Channels is 1 or 3 or 4)
            return Png.Encode(attribution.Image.Span, shape);
        float[] first = new float[shape.Pixels];
        for (int i = 0; i < first.Length; i++)
            first[i] = attribution.Image.Span[i * shape.Channels];
        return Png.Encode(first, shape with { Channels = 1 });
    }

    /// <summary>Where effects are, for those who do not see the picture.</summary>
    internal static string InWords(ImageAttribution attribution)
    {
        double[] map = attribution.PerPixel();
        int most = 0, least = 0;
        for (int i = 0; i < map.Length; i++)
        {
            most = map[i] > map[most] ? i : most;
            least = map[i] < map[least] ? i : least;
        }

        int width = attribution.Shape.Width;
        return map[most] <= 0 && map[least] >= 0
            ? "No part has an effect."
            : string.Create(CultureInfo.InvariantCulture, $"{Of("The strongest effect for it", most, map[most] > 0)}{Of("The strongest against it", least, map[least] < 0)}").Trim();

        string Of(string what, int pixel, bool isThere) => isThere
            ? string.Create(CultureInfo.InvariantCulture, $"{what} is {NumberText.Signed(map[pixel], CultureInfo.InvariantCulture)} at row {pixel / width}, column {pixel % width}. ")
            : "";
    }
}
