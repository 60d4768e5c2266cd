using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Portfolios;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>
/// All explanations of a portfolio at a glance: for each feature how many of its contributions or effects lie where, colored by how high
/// the feature's own values are there. In bins, so that a million explanations cost the same picture.
/// </summary>
public sealed class BeeswarmPicture : Picture
{
    private readonly IFormatProvider _provider;
    private readonly string _axis;

    private BeeswarmPicture(string title, ImmutableArray<string> notes, string axis, IFormatProvider provider)
        : base(title, notes) => (_axis, _provider) = (axis, provider);

    /// <summary>The features, the most important first; nothing is known of a protected one that is withheld.</summary>
    public required ImmutableArray<BeeswarmRow> Rows { get; init; }

    /// <summary>How many explanations there are.</summary>
    public required long Explanations { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            string most = string.Join("; ", Rows.Where(row => row.Numbers is { Count: > 0 }).Take(3).Select(row => $"{row.Name} from {Signed(row.Numbers!.Minimum)} to {Signed(row.Numbers.Maximum)}, half between {Signed(row.Numbers.Quantile(0.25))} and {Signed(row.Numbers.Quantile(0.75))}"));
            return string.Create(_provider, $"{Explanations:#,##0} {Noun.Of(Explanations, "explanation")}. ") + (most.Length > 0 ? most + "." : "There is nothing to draw.");
        }
    }

    internal override string Kind => "beeswarm";

    internal override Chart Chart => new RowChart
    {
        Rows = [.. Rows.Select(row => new ChartRow(row.Name, "", row.Own is { } own ? Signed(own) : "", [.. Swarm(row), .. row.Own is { } marked ? (RowMark[])[new OwnMark(marked)] : []]) { IsQuiet = row.IsProtected })],
        AxisTitle = _axis,
        References = [(0, "")],
        ShowsValueColors = true,
        Provider = _provider,
    };

    /// <summary>The picture of a portfolio.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="summary">The explanations.</param>
    /// <param name="own">One of the explanations, whose numbers are marked; null for none.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">The marked one is of another output or explainer than the rest, or an option is outside what it may be.</exception>
    public static BeeswarmPicture Of<T>(PortfolioSummary<T> summary, ShapValues<T>? own = null, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(summary);
        PictureOptions given = PictureOptions.Checked(options);
        if (own is not null)
            summary.RequireLike(own);
        FeatureSummary<T>[] ranked = [.. summary.Ranked()];
        List<string> notes = PortfolioNotes.Of(summary, given);
        if (ranked.Length > given.MostRows)
            notes.Add(string.Create(given.Provider, $"{ranked.Length - given.MostRows} less important {Noun.Of(ranked.Length - given.MostRows, "feature is", "features are")} not shown."));
        if (own is not null)
            notes.Add("The diamond and the number on the right are of the marked explanation.");
        notes.Add("Colors tell how high a feature's own values are on average; gray is what has no order, such as names, or no value.");
        notes.Add("The height of a swarm is how many explanations there are, from 0 for each feature by itself.");
        return new($"How {PortfolioNotes.Numbers(summary)} are spread, by feature", [.. notes], PortfolioNotes.Axis(summary), given.Provider)
        {
            Explanations = summary.Explained,
            Rows = [.. ranked.Take(given.MostRows).Select(feature => feature.Feature.IsProtected && given.Withholds
                ? new BeeswarmRow(feature.Feature.DisplayName + ", " + ShownRows<T>.Protected, null, null, isProtected: true, hasOrder: false)
                : new BeeswarmRow(feature.Feature.DisplayName, feature, own?.Contributions[feature.Feature], feature.Feature.IsProtected, feature.Feature.Kind != FeatureKind.Category))],
        };
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["feature", "explanations", "mean", "least", "lower quarter", "median", "upper quarter", "largest", .. Rows.Any(row => row.Own is not null) ? (string[])["marked"] : []],
        Rows.Select(row => (PictureCell[])[
            new(row.Name),
            row.Numbers is { } numbers ? new(numbers.Count.ToString("#,##0", _provider), numbers.Count) : new("withheld"),
            Cell(row.Numbers?.Mean),
            Cell(row.Numbers?.Minimum),
            Cell(row.Numbers?.Quantile(0.25)),
            Cell(row.Numbers?.Quantile(0.5)),
            Cell(row.Numbers?.Quantile(0.75)),
            Cell(row.Numbers?.Maximum),
            .. Rows.Any(any => any.Own is not null) ? (PictureCell[])[Cell(row.Own)] : []]));

    private IEnumerable<RowMark> Swarm(BeeswarmRow row)
    {
        if (row.Numbers is not { Count: > 0 } numbers)
            yield break;
        double low = Rows.Min(other => other.Numbers is { Count: > 0 } its ? its.Minimum : 0), high = Rows.Max(other => other.Numbers is { Count: > 0 } its ? its.Maximum : 0);
        yield return new SwarmMark(SwarmBins.Of(numbers, low, high, row.HasOrder));
    }

    private PictureCell Cell(double? number) => number is not { } own || !double.IsFinite(own) ? new("") : new(Signed(own), own);

    private string Signed(double number) => NumberText.Signed(number, _provider);
}
