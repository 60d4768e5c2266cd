using System.Globalization;
using System.Text;

namespace Papers;

/// <summary>Charts side by side under one legend.</summary>
/// <param name="Title">What stands above all.</param>
/// <param name="Charts">The charts, row after row.</param>
public sealed record ChartSheet(string Title, IReadOnlyList<LineChart> Charts)
{
    // Okabe and Ito's colors, which the color-blind tell apart too.
    private static readonly string[] s_colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#7F7F7F"];

    /// <summary>How many charts stand side by side.</summary>
    public int Columns { get; init; } = 3;

    /// <summary>The width of one chart with its labels.</summary>
    public int Width { get; init; } = 290;

    /// <summary>Its height.</summary>
    public int Height { get; init; } = 230;

    /// <summary>The picture.</summary>
    public string ToSvg()
    {
        int columns = Math.Min(Columns, Charts.Count), rows = (Charts.Count + columns - 1) / columns, width = (columns * Width) + 10;
        string[] names = [.. Charts.SelectMany(chart => chart.Lines).Select(line => line.Name).Distinct()];
        StringBuilder body = new();
        int top = 30;
        top = Legend(body, names, width, top) + 8;
        for (int i = 0; i < Charts.Count; i++)
            Draw(body, Charts[i], names, 5 + (i % columns * Width), top + (i / columns * Height));
        int height = top + (rows * Height) + 5;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11" role="img">
            <title>{Escape(Title)}</title>
            <rect width="{width}" height="{height}" fill="white"/>
            <text x="{width / 2}" y="20" text-anchor="middle" font-size="13">{Escape(Title)}</text>
            {body.ToString().TrimEnd()}
            </svg>

            """.ReplaceLineEndings("\n");
    }

    private int Legend(StringBuilder body, string[] names, int width, int top)
    {
        double x = 12;
        int y = top + 10;
        foreach (string name in names)
        {
            double length = 34 + (6.2 * name.Length);
            if (x + length > width && x > 12)
                (x, y) = (12, y + 18);
            ChartLine line = Charts.SelectMany(chart => chart.Lines).First(line => line.Name == name);
            if (line.IsJoined)
                Add(body, $"<path d=\"M{x:0.#} {y}h20\" stroke=\"{Color(names, name)}\" stroke-width=\"1.8\"{Dashes(line)}/>");
            if (line.HasMarks)
                Add(body, $"<circle cx=\"{x + 10:0.#}\" cy=\"{y}\" r=\"3\" fill=\"{Color(names, name)}\"/>");
            Add(body, $"<text x=\"{x + 25:0.#}\" y=\"{y + 4}\">{Escape(name)}</text>");
            x += length + 12;
        }

        return y + 6;
    }

    private void Draw(StringBuilder body, LineChart chart, string[] names, double left, double top)
    {
        double x0 = left + 56, x1 = left + Width - 10, y0 = top + Height - 42, y1 = top + 24;
        IEnumerable<ChartPoint> points = chart.Lines.SelectMany(line => line.Points).Where(IsFinite);
        ChartAxis across = new(points.Select(point => point.X), chart.IsLogAcross);
        ChartAxis up = new(points.SelectMany(point => (double[])[point.Y, point.Y - point.Error, point.Y + point.Error]), chart.IsLogUp);
        Add(body, $"<text x=\"{(x0 + x1) / 2:0.#}\" y=\"{top + 14:0.#}\" text-anchor=\"middle\" font-size=\"12\">{Escape(chart.Title)}</text>");
        foreach ((double value, string text) in across.Marks())
        {
            double x = x0 + (across.Place(value) * (x1 - x0));
            Add(body, $"<path d=\"M{x:0.#} {y0:0.#}v4\" stroke=\"#444\"/><text x=\"{x:0.#}\" y=\"{y0 + 16:0.#}\" text-anchor=\"middle\" fill=\"#444\">{text}</text>");
        }

        foreach ((double value, string text) in up.Marks())
        {
            double y = y0 + (up.Place(value) * (y1 - y0));
            Add(body, $"<path d=\"M{x0:0.#} {y:0.#}H{x1:0.#}\" stroke=\"#e4e4e4\"/><text x=\"{x0 - 5:0.#}\" y=\"{y + 4:0.#}\" text-anchor=\"end\" fill=\"#444\">{text}</text>");
        }

        Add(body, $"<path d=\"M{x0:0.#} {y1:0.#}V{y0:0.#}H{x1:0.#}\" fill=\"none\" stroke=\"#444\"/>");
        Add(body, $"<text x=\"{(x0 + x1) / 2:0.#}\" y=\"{y0 + 32:0.#}\" text-anchor=\"middle\">{Escape(chart.Across)}</text>");
        Add(body, $"<text transform=\"translate({left + 11:0.#} {(y0 + y1) / 2:0.#}) rotate(-90)\" text-anchor=\"middle\">{Escape(chart.Up)}</text>");
        foreach (ChartLine line in chart.Lines)
        {
            (double X, double Y, ChartPoint Point)[] places =
                [.. line.Points.Where(IsFinite).Select(point => (x0 + (across.Place(point.X) * (x1 - x0)), y0 + (up.Place(point.Y) * (y1 - y0)), point)).Where(place => double.IsFinite(place.Item1 + place.Item2))];
            string color = Color(names, line.Name);
            if (line.IsJoined && places.Length > 1)
                Add(body, $"<polyline points=\"{string.Join(' ', places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X:0.#},{place.Y:0.#}")))}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"1.8\"{Dashes(line)}/>");
            foreach ((double x, double y, ChartPoint point) in line.HasMarks ? places : [])
            {
                if (point.Error > 0)
                {
                    double high = Bound(up.Place(point.Y + point.Error)), low = Bound(up.Place(point.Y - point.Error));
                    Add(body, $"<path d=\"M{x:0.#} {high:0.#}V{low:0.#}M{x - 3:0.#} {high:0.#}h6M{x - 3:0.#} {low:0.#}h6\" stroke=\"{color}\"/>");
                }

                Add(body, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\" fill=\"{color}\"><title>{Escape(line.Name)}: {point.X:G4}, {point.Y:G4}{(point.Error > 0 ? $" ± {point.Error.ToString("G3", CultureInfo.InvariantCulture)}" : "")}</title></circle>");
            }
        }

        double Bound(double place) => y0 + ((double.IsNaN(place) ? 0 : Math.Clamp(place, 0, 1)) * (y1 - y0));
    }

    private static bool IsFinite(ChartPoint point) => double.IsFinite(point.X) && double.IsFinite(point.Y) && double.IsFinite(point.Error);

    private static string Color(string[] names, string name) => s_colors[Array.IndexOf(names, name) % s_colors.Length];

    private static string Dashes(ChartLine line) => line.IsDashed ? " stroke-dasharray=\"5 4\"" : "";

    private static void Add(StringBuilder body, FormattableString element) => body.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
