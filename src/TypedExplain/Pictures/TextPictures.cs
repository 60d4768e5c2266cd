using System.Globalization;
using System.Text;
using TypedExplain.Pictures;

namespace TypedExplain.Media;

/// <summary>Explained texts as pages that a person can look at.</summary>
public static class TextPictures
{
    /// <summary>
    /// The text with its words on colors: orange for those that speak for the output, blue for those against it, the stronger
    /// the effect the fuller. A page of HTML without scripts or other files, for light and dark screens; each word tells its
    /// effect in words too.
    /// </summary>
    /// <param name="attribution">The explained text.</param>
    /// <param name="title">The page's title; null for a plain one.</param>
    /// <exception cref="InvalidOperationException">The text is protected.</exception>
    public static string ToHtml(this TextAttribution attribution, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        attribution.RequireShown();
        StringBuilder page = new();
        Page.Begin(page, title ?? "Which words speak for it");
        page.Append("<p class=\"text\">").Append(ToHtmlFragment(attribution)).Append("</p>\n");
        string strongest = string.Join(", ", attribution.Ranked().Where(word => word.Effect != 0).Take(5));
        page.Append("<p class=\"note\">Orange speaks for the output, blue against it. Strongest: ")
            .Append(Page.Encode(strongest.Length == 0 ? "no word has an effect" : strongest)).Append(".</p>\n");
        Page.End(page);
        return page.ToString();
    }

    /// <summary>Just the words on their colors, to stand in a page with the style sheet of <see cref="ToHtml"/>.</summary>
    /// <param name="attribution">The explained text.</param>
    internal static string ToHtmlFragment(TextAttribution attribution)
    {
        (TokenSpan Span, double Effect)[] tokens = [.. attribution.Words.SelectMany(word => word.Spans.Select(span => (span, word.Effect))).OrderBy(token => token.span.Start)];
        double largest = tokens.Length == 0 ? 0 : tokens.Max(token => Math.Abs(token.Effect));
        StringBuilder html = new();
        int from = 0;
        foreach ((TokenSpan span, double effect) in tokens)
        {
            html.Append(Page.Encode(attribution.Text[from..span.Start]));
            string word = Page.Encode(attribution.Text.Substring(span.Start, span.Length));
            double share = largest > 0 ? effect / largest : 0;
            if (share == 0)
                html.Append(word);
            else
                html.Append(CultureInfo.InvariantCulture, $"<mark style=\"--light:{Page.Color(DivergingColors.Light, share)};--dark:{Page.Color(DivergingColors.Dark, share)}\"{(Math.Abs(share) > 0.6 ? " class=\"strong\"" : "")} title=\"{effect:+0.000;-0.000}\">{word}</mark>");
            from = span.End;
        }

        return html.Append(Page.Encode(attribution.Text[from..])).ToString();
    }
}
