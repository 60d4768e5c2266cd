using System.Globalization;
using System.Text;
using TypedExplain.Reports.Drawing;
using TypedExplain.Reports.Tables;

namespace TypedExplain.Reports.Pages;

/// <summary>Writes a page section by section: landmarks and headings in order, every text escaped.</summary>
internal sealed class PageWriter
{
    private readonly StringBuilder _html = new();
    private readonly List<Picture> _pictures = [];
    private readonly string _title;
    private int _sections;
    private bool _isOpen;

    /// <summary>Begins a page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="lines">What stands below it.</param>
    public PageWriter(string title, IEnumerable<string> lines)
    {
        _title = title;
        _html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
            .Append(Svg.Escape(TableHtml.Cut(title))).Append("</title>\n<style>\n").Append(PageStyle.Sheet).Append(FigureHtml.Style).Append("</style>\n</head>\n<body>\n<header>\n<h1>").Append(TableHtml.Text(title)).Append("</h1>\n");
        foreach (string line in lines)
            _html.Append("<p class=\"te-line\">").Append(TableHtml.Text(line)).Append("</p>\n");
        _html.Append("</header>\n<main>\n");
    }

    /// <summary>Begins a section.</summary>
    public void Section(string title)
    {
        EndSection();
        _sections++;
        _isOpen = true;
        _html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"section-{_sections}\">\n<h2 id=\"section-{_sections}\">{TableHtml.Text(title)}</h2>\n");
    }

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text, string? look = null)
    {
        if (text.Length > 0)
            _html.Append(look is null ? "<p>" : $"<p class=\"{look}\">").Append(LongText(text)).Append("</p>\n");
    }

    /// <summary>A list.</summary>
    /// <param name="items">Its items.</param>
    /// <param name="isOrdered">Whether their order says something.</param>
    public void List(IEnumerable<string> items, bool isOrdered)
    {
        _html.Append(isOrdered ? "<ol>\n" : "<ul>\n");
        foreach (string item in items)
            _html.Append("<li>").Append(LongText(item)).Append("</li>\n");
        _html.Append(isOrdered ? "</ol>\n" : "</ul>\n");
    }

    /// <summary>A picture with its table.</summary>
    public void Figure(Picture picture)
    {
        FigureHtml.Write(_html, picture, level: 3);
        _pictures.Add(picture);
    }

    /// <summary>A table that no picture goes with.</summary>
    public void Table(PictureTable table, string caption) => TableHtml.Write(_html, table, caption);

    /// <summary>A part that is HTML already.</summary>
    public void Html(string html) => _html.Append(html);

    /// <summary>Ends the page.</summary>
    /// <param name="footer">What stands below all.</param>
    public ReportPage End(string footer)
    {
        EndSection();
        _html.Append("</main>\n<footer><p class=\"te-line\">").Append(TableHtml.Text(footer)).Append("</p></footer>\n</body>\n</html>\n");
        return new(_title, _html.ToString(), [.. _pictures]);
    }

    private void EndSection()
    {
        if (_isOpen)
            _html.Append("</section>\n");
        _isOpen = false;
    }

    /// <summary>A sentence of any length.</summary>
    private static string LongText(string text) => TableHtml.Text(text, TableHtml.LongestSentence);
}
