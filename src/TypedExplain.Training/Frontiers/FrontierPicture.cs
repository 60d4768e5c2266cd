using System.Globalization;
using System.Net;
using System.Text;
using TypedExplain.Numerics;

namespace TypedExplain.Training.Frontiers;

/// <summary>Draws a frontier as SVG.</summary>
internal static class FrontierPicture
{
    private const int Width = 640, Height = 400, Left = 80, Right = 150, Top = 30, Bottom = 50;

    private static readonly string[] s_colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

    public static string Of<T>(Frontier<T> frontier)
        where T : IFeatureRecord<T>
    {
        double[] errors = [.. frontier.Points.Select(point => point.Error)];
        double[][] fidelities = [.. Enumerable.Range(0, frontier.Explainers.Length).Select(i => frontier.Points.Select(point => Log(point.Qualities[i].NeighborhoodFidelity)).ToArray())];
        (double low, double high) = Ends(errors);
        (double bottom, double top) = Ends([.. fidelities.SelectMany(own => own)]);
        StringBuilder svg = new();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12" role="img">""");
        Line(svg, $"<title>Error against neighborhood fidelity, by the weight of the regularizer</title>");
        Line(svg, $"""<rect width="{Width}" height="{Height}" fill="white"/>""");
        Line(svg, $"""<path d="M{Left} {Top}V{Height - Bottom}H{Width - Right}" fill="none" stroke="black"/>""");
        foreach (double share in new[] { 0, 0.5, 1 })
        {
            double x = X(low + (share * (high - low))), y = Y(bottom + (share * (top - bottom)));
            Line(svg, $"""<text x="{x:F1}" y="{Height - Bottom + 18}" text-anchor="middle">{low + (share * (high - low)):G3}</text>""");
            Line(svg, $"""<text x="{Left - 6}" y="{y + 4:F1}" text-anchor="end">{VectorMath.Exp(bottom + (share * (top - bottom))):G2}</text>""");
        }

        Line(svg, $"""<text x="{(Left + Width - Right) / 2}" y="{Height - 10}" text-anchor="middle">error on test rows</text>""");
        Line(svg, $"""<text transform="translate(16 {(Top + Height - Bottom) / 2}) rotate(-90)" text-anchor="middle">NF (logarithmic; lower is better)</text>""");
        for (int i = 0; i < frontier.Explainers.Length; i++)
            Explainer(svg, frontier, i, errors, fidelities[i]);
        return svg.Append("</svg>\n").ToString();

        double X(double error) => Left + ((error - low) / (high - low) * (Width - Left - Right));

        double Y(double log) => Height - Bottom - ((log - bottom) / (top - bottom) * (Height - Top - Bottom));

        void Explainer(StringBuilder to, Frontier<T> of, int explainer, double[] across, double[] upwards)
        {
            string color = s_colors[explainer % s_colors.Length];
            int[] drawn = [.. Enumerable.Range(0, across.Length).Where(point => double.IsFinite(across[point]) && double.IsFinite(upwards[point]))];
            Line(to, $"""<polyline points="{string.Join(' ', drawn.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(across[point]):F1},{Y(upwards[point]):F1}")))}" fill="none" stroke="{color}" stroke-opacity="0.5"/>""");
            foreach (int point in drawn)
                Line(to, $"""<circle cx="{X(across[point]):F1}" cy="{Y(upwards[point]):F1}" r="4" fill="{color}"><title>weight {of.Points[point].Weight}: error {across[point]:G3}, NF {VectorMath.Exp(upwards[point]):G3}</title></circle>""");
            if (of.Knee(explainer) is { } knee && of.Points.IndexOf(knee) is var at and >= 0)
            {
                Line(to, $"""<circle cx="{X(across[at]):F1}" cy="{Y(upwards[at]):F1}" r="8" fill="none" stroke="{color}"/>""");
                Line(to, $"""<text x="{X(across[at]) + 11:F1}" y="{Y(upwards[at]) - 6:F1}" fill="{color}">weight {knee.Weight}</text>""");
            }

            Line(to, $"""<text x="{Width - Right + 14}" y="{Top + 14 + (18 * explainer)}" fill="{color}">{WebUtility.HtmlEncode(of.Explainers[explainer])}</text>""");
        }
    }

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>A logarithm for a scale; what is 0 is drawn at 10⁻¹².</summary>
    private static double Log(double value) => double.IsFinite(value) ? VectorMath.Log(Math.Max(value, 1e-12)) : double.NaN;

    /// <summary>The ends of an axis, a little beyond its values.</summary>
    private static (double Low, double High) Ends(double[] values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
            return (0, 1);
        double low = finite.Min(), high = finite.Max(), margin = high > low ? 0.05 * (high - low) : Math.Max(1e-3, 0.05 * Math.Abs(high));
        return (low - margin, high + margin);
    }
}
