using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Drawing;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Reports.Pictures.Curves;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>
/// How a model's answer depends on one feature: partial dependence, the curves of single instances and accumulated local effects on one
/// axis, with 95 % intervals and how much of the background is where. Curves of both kinds are each less their mean over the background.
/// </summary>
public sealed class CurvePicture : Picture
{
    private readonly IFormatProvider _provider;
    private readonly CurveAxis _axis;

    private CurvePicture(string title, ImmutableArray<string> notes, CurveAxis axis, IFormatProvider provider)
        : base(title, notes) => (_axis, _provider) = (axis, provider);

    /// <summary>The curves, by name.</summary>
    public required ImmutableArray<PictureCurve> Curves { get; init; }

    /// <summary>The model's output.</summary>
    public required string Output { get; init; }

    /// <summary>The answer for the instance as it is, where the picture is of one instance (what if); else null.</summary>
    public double? OwnAnswer { get; private init; }

    /// <summary>Whether numbers are less their mean, so that they tell changes of the answer and not answers.</summary>
    public required bool IsCentered { get; init; }

    /// <inheritdoc/>
    public override string Summary => string.Join(" ", Curves.Where(curve => !curve.Points.IsEmpty).Select(curve =>
    {
        (string Label, double Value, double Mean, double Lower, double Upper) low = curve.Points.MinBy(point => point.Mean), high = curve.Points.MaxBy(point => point.Mean);
        return low.Mean.Equals(high.Mean) ? $"{curve.Name}: {Number(low.Mean)} at every value." : $"{curve.Name}: lowest at {low.Label}, {Number(low.Mean)}; highest at {high.Label}, {Number(high.Mean)}.";
    }));

    internal override string Kind => "curves";

    internal override Chart Chart => new PlaneChart
    {
        Across = _axis.Name,
        Up = IsCentered ? $"change of {Output}" : Output,
        Places = _axis.Places,
        Beside = _axis.Beside,
        IsWholeAcross = _axis.IsWhole,
        IsLogAcross = _axis.IsLog,
        Write = _axis.Write,
        Own = _axis.Own,
        Supports = _axis.Supports,
        Curves = [
            .. _axis.IsLine ? Curves.SelectMany(curve => curve.Singles.Select(single => new PlaneCurve(_axis.Drawn(curve, i => (single[i], double.NaN, double.NaN)), "te-thin"))) : [],
            .. Curves.Select((curve, series) => new PlaneCurve(_axis.Drawn(curve, i => (curve.Points[i].Mean, curve.Points[i].Lower, curve.Points[i].Upper), Aside(series)), $"{Looks.Of(series)}{(series > 0 ? " te-dashed" : "")}") { Series = series, IsJoined = _axis.IsLine, Unmarked = _axis.Closing })],
        Points = OwnAnswer is { } answer && _axis.Own is { } at ? [new PlanePoint(at, answer, 2, "as it is")] : [],
        Legend = new([.. Curves.Select((curve, i) => (curve.Name, i))]),
        Provider = _provider,
    };

    /// <summary>The picture of one or several curves of the same feature.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="curves">The curves; at least one. Several are each drawn less their mean.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <param name="names">What each curve is called, such as the name of its model; null for what it is, where no two are the same.</param>
    /// <exception cref="InvalidOptionException">There is no curve, they are of different features or outputs, two could not be told apart, the feature is protected and protected values are withheld, or an option is outside what it may be.</exception>
    public static CurvePicture Of<T>(IReadOnlyList<FeatureCurve<T>> curves, PictureOptions? options = null, IReadOnlyList<string>? names = null)
        where T : IFeatureRecord<T> => Make(curves, null, options, names);

    /// <summary>The same with the value of one instance marked.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="curves">The curves; at least one.</param>
    /// <param name="own">The instance.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <param name="names">What each curve is called, such as the name of its model; null for what it is, where no two are the same.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidOptionException">There is no curve, they are of different features or outputs, two could not be told apart, the feature is protected and protected values are withheld, or an option is outside what it may be.</exception>
    public static CurvePicture Of<T>(IReadOnlyList<FeatureCurve<T>> curves, T own, PictureOptions? options = null, IReadOnlyList<string>? names = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (own is null)
            throw new ArgumentNullException(nameof(own));
        return Make(curves, Encoded(own), options, names);
    }

    private static double[] Encoded<T>(T record)
        where T : IFeatureRecord<T>
    {
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(record, columns);
        return columns;
    }

