using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Numerics;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Reports.Pictures.Portfolios;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>
/// How the contributions or effects of one feature depend on its value, over a portfolio: a cloud in bins, the mean with its 95 %
/// interval, and how many explanations there are where, so that one sees what rests on few.
/// </summary>
public sealed partial class DependencePicture : Picture
{
    private readonly IFormatProvider _provider;
    private readonly string _across;
    private readonly string _up;
    private readonly bool _isLog;
    private readonly bool _isWhole;
    private readonly Func<double, string> _write;

    private DependencePicture(string title, ImmutableArray<string> notes, string across, string up, bool isLog, bool isWhole, Func<double, string> write, IFormatProvider provider)
        : base(title, notes) => (_across, _up, _isLog, _isWhole, _write, _provider) = (across, up, isLog, isWhole, write, provider);

    /// <summary>The ranges or values of the feature that have explanations, in their order; empty where nothing is known of the feature.</summary>
    public required ImmutableArray<DependenceBin> Bins { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            if (Bins.IsEmpty)
                return "There is nothing to draw.";
            DependenceBin low = Bins.MinBy(bin => bin.Mean)!, high = Bins.MaxBy(bin => bin.Mean)!;
            return low == high
                ? $"{_across} has one value or range only, {Named.Of(low.Label)}, with a mean of {Signed(low.Mean)}."
                : $"{_up}: lowest on average at {Named.Of(low.Label)}, {Signed(low.Mean)}; highest at {Named.Of(high.Label)}, {Signed(high.Mean)}.";
        }
    }

    internal override string Kind => "dependence";

    internal override Chart Chart => Drawn;

    private PlaneChart Drawn
    {
        get
        {
            bool isPlaces = Bins.Any(bin => bin.Kind != DependenceKind.Range);
            double fullest = Bins.Select(bin => (double)bin.Count).DefaultIfEmpty(1).Max();
            double low = Bins.Select(bin => bin.Minimum).DefaultIfEmpty(0).Min(), high = Bins.Select(bin => bin.Maximum).DefaultIfEmpty(1).Max();
            var ends = Bins.Select((bin, i) => isPlaces ? (From: i - 0.42, To: i + 0.42) : Ends(i)).ToArray();
            return new PlaneChart
            {
                Across = _across,
                Up = _up,
                IsLogAcross = _isLog && !isPlaces,
                IsWholeAcross = _isWhole,
                Places = isPlaces ? [.. Bins.Select(bin => Named.Of(bin.Label))] : [],
                Write = isPlaces ? null : _write,
                Cells = [.. Bins.SelectMany((bin, i) => DependenceCells.Of(bin, ends[i].From, ends[i].To, low, high))],
                Curves = [new PlaneCurve([.. Bins.Select((bin, i) => (isPlaces ? i : Center(bin), bin.Mean, Lower(bin), Upper(bin)))], Drawing.Looks.Of(1)) { Series = 1, IsJoined = !isPlaces }],
                Supports = [.. Bins.Select((bin, i) => (ends[i].From, ends[i].To, bin.Count / fullest))],
                Legend = new([("mean with 95 % interval", 1)]),
                Provider = _provider,
            };
        }
    }

    /// <summary>The picture of one feature in a portfolio.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="summary">The explanations; with a background where the feature is a number.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">The feature is a number and the summary has no background, the feature is protected and protected values are withheld, or an option is outside what it may be.</exception>
    public static DependencePicture Of<T>(PortfolioSummary<T> summary, Feature<T> feature, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(feature);
        PictureOptions given = PictureOptions.Checked(options);
        if (feature.IsProtected && given.Withholds)
            throw new InvalidOptionException($"{T.Schema.Name}.{feature.Name} is protected, and a picture of its values shows them; make it with ProtectedValues.Kept for those who may see them.");
        FeatureSummary<T> numbers = summary[feature];
        if (numbers.Dependence.IsEmpty && summary.Explained > 0)
            throw new InvalidOptionException($"The summary does not know how {T.Schema.Name}.{feature.Name} is spread; give it a Background, by whose quantiles numbers are divided.");
        DependenceBin[] bins = [.. numbers.Dependence.Where(bin => bin.Count > 0)];
        List<string> notes = PortfolioNotes.Of(summary, given);
        if (bins.FirstOrDefault(bin => bin.Kind == DependenceKind.Others) is { } others)
            notes.Add(string.Create(given.Provider, $"{others.Label}: values that are rarer than those shown, {others.Count:#,##0} {Noun.Of(others.Count, "explanation")} together."));
        notes.Add("The darker, the more explanations; the bars below tell how many there are at a value.");
        if (feature is { IsNumeric: true, Scale: FeatureScale.Cyclic })
            notes.Add($"{feature.DisplayName} goes round: after its largest value comes its smallest one.");
        DependencePicture picture = Make();
        if (!Charts.Reach.Of(picture.Drawn).IsCut)
            return picture;
        notes.Add(Charts.Reach.Note);
        return Make();

        DependencePicture Make() => new($"How {PortfolioNotes.Numbers(summary)} of {feature.DisplayName} depend on its value", [.. notes], feature.DisplayName + (feature.Unit is { } unit ? $" ({unit})" : ""), PortfolioNotes.Axis(summary), feature.Scale == FeatureScale.Log && bins.All(bin => bin.Kind != DependenceKind.Range || bin.LeastValue > 0), feature.Kind == FeatureKind.Whole, value => DependenceCells.Tick(feature, value, given.Provider), given.Provider)
        {
            Bins = [.. bins],
        };
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["value", "explanations", "mean", "95 % interval", "least", "median", "largest"],
        Bins.Select(bin => (PictureCell[])[
            new(Named.Of(bin.Label)),
            new(bin.Count.ToString("#,##0", _provider), bin.Count),
            new(Signed(bin.Mean), bin.Mean),
            new(bin.Count > 1 ? Intervals.Text(Lower(bin), Upper(bin), _provider) : ""),
            new(Signed(bin.Minimum), bin.Minimum),
            new(Signed(bin.Quantile(0.5)), bin.Quantile(0.5)),
            new(Signed(bin.Maximum), bin.Maximum)]));

    private static double Lower(DependenceBin bin) => bin.Count > 1 ? MeanInterval.Of(bin.Mean, bin.StandardError, bin.Count - 1, 0.95).Lower : double.NaN;

    private static double Upper(DependenceBin bin) => bin.Count > 1 ? MeanInterval.Of(bin.Mean, bin.StandardError, bin.Count - 1, 0.95).Upper : double.NaN;

    /// <summary>From where to where a range is drawn: to the middle of the gaps between the values that it has and those of its neighbors; as far on both sides where it has one value and no neighbor on one of them.</summary>
    private (double From, double To) Ends(int i)
    {
        DependenceBin bin = Bins[i];
        bool isOne = bin.LeastValue.Equals(bin.LargestValue);
        double? before = i == 0 ? null : Middle(Bins[i - 1].LargestValue, bin.LeastValue), after = i + 1 == Bins.Length ? null : Middle(bin.LargestValue, Bins[i + 1].LeastValue);
        return (before ?? (isOne && after is { } to ? Mirrored(to, bin.LeastValue) : bin.LeastValue), after ?? (isOne && before is { } from ? Mirrored(from, bin.LargestValue) : bin.LargestValue));
    }

    /// <summary>Where the mean of a range stands: in the middle of the values that it has.</summary>
    private double Center(DependenceBin bin) => Middle(bin.LeastValue, bin.LargestValue);

    private double Middle(double low, double high) => _isLog ? Math.Sqrt(low) * Math.Sqrt(high) : (low / 2) + (high / 2);

    private double Mirrored(double end, double at) => _isLog ? at / end * at : at + (at - end);

    private string Signed(double number) => NumberText.Signed(number, _provider);
}
