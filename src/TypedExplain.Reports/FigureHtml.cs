using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Reports.Drawing;
using TypedExplain.Reports.Tables;

namespace TypedExplain.Reports;

/// <summary>A picture in a page: its title, the drawing for large and for small screens, notes, and the table behind it.</summary>
internal static class FigureHtml
{
    /// <summary>The style sheet of figures.</summary>
    public static string Style { get; } = Looks.Colors(":root") + Looks.Parts + """
        .te-block{margin:0 0 2rem}
        .te-figure{margin:0;break-inside:avoid}
        .te-figure figcaption{margin:.25rem 0}
        .te-svg{display:block;max-width:100%;height:auto}
        .te-narrow{display:none}
        .te-notes{margin:.5rem 0;padding:0 0 0 1.2rem}
        .te-block summary{cursor:pointer;padding:.25rem 0}
        .te-scroll{overflow-x:auto}
        .te-table{border-collapse:collapse;font-size:.875rem}
        .te-table caption{text-align:start;padding:.25rem 0;color:var(--te-quiet)}
        .te-table th,.te-table td{text-align:start;padding:.2rem .6rem;border-bottom:1px solid var(--te-grid);vertical-align:top;overflow-wrap:break-word;font-weight:400}
        .te-table .te-long{overflow-wrap:anywhere;min-width:12rem}
        .te-table thead th{font-weight:600;border-bottom-color:var(--te-rule)}
        .te-table .te-right{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
        @media screen and (max-width:760px){.te-wide{display:none}.te-narrow{display:block}}
        @media print{.te-block details::details-content{content-visibility:visible;block-size:auto;overflow:visible}.te-block summary{display:none}.te-scroll{overflow:visible}.te-table{font-size:.75rem}.te-table .te-right{white-space:normal}.te-table th,.te-table td{padding:.15rem .4rem}.te-table .te-long{min-width:8rem}.te-figure figcaption{break-after:avoid}}

        """.ReplaceLineEndings("\n");

    /// <summary>Writes a figure.</summary>
    /// <param name="html">Where it goes.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="level">The level of its heading.</param>
    public static void Write(StringBuilder html, Picture picture, int level)
    {
        html.Append("<div class=\"te-block\">\n<figure class=\"te-figure\">\n<figcaption><h").Append(level).Append('>').Append(TableHtml.Text(picture.Title)).Append("</h").Append(level).Append("></figcaption>\n")
            .Append(picture.Chart.ToSvg(Picture.Wide, picture.Title, picture.Summary, isAlone: false, "te-wide"))
            .Append(picture.Chart.ToSvg(Picture.Narrow, picture.Title, picture.Summary, isAlone: false, "te-narrow"))
            .Append("</figure>\n");
        Notes(html, picture.Notes);
        html.Append(CultureInfo.InvariantCulture, $"<details><summary>The numbers ({picture.Table.Rows.Length} {Noun.Of(picture.Table.Rows.Length, "row")})</summary>\n");
        TableHtml.Write(html, picture.Table, picture.Title);
        html.Append("</details>\n</div>\n");
    }

    /// <summary>Writes sentences as a list; nothing where there are none.</summary>
    public static void Notes(StringBuilder html, IReadOnlyCollection<string> notes)
    {
        if (notes.Count == 0)
            return;
        html.Append("<ul class=\"te-notes\">\n");
        foreach (string note in notes)
            html.Append("<li>").Append(TableHtml.Text(note, TableHtml.LongestSentence)).Append("</li>\n");
        html.Append("</ul>\n");
    }
}
