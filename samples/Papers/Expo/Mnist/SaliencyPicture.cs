using System.Globalization;
using System.Text;
using TypedExplain.Media;

namespace Papers.Expo;

/// <summary>Digits and their saliency maps, side by side: of the image and of the same image with its pixels moved a little.</summary>
public static class SaliencyPicture
{
    private const int Side = 84, Gap = 6, Left = 10, Top = 54;

    private static readonly string[] s_headings = ["image", "None", "None, moved", "STABILITY", "STABILITY, moved"];

    public static string Of(double[] without, double[] with)
    {
        int width = Left + (s_headings.Length * (Side + Gap)) + 4, height = Top + (MnistNetwork.Shown.Count * (Side + Gap)) + 4;
        StringBuilder svg = new();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="10" role="img">""");
        Line(svg, $"<title>Saliency of digits with and without STABILITY</title>");
        Line(svg, $"""<rect width="{width}" height="{height}" fill="white"/>""");
        Line(svg, $"""<text x="{width / 2}" y="18" text-anchor="middle" font-size="12">What moves the largest logit: orange up, blue down</text>""");
        for (int column = 0; column < s_headings.Length; column++)
            Line(svg, $"""<text x="{X(column) + (Side / 2)}" y="{Top - 8}" text-anchor="middle">{s_headings[column]}</text>""");
        for (int digit = 0; digit < MnistNetwork.Shown.Count; digit++)
        {
            Image(svg, 0, digit, Gray(MnistNetwork.Picture(without, digit, 0)));
            foreach ((int first, double[] network) in new[] { (1, without), (3, with) })
            {
                // Both maps of a network by one scale, so that what is lost between them shows.
                double[] own = MnistNetwork.Picture(network, digit, 1), moved = MnistNetwork.Picture(network, digit, 2);
                double limit = own.Concat(moved).Max(Math.Abs);
                Image(svg, first, digit, Colors(own, limit));
                Image(svg, first + 1, digit, Colors(moved, limit));
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static byte[] Gray(double[] image) => Png.Encode([.. image.Select(pixel => (float)(1 - pixel))], new ImageShape(DigitData.Size, DigitData.Size, 1));

    private static byte[] Colors(double[] map, double limit)
    {
        byte[] colors = new byte[3 * map.Length];
        DivergingColors.Light.Paint(map, colors, limit > 0 ? limit : null);
        return Png.Encode(colors, new ImageShape(DigitData.Size, DigitData.Size, 3));
    }

    private static void Image(StringBuilder svg, int column, int row, byte[] png) =>
        Line(svg, $"""<image x="{X(column)}" y="{Top + (row * (Side + Gap))}" width="{Side}" height="{Side}" style="image-rendering:pixelated" href="data:image/png;base64,{Convert.ToBase64String(png)}"/>""");

    private static int X(int column) => Left + (column * (Side + Gap));

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