    private static CurvePicture Make<T>(IReadOnlyList<FeatureCurve<T>> curves, double[]? own, PictureOptions? options, IReadOnlyList<string>? names)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(curves);
        PictureOptions given = PictureOptions.Checked(options);
        if (curves.Count == 0)
            throw new InvalidOptionException("A picture of curves was given none; it needs at least one.");
        FeatureCurve<T> first = curves[0] ?? throw new InvalidOptionException("A curve of a picture is null.");
        Feature<T> feature = first.Feature;
        foreach (FeatureCurve<T> curve in curves)
        {
            if (curve is null)
                throw new InvalidOptionException("A curve of a picture is null.");
            if (curve.Feature != feature || curve.Output != first.Output || curve.Kind != first.Kind)
                throw new InvalidOptionException($"The first curve is of {first.Output} ({first.Kind}) by {T.Schema.Name}.{feature.Name}, and another one of {curve.Output} ({curve.Kind}) by {T.Schema.Name}.{curve.Feature.Name}; curves of one picture are of the same feature and output.");
        }

        if (feature.IsProtected && given.Withholds)
            throw new InvalidOptionException($"{T.Schema.Name}.{feature.Name} is protected, and a picture of its values shows them; make it with ProtectedValues.Kept for those who may see them.");
        if (curves.OfType<CeterisParibusCurve<T>>().FirstOrDefault() is { } whatIf)
            own ??= Encoded(whatIf.Instance);
        bool isCentered = curves.Count > 1 || first is AccumulatedEffects<T> or PartialDependenceCurve<T> { IsCentered: true };
        List<string> notes = [.. curves.SelectMany(curve => curve.Notes).Distinct().Select(Sentence.Of)];
        if (curves.Count > 1)
            notes.Add("Each curve is less its mean over the background, so that they can be compared.");
        if (curves.OfType<PartialDependenceCurve<T>>().Any(curve => !curve.Curves.IsEmpty))
            notes.Add(feature.IsNumeric ? "Thin lines are single instances of the background; the table has the mean only." : $"Single instances are not drawn, since values of {feature.DisplayName} have no order.");
        if (first.IsCyclic)
            notes.Add($"{feature.DisplayName} goes round: after its largest value comes its smallest one, which is drawn once more at the end.");
        notes.Add("Bars below tell how much of the background is near a value; where there is little, the curve is a guess.");
        if (curves.OfType<CeterisParibusCurve<T>>().Any())
            notes.Add("A curve of the model, not advice: nobody may be able to make such a change.");
        string[] told = CurveNames.Of(curves, names);
        PictureCurve[] drawn = [.. curves.Select((curve, i) => CurveData.Of(curve, told[i], curves.Count > 1))];
        string title = curves.Count == 1 && first is CeterisParibusCurve<T> ? $"{first.Output} if {feature.DisplayName} were different" : $"How {first.Output} depends on {feature.DisplayName}";
        return new(title, [.. notes], CurveAxis.Of(first, drawn, own, given.Provider), given.Provider)
        {
            Curves = [.. drawn],
            Output = first.Output,
            IsCentered = isCentered,
            OwnAnswer = curves.Count == 1 ? (first as CeterisParibusCurve<T>)?.Prediction : null,
        };
    }

    private protected override PictureTable MakeTable()
    {
        bool hasSeveral = Curves.Length > 1, hasIntervals = Curves.Any(curve => curve.Points.Any(point => !double.IsNaN(point.Lower)));
        IEnumerable<PictureCell[]> rows = Curves.SelectMany(curve => curve.Points.Select((point, i) => Row(point.Label, curve.Name, point.Mean, point.Lower, point.Upper, new(curve.Supports[i].ToString(CultureInfo.InvariantCulture), curve.Supports[i]))));
        if (OwnAnswer is { } answer)
            rows = rows.Append(Row("as it is", Curves[0].Name, answer, double.NaN, double.NaN, new("")));
        return PictureTable.Of(["value", .. hasSeveral ? (string[])["curve"] : [], OwnAnswer is null ? "mean" : "answer", .. hasIntervals ? (string[])["95 % interval"] : [], "rows of the background"], rows);

        PictureCell[] Row(string label, string curve, double mean, double lower, double upper, PictureCell support) =>
        [
            new(label),
            .. hasSeveral ? (PictureCell[])[new(curve)] : [],
            new(Number(mean), mean),
            .. hasIntervals ? (PictureCell[])[new(double.IsNaN(lower) ? "" : Intervals.Text(lower, upper, _provider))] : [],
            support,
        ];
    }

    /// <summary>How far beside its place a curve stands, so that several do not hide each other where places have no order.</summary>
    private double Aside(int series) => _axis.IsLine || Curves.Length < 2 ? 0 : (series - ((Curves.Length - 1) / 2.0)) * Math.Min(0.16, 0.7 / Curves.Length);

    private string Number(double number) => IsCentered ? NumberText.Signed(number, _provider) : NumberText.Answer(number, _provider);
}
