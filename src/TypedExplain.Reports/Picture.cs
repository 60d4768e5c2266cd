using System.Collections.Immutable;
using System.Text;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Tables;

namespace TypedExplain.Reports;

/// <summary>
/// A picture as data: what it shows, in words and in a table, apart from how it is drawn. Immutable. It is made from results,
/// by the <c>Of</c> methods of each picture, and knows nothing of what made them.
/// </summary>
public abstract class Picture
{
    /// <summary>The width of pictures for a large screen and for paper, and for a small screen, in pixels.</summary>
    internal const int Wide = 720, Narrow = 340;

    private readonly Lazy<PictureTable> _table;

    private protected Picture(string title, ImmutableArray<string> notes)
    {
        (Title, Notes) = (title, notes);
        _table = new(MakeTable);
    }

    /// <summary>What the picture is of, in one line.</summary>
    public string Title { get; }

    /// <summary>What it shows, in words: the text alternative of the drawing.</summary>
    public abstract string Summary { get; }

    /// <summary>What a reader must know beside it: caveats, and what was left out.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>All numbers that are drawn.</summary>
    public PictureTable Table => _table.Value;

    /// <summary>The picture as a file of its own: SVG without script or anything from elsewhere, for light and dark screens, with its words.</summary>
    /// <param name="width">How wide it is, in pixels; below 520 it is laid out for a small screen.</param>
    /// <exception cref="InvalidOptionException">The width is not from 240 to 4,000.</exception>
    public string ToSvg([OptionRange(AtLeast = 240, AtMost = 4_000)] int width = Wide) => width is >= 240 and <= 4_000
        ? Chart.ToSvg(width, Title, Summary, isAlone: true)
        : throw new InvalidOptionException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"width is {width}; it must be from 240 to 4000 pixels."));

    /// <summary>
    /// The picture as a figure of HTML with its title, its notes and its table, to stand in a page. It brings its style sheet with it and
    /// needs nothing else: no script, and nothing from elsewhere.
    /// </summary>
    public string ToHtml()
    {
        StringBuilder html = new();
        html.Append("<style>\n").Append(FigureHtml.Style).Append("</style>\n");
        FigureHtml.Write(html, this, level: 2);
        return html.ToString();
    }

    /// <summary>The picture's data, title, words and notes as JSON, with a Vega-Lite specification of the same chart beside them.</summary>
    public string ToJson() => ResultDocument.Write("picture", json =>
    {
        json.WriteText("picture", Kind);
        json.WriteText("title", Title);
        json.WriteText("summary", Summary);
        json.WriteStartArray("notes");
        foreach (string note in Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        TableJson.Write(json, Table);
        json.WritePropertyName("vegaLite");
        Chart.WriteVega(json, Title, Summary);
    });

    /// <summary>Title, words, table and notes.</summary>
    public override string ToString() => $"{Title}\n{Summary}\n{Table}{string.Concat(Notes.Select(note => $"! {note}\n"))}";

    /// <summary>What kind of picture it is, for JSON.</summary>
    internal abstract string Kind { get; }

    /// <summary>What is drawn.</summary>
    internal abstract Chart Chart { get; }

    private protected abstract PictureTable MakeTable();
}
