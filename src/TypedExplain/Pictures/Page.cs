using System.Globalization;
using System.Net;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Media;

namespace TypedExplain.Pictures;

/// <summary>What pages of pictures have in common: they stand alone, and follow the reader's choice of light or dark.</summary>
internal static class Page
{
    public static void Begin(StringBuilder page, string title) => page.Append($$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Encode(title)}}</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 16px/1.7 system-ui, sans-serif; margin: 2em auto; max-width: 46em; padding: 0 1em; background: #fafafa; color: #1b1b1f; }
        .note { font-size: 0.85em; }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; }
        mark { background: var(--light); color: inherit; border-radius: 0.2em; padding: 0.05em 0.1em; }
        mark.strong { color: #fff; }
        img { image-rendering: pixelated; outline: 1px solid #8886; }
        .night { display: none; }
        @media (prefers-color-scheme: dark) {
        body { background: #18181b; color: #eaeaee; }
        mark { background: var(--dark); }
        mark.strong { color: #111; }
        .day { display: none; }
        .night { display: inline; }
        }
        </style>
        </head>
        <body>
        <h1>{{Encode(title)}}</h1>

        """.ReplaceLineEndings("\n"));

    /// <summary>Text for a page, with what a reader would not see as its code.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(VisibleText.Running(text));

    public static void End(StringBuilder page) => page.Append("</body>\n</html>\n");

    /// <summary>The color of a number from −1 to 1, as style sheets write it.</summary>
    public static string Color(DivergingColors colors, double value)
    {
        (byte red, byte green, byte blue) = colors.Of(value);
        return string.Create(CultureInfo.InvariantCulture, $"#{red:x2}{green:x2}{blue:x2}");
    }

    /// <summary>A picture as a part of the page.</summary>
    public static string Image(byte[] png, string kind, int width, int height, string alternative) => string.Create(
        CultureInfo.InvariantCulture,
        $"<img{(kind.Length > 0 ? $" class=\"{kind}\"" : "")} width=\"{width}\" height=\"{height}\" alt=\"{Encode(alternative)}\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\">");
}
