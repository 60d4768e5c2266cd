using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>What can be drawn: it knows numbers and texts, and nothing of explainers.</summary>
internal abstract class Chart
{
    /// <summary>Below this width a chart is drawn for a small screen.</summary>
    private const double Small = 520;

    /// <summary>A picture of a width, as an element that can stand in a page with the looks of <see cref="Looks"/>.</summary>
    /// <param name="width">The width in pixels.</param>
    /// <param name="title">What the picture is of.</param>
    /// <param name="summary">The same picture in words.</param>
    /// <param name="isAlone">Whether it is a file of its own, which brings its looks with it.</param>
    /// <param name="classes">More classes of the element.</param>
    public string ToSvg(double width, string title, string summary, bool isAlone, string classes = "")
    {
        StringBuilder inner = new();
        double height = Draw(new Svg(inner), width, width < Small);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg{(isAlone ? " xmlns=\"http://www.w3.org/2000/svg\"" : "")} class="te-svg{(classes.Length > 0 ? " " + classes : "")}" viewBox="0 0 {width:0.##} {height:0.##}" width="{width:0.##}" height="{height:0.##}" role="img" aria-label="{Svg.Escape(title + ": " + summary)}">""").Append('\n');
        if (isAlone)
        {
            svg.Append("<title>").Append(Svg.Escape(title)).Append("</title>\n<desc>").Append(Svg.Escape(summary)).Append("</desc>\n<style>\n")
                .Append(Looks.Colors(".te-svg")).Append(Looks.Parts).Append("</style>\n")
                .Append(CultureInfo.InvariantCulture, $"""<rect width="{width:0.##}" height="{height:0.##}" style="fill:var(--te-page)"/>""").Append('\n');
        }

        return svg.Append(inner).Append("</svg>\n").ToString();
    }

    /// <summary>The same chart as a specification of Vega-Lite.</summary>
    public abstract void WriteVega(Utf8JsonWriter json, string title, string summary);

    /// <summary>Draws and tells the height.</summary>
    protected abstract double Draw(Svg svg, double width, bool isSmall);
}
