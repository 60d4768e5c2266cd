using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Schema;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>
/// How far an explanation holds: for each number the interval of its trust region around the instance's value, drawn in standard deviations on the feature's
/// own scale (a logarithm, a circle), and told in its own unit.
/// </summary>
public sealed class TrustRegionPicture : Picture
{
    private const double Rounding = 1e-6;

    private readonly IFormatProvider _provider;

    private TrustRegionPicture(string title, ImmutableArray<string> notes, IFormatProvider provider)
        : base(title, notes) => _provider = provider;

    /// <summary>The fidelity that was asked for.</summary>
    public required double MinimumFidelity { get; init; }

    /// <summary>How far the region reaches to either side, in standard deviations; 0 where there is none.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>The numbers that vary, the most important first; none where there is no region.</summary>
    public required ImmutableArray<RegionRow> Rows { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            string asked = $"a fidelity of at least {NumberText.Answer(MinimumFidelity, _provider)}";
            if (HalfWidth == 0)
                return $"The explanation has {asked} nowhere around the instance.";
            string ranges = string.Join(", ", Rows.Where(row => row.Range.Length > 0).Take(3).Select(row => $"{row.Name} {row.Range}"));
            return string.Create(_provider, $"The explanation has {asked} within ±{HalfWidth:0.###} standard deviations of the instance{(ranges.Length > 0 ? ": " + ranges : "")}.");
        }
    }

    internal override string Kind => "trust-region";

    internal override Chart Chart => new RowChart
    {
        Rows = [.. Rows.Select(Row)],
        AxisTitle = "standard deviations from the instance, on each feature's scale",
        References = [(0, "the instance")],
        Provider = _provider,
    };

    /// <summary>The picture of a trust region.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explanation">The explanation.</param>
    /// <param name="region">Its trust region.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">The region is that of another explanation, or an option is outside what it may be.</exception>
    public static TrustRegionPicture Of<T>(Explanation<T> explanation, TrustRegion<T> region, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(region);
        PictureOptions given = PictureOptions.Checked(options);
        if (region.Method != explanation.Explainer.Name || region.Output != explanation.Output || !T.Schema.Features.All(feature => IsAround(region, feature, explanation.Columns[feature.Column])))
            throw new InvalidOptionException($"The trust region of {T.Schema.Name} that is given is not of this explanation: it is of {region.Output} by {region.Method}, or around another instance. Make it with explanation.TrustRegion(model).");
        Feature<T>[] varied = region.HalfWidth > 0 ? [.. region.Varied.OrderByDescending(feature => Math.Abs(explanation.Standardized[feature])).ThenBy(feature => feature.Index)] : [];
        return new(region.HalfWidth > 0 ? $"Where the explanation of {region.Output} holds" : $"The explanation of {region.Output} holds nowhere around the instance", [.. Remarks(region, varied, given)], given.Provider)
        {
            MinimumFidelity = region.Search.MinimumFidelity,
            HalfWidth = region.HalfWidth,
            Rows = [.. varied.Take(given.MostRows).Select(feature => RowOf(explanation, region, feature, given))],
        };
    }

    /// <summary>Whether a region may be around an instance's own value: it holds it, and where nothing cuts it or snaps it to whole numbers, in its middle. On a circle it may go over the end.</summary>
    private static bool IsAround<T>(TrustRegion<T> region, Feature<T> feature, double own)
        where T : IFeatureRecord<T>
    {
        (double lower, double upper) = (region.Lower[feature], region.Upper[feature]);
        if (!feature.IsNumeric || double.IsNaN(lower))
            return true;
        if (feature.Scale == FeatureScale.Cyclic)
            return lower > upper ? own >= lower || own <= upper : own >= lower && own <= upper;
        bool isSnapped = feature.Kind is FeatureKind.Whole or FeatureKind.Ordinal || region.Cut.Contains(feature);
        Axis axis = T.Schema.Axes[feature.Index];
        (double down, double up) = (axis.Scaled(own) - axis.Scaled(lower), axis.Scaled(upper) - axis.Scaled(own));
        return down >= 0 && up >= 0 && (isSnapped || Math.Abs(up - down) <= Rounding * (up + down));
    }

    private static RegionRow RowOf<T>(Explanation<T> explanation, TrustRegion<T> region, Feature<T> feature, PictureOptions options)
        where T : IFeatureRecord<T>
    {
        if (feature.IsProtected && options.Withholds)
            return new(feature.DisplayName, ShownRows<T>.Protected, "") { IsProtected = true };
        double own = explanation.Columns[feature.Column], deviation = explanation.Statistics.Deviation[feature];
        Axis axis = T.Schema.Axes[feature.Index];
        (double lower, double upper) = feature.Scale == FeatureScale.Cyclic
            ? Round(axis, own, region[feature], feature.Limits, deviation)
            : ((axis.Scaled(region.Lower[feature]) - axis.Scaled(own)) / deviation, (axis.Scaled(region.Upper[feature]) - axis.Scaled(own)) / deviation);
        return new(feature.IsProtected ? feature.DisplayName + " (protected)" : feature.DisplayName, feature.FormatNumber(own, options.Provider), feature.FormatRange(region.Lower[feature], region.Upper[feature], options.Provider))
        {
            Lower = lower,
            Upper = upper,
            IsCut = region.Cut.Contains(feature),
            IsProtected = feature.IsProtected,
        };
    }

    /// <summary>How far a region goes down and up from the instance on a circle, which it may fill.</summary>
    private static (double Lower, double Upper) Round(Axis axis, double own, FeatureRange range, FeatureRange limits, double deviation)
    {
        if (range == limits)
            return (-(axis.Range.Maximum - axis.Range.Minimum) / 2 / deviation, (axis.Range.Maximum - axis.Range.Minimum) / 2 / deviation);
        return (-Math.Abs(axis.Turn(own, range.Minimum)) / deviation, Math.Abs(axis.Turn(own, range.Maximum)) / deviation);
    }

    private static IEnumerable<string> Remarks<T>(TrustRegion<T> region, Feature<T>[] varied, PictureOptions options)
        where T : IFeatureRecord<T>
    {
        foreach (string caution in region.Told(options.Provider))
            yield return Sentence.Of(caution);
        if (region.HalfWidth > 0)
        {
            yield return string.Create(options.Provider, $"Fidelity is {NumberText.Answer(region.FidelityAtInstance, options.Provider)} at the instance and {NumberText.Answer(region.LeastFidelity, options.Provider)} at least where the model was asked{(region.Bound is { } bound ? string.Create(options.Provider, $"; {NumberText.Answer(bound, options.Provider)} at least anywhere with {region.Search.Confidence:P0} confidence") : "")}.");
            string[] held = [.. T.Schema.Features.Where(feature => !varied.Contains(feature) && !(feature.IsProtected && feature.Kind == FeatureKind.Missing)).Select(feature => feature.DisplayName), .. T.Schema.Media.Select(media => media.DisplayName)];
            if (held.Length > 0)
                yield return $"It says nothing of records that differ in {string.Join(", ", held.Take(10))}{(held.Length > 10 ? string.Create(CultureInfo.InvariantCulture, $" and {held.Length - 10} more") : "")}.";
        }

        if (varied.Length > options.MostRows)
            yield return string.Create(CultureInfo.InvariantCulture, $"{varied.Length - options.MostRows} more {Noun.Of(varied.Length - options.MostRows, "number varies", "numbers vary")} and {Noun.Of(varied.Length - options.MostRows, "is", "are")} not drawn.");
        if (options.Withholds && varied.Any(feature => feature.IsProtected))
            yield return "Protected features are marked and have no number.";
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["feature", "value", "in the region", "lowest, in standard deviations", "highest", "ends there"],
        Rows.Select(row => (PictureCell[])[
            new(row.Name),
            new(row.Value),
            new(row.Range.Length > 0 ? row.Range : "withheld"),
            row.Lower is { } lower ? new(NumberText.Signed(lower, _provider), lower) : new(""),
            row.Upper is { } upper ? new(NumberText.Signed(upper, _provider), upper) : new(""),
            new(row.IsCut ? "the range of the feature" : "")]));

    private static ChartRow Row(RegionRow row)
    {
        List<RowMark> marks = row is { Lower: { } lower, Upper: { } upper } ? [new BarMark(lower, upper, "te-total"), new OwnMark(0)] : [];
        return new(row.Name, row.Value, row.Range, marks) { IsQuiet = row.IsProtected && row.Range.Length == 0 };
    }
}
