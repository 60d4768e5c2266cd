using System.Globalization;
using System.Text;

namespace Papers;

/// <summary>Flowers by two of their measurements, each with the inconsistency of its explanation as a color, one panel per method.</summary>
public static class InconsistencyMap
{
    private const int Side = 260, Gap = 20, Left = 50, Top = 60;

    /// <summary>The picture.</summary>
    /// <param name="title">What stands above.</param>
    /// <param name="flowers">The flowers.</param>
    /// <param name="panels">The methods with a value for each flower.</param>
    public static string ToSvg(string title, IReadOnlyList<Flower> flowers, IReadOnlyList<(string Method, double[] Values)> panels)
    {
        double[] all = [.. panels.SelectMany(panel => panel.Values)];
        double largest = all.Order().ElementAt((int)(0.98 * (all.Length - 1)));
        int width = Left + (panels.Count * (Side + Gap)) + 70, height = Top + Side + 60;
        ChartAxis across = new(flowers.Select(flower => flower.PetalLength), isLog: false), up = new(flowers.Select(flower => flower.PetalWidth), isLog: false);
        StringBuilder body = new();
        for (int i = 0; i < panels.Count; i++)
        {
            double x0 = Left + (i * (Side + Gap)), y0 = Top + Side;
            Add(body, $"<rect x=\"{x0:0.#}\" y=\"{Top}\" width=\"{Side}\" height=\"{Side}\" fill=\"#f7f7f7\" stroke=\"#444\"/>");
            Add(body, $"<text x=\"{x0 + (Side / 2.0):0.#}\" y=\"{Top - 8}\" text-anchor=\"middle\" font-size=\"12\">{panels[i].Method}</text>");
            foreach ((double value, string text) in across.Marks())
                Add(body, $"<text x=\"{x0 + (across.Place(value) * Side):0.#}\" y=\"{y0 + 15:0.#}\" text-anchor=\"middle\" fill=\"#444\">{text}</text>");
            foreach ((double value, string text) in up.Marks().Where(_ => i == 0))
                Add(body, $"<text x=\"{x0 - 5:0.#}\" y=\"{y0 - (up.Place(value) * Side) + 4:0.#}\" text-anchor=\"end\" fill=\"#444\">{text}</text>");
            foreach ((Flower flower, double value) in flowers.Zip(panels[i].Values).OrderBy(pair => pair.Second))
                Add(body, $"<circle cx=\"{x0 + (across.Place(flower.PetalLength) * Side):0.#}\" cy=\"{y0 - (up.Place(flower.PetalWidth) * Side):0.#}\" r=\"4.5\" fill=\"{Color(value / largest)}\" stroke=\"#555\" stroke-width=\"0.5\"><title>{value:G3}</title></circle>");
            Add(body, $"<text x=\"{x0 + (Side / 2.0):0.#}\" y=\"{y0 + 34:0.#}\" text-anchor=\"middle\">petal length, cm</text>");
        }

        Add(body, $"<text transform=\"translate(16 {Top + (Side / 2)}) rotate(-90)\" text-anchor=\"middle\">petal width, cm</text>");
        for (int step = 0; step <= 20; step++)
            Add(body, $"<rect x=\"{width - 62}\" y=\"{Top + Side - ((step + 1) * Side / 21.0):0.#}\" width=\"14\" height=\"{(Side / 21.0) + 0.5:0.#}\" fill=\"{Color(step / 20.0)}\"/>");
        Add(body, $"<text x=\"{width - 44}\" y=\"{Top + Side}\">0</text><text x=\"{width - 44}\" y=\"{Top + 10}\">{largest:0.###}</text><text x=\"{width - 62}\" y=\"{Top - 8}\">CI</text>");
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11" role="img">
            <title>{title}</title>
            <rect width="{width}" height="{height}" fill="white"/>
            <text x="{width / 2}" y="22" text-anchor="middle" font-size="13">{title}</text>
            {body.ToString().TrimEnd()}
            </svg>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>From white over orange to dark red.</summary>
    private static string Color(double share)
    {
        share = Math.Clamp(share, 0, 1);
        (double red, double green, double blue) = share < 0.5 ? Between((255, 255, 229), (254, 153, 41), share * 2) : Between((254, 153, 41), (128, 38, 0), (share * 2) - 1);
        return string.Create(CultureInfo.InvariantCulture, $"#{(int)red:x2}{(int)green:x2}{(int)blue:x2}");
    }

    private static (double, double, double) Between((double R, double G, double B) from, (double R, double G, double B) to, double share) =>
        (from.R + (share * (to.R - from.R)), from.G + (share * (to.G - from.G)), from.B + (share * (to.B - from.B)));

    private static void Add(StringBuilder body, FormattableString element) => body.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
