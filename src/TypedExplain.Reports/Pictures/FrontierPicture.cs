using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Reports.Charts;
using TypedExplain.Schema.Values;
using TypedExplain.Training;

namespace TypedExplain.Reports;

/// <summary>ExpO's frontier: the error of models against the neighborhood fidelity of their explanations, a curve per explainer over the weights of the regularizer, its knee ringed.</summary>
public sealed class FrontierPicture : Picture
{
    // What is 0 is drawn here on a logarithmic axis.
    private const double Least = 1e-12;

    private readonly IFormatProvider _provider;

    private FrontierPicture(string title, ImmutableArray<string> notes, IFormatProvider provider)
        : base(title, notes) => _provider = provider;

    /// <summary>The explainers, each with its points in the order of the weights: the weight, the error on test rows, NF, and whether it is the knee.</summary>
    public required ImmutableArray<(string Explainer, ImmutableArray<(double Weight, double Error, double Fidelity, bool IsKnee)> Points)> Curves { get; init; }

    /// <inheritdoc/>
    public override string Summary => "Error against neighborhood fidelity (NF), both lower is better. " + string.Join(" ", Curves.Select(curve =>
        curve.Points.FirstOrDefault(point => point.IsKnee) is { IsKnee: true } knee
            ? string.Create(_provider, $"{curve.Explainer}: the curve turns from steep to flat at weight {knee.Weight:G3}, error {knee.Error:G3}, NF {knee.Fidelity:G3}.")
            : $"{curve.Explainer}: no knee."));

    internal override string Kind => "frontier";

    internal override Chart Chart => new PlaneChart
    {
        Across = "error on test rows",
        Up = "NF (lower is better)",
        IsLogUp = true,
        Legend = new([.. Curves.Select((curve, i) => (curve.Explainer, i))]),
        Curves = [.. Curves.Select((curve, i) => new PlaneCurve([.. Drawn(i).Select(point => (point.Error, Math.Max(point.Fidelity, Least), double.NaN, double.NaN))], Drawing.Looks.Of(i)))],
        Points = [.. Curves.SelectMany((curve, i) => Drawn(i).Select(point => new PlanePoint(point.Error, Math.Max(point.Fidelity, Least), i, point.IsKnee ? string.Create(_provider, $"weight {point.Weight:G3}") : "") { IsRinged = point.IsKnee }))],
        Provider = _provider,
    };

    /// <summary>The picture of a frontier.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="frontier">The frontier.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static FrontierPicture Of<T>(Frontier<T> frontier, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(frontier);
        PictureOptions given = PictureOptions.Checked(options);
        List<string> notes = ["The ring marks the knee, where the curve turns from steep to flat. It is only a suggestion."];
        if (frontier.SharedRows > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{frontier.SharedRows} of the rows that it was measured on are training rows too, whose errors flatter."));
        return new($"Error and fidelity of models of {T.Schema.Name}, by the weight of the regularizer", [.. notes], given.Provider)
        {
            Curves = [.. frontier.Explainers.Select((explainer, i) => (explainer, Points(i)))],
        };

        ImmutableArray<(double, double, double, bool)> Points(int explainer)
        {
            FrontierPoint<T>? knee = frontier.Knee(explainer);
            return [.. frontier.Points.Select(point => (point.Weight, point.Error, point.Qualities[explainer].NeighborhoodFidelity, ReferenceEquals(point, knee)))];
        }
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["explainer", "weight", "error", "NF", "knee"],
        Curves.SelectMany(curve => curve.Points.Select(point => (PictureCell[])[new(curve.Explainer), Number(point.Weight), Number(point.Error), Number(point.Fidelity), new(point.IsKnee ? "knee" : "")])));

    private PictureCell Number(double number) => double.IsFinite(number) ? new(NumberText.Value(number, _provider), number) : new("none");

    private IEnumerable<(double Weight, double Error, double Fidelity, bool IsKnee)> Drawn(int curve) => Curves[curve].Points.Where(point => double.IsFinite(point.Error) && double.IsFinite(point.Fidelity));
}
