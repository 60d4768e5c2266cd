using System.Globalization;
using System.Net;
using System.Text;
using TypedExplain.Errors;

namespace TypedExplain.Reports.Drawing;

/// <summary>Writes the elements of a picture: coordinates in pixels, looks by the classes of <see cref="Looks"/>, every text escaped.</summary>
/// <param name="svg">Where the elements go.</param>
internal sealed class Svg(StringBuilder svg)
{
    /// <summary>The size of letters in a picture, in pixels; small ones are for values and axes.</summary>
    public const double Letters = 13, SmallLetters = 12;

    private const double Edge = 4;

    /// <summary>A text as content of an element or an attribute: what cannot be seen or turns the order of letters is written as its code.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(VisibleText.Name(text));

    public void Rectangle(string look, double x, double y, double width, double height, string? told = null) =>
        Element("rect", told, $"""class="{look}" x="{x:0.##}" y="{y:0.##}" width="{Math.Max(width, 0):0.##}" height="{Math.Max(height, 0):0.##}" """);

    public void Line(string look, double x1, double y1, double x2, double y2) =>
        Element("line", null, $"""class="{look}" x1="{x1:0.##}" y1="{y1:0.##}" x2="{x2:0.##}" y2="{y2:0.##}" """);

    public void Path(string look, string data) => Element("path", null, $"""class="{look}" d="{data}" """);

    /// <summary>A mark at a point, told from what is behind it by its edge: 0 a disc, 1 a square, 2 a diamond, 3 a triangle, 4 a ring, and so again.</summary>
    public void Mark(string look, int shape, double x, double y, double radius, string? told = null)
    {
        double r = radius;
        look += " te-dot";
        switch (shape % 5)
        {
            case 0:
                Element("circle", told, $"""class="{look}" cx="{x:0.##}" cy="{y:0.##}" r="{r:0.##}" """);
                break;
            case 1:
                Rectangle(look, x - (0.88 * r), y - (0.88 * r), 1.76 * r, 1.76 * r, told);
                break;
            case 2:
                Element("path", told, $"""class="{look}" d="M{x:0.##} {y - (1.25 * r):0.##}l{1.25 * r:0.##} {1.25 * r:0.##}l{-1.25 * r:0.##} {1.25 * r:0.##}l{-1.25 * r:0.##} {-1.25 * r:0.##}z" """);
                break;
            case 3:
                Element("path", told, $"""class="{look}" d="M{x:0.##} {y - (1.2 * r):0.##}l{1.15 * r:0.##} {2.1 * r:0.##}h{-2.3 * r:0.##}z" """);
                break;
            default:
                // What is behind a ring would hide it.
                Element("circle", null, $"""class="te-halo" cx="{x:0.##}" cy="{y:0.##}" r="{0.9 * r:0.##}" """);
                Element("circle", told, $"""class="{look} te-hollow" cx="{x:0.##}" cy="{y:0.##}" r="{0.9 * r:0.##}" """);
                break;
        }
    }

    /// <summary>A text in one line, cut where it does not fit.</summary>
    /// <param name="look">Classes; te-small for small letters.</param>
    /// <param name="text">The text.</param>
    /// <param name="x">Where its <paramref name="anchor"/> stands.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="room">The room in pixels.</param>
    public void Text(string look, string text, double x, double y, string anchor = "start", double room = double.PositiveInfinity)
    {
        double size = look.Contains("te-small", StringComparison.Ordinal) ? SmallLetters : Letters;
        string visible = VisibleText.Name(text), shown = double.IsInfinity(room) ? visible : TextWidth.Fit(visible, room / size);
        if (shown.Length == 0)
            return;
        svg.Append(CultureInfo.InvariantCulture, $"""<text class="{look}" x="{x:0.##}" y="{y:0.##}"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}>{WebUtility.HtmlEncode(shown)}</text>""").Append('\n');
    }

    /// <summary>A small text around a center, moved as far as it must be to stand between 0 and a width, and cut where it cannot.</summary>
    public void Centered(string text, double center, double y, double width)
    {
        double room = width - (2 * Edge), half = Math.Min(TextWidth.Of(VisibleText.Name(text)) * SmallLetters, room) / 2;
        Text("te-small te-quiet", text, Math.Clamp(center, Edge + half, width - Edge - half), y, "middle", room);
    }

    /// <summary>A text along the vertical axis, read from below.</summary>
    public void Upward(string look, string text, double x, double y, double room) => svg
        .Append(CultureInfo.InvariantCulture, $"""<text class="{look}" text-anchor="middle" transform="translate({x:0.##} {y:0.##}) rotate(-90)">{WebUtility.HtmlEncode(TextWidth.Fit(VisibleText.Name(text), room / SmallLetters))}</text>""").Append('\n');

    private void Element(string name, string? told, FormattableString attributes)
    {
        svg.Append('<').Append(name).Append(' ').Append(attributes.ToString(CultureInfo.InvariantCulture).TrimEnd());
        if (told is null)
            svg.Append("/>\n");
        else
            svg.Append("><title>").Append(Escape(told)).Append("</title></").Append(name).Append(">\n");
    }
}
