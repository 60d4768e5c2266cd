using System.Text;
using TypedExplain.Errors;
using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Tables;

/// <summary>Writes tables as HTML: headers with their scope, texts each in a direction of their own, numbers on the right.</summary>
internal static class TableHtml
{
    /// <summary>A longer text is cut: tables are for reading, and a page has its size.</summary>
    private const int LongestText = 200;

    /// <summary>A longer word is broken rather than that a table becomes as wide as it.</summary>
    private const int LongestWord = 24;

    /// <summary>Where a sentence is cut.</summary>
    public const int LongestSentence = 2_000;

    /// <summary>The table, below a caption.</summary>
    public static void Write(StringBuilder html, PictureTable table, string caption)
    {
        html.Append("<div class=\"te-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"").Append(Svg.Escape("Table: " + Cut(caption))).Append("\"><table class=\"te-table\"><caption>").Append(Text(caption)).Append("</caption>\n<thead><tr>");
        foreach (PictureColumn column in table.Columns)
            html.Append("<th scope=\"col\"").Append(Look(column.Name, column.IsNumber)).Append('>').Append(Text(column.Name)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<PictureCell> row in table.Rows)
        {
            html.Append("<tr><th scope=\"row\"").Append(Look(row[0].Text, isNumber: false)).Append('>').Append(Text(row[0].Text)).Append("</th>");
            for (int column = 1; column < row.Count; column++)
                html.Append("<td").Append(Look(row[column].Text, table.Columns[column].IsNumber)).Append('>').Append(Text(row[column].Text)).Append("</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    /// <summary>A text of somebody, escaped, in its own direction.</summary>
    public static string Text(string text, int longest = LongestText) => text.Length == 0 ? "" : IsPlain(text) ? Svg.Escape(Cut(text, longest)) : $"<bdi>{Svg.Escape(Cut(text, longest))}</bdi>";

    /// <summary>As much of a text as a table shows.</summary>
    public static string Cut(string text, int longest = LongestText)
    {
        if (text.Length <= longest)
            return text;
        int end = longest - 1;
        while (end > 0 && char.IsLowSurrogate(text[end]))
            end--;
        return text[..end] + TextWidth.Ellipsis;
    }

    /// <summary>Numbers on the right; a word that no column could hold may be broken, any other may not.</summary>
    private static string Look(string text, bool isNumber) => (isNumber, Longest(text) > LongestWord) switch
    {
        (true, true) => " class=\"te-right te-long\"",
        (true, false) => " class=\"te-right\"",
        (false, true) => " class=\"te-long\"",
        _ => "",
    };

    private static int Longest(string text)
    {
        int longest = 0;
        foreach (Range word in text.AsSpan().Split(' '))
            longest = Math.Max(longest, word.End.GetOffset(text.Length) - word.Start.GetOffset(text.Length));
        return longest;
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~') || VisibleText.Name(text).All(letter => letter < 0x590);
}
