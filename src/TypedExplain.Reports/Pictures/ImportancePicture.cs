using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Numerics;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Reports.Pictures.Portfolios;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>How important features are over many instances: a bar each, with its 95 % interval.</summary>
public sealed partial class ImportancePicture : Picture
{
    private readonly IFormatProvider _provider;
    private readonly string _axis;

    private ImportancePicture(string title, ImmutableArray<string> notes, string axis, IFormatProvider provider)
        : base(title, notes) => (_axis, _provider) = (axis, provider);

    /// <summary>The features, the most important first; the last bar may stand for those that are left.</summary>
    public required ImmutableArray<PictureBar> Bars { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            string most = string.Join(", ", Bars.Where(bar => bar is { Number: not null, Features: 1 }).Take(3).Select(bar => $"{bar.Name} {NumberText.Answer(bar.Number!.Value, _provider)}"));
            return most.Length == 0 ? "There is nothing to draw." : $"The most important: {most}.";
        }
    }

    internal override string Kind => "importance";

    internal override Chart Chart => new RowChart { Rows = [.. Bars.Select(Row)], AxisTitle = _axis, References = [(0, "")], Provider = _provider };

    /// <summary>The picture of a portfolio: the mean magnitude of each feature's contributions or effects.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="summary">The explanations.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static ImportancePicture Of<T>(PortfolioSummary<T> summary, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(summary);
        PictureOptions given = PictureOptions.Checked(options);
        FeatureSummary<T>[] ranked = [.. summary.Ranked()], left = [.. ranked.Skip(given.MostRows).Where(feature => !(feature.Feature.IsProtected && given.Withholds))];
        List<PictureBar> bars = summary.Explained == 0 ? [] : [.. ranked.Take(given.MostRows).Select(Bar)];
        if (left.Length > 0 && summary.Explained > 0)
            bars.Add(new(string.Create(CultureInfo.InvariantCulture, $"{left.Length} more{(left.Length > 1 ? ", together" : "")}"), "", left.Sum(feature => feature.MeanMagnitude)) { Features = left.Length });
        List<string> notes = PortfolioNotes.Of(summary, given);
        if (summary.Explained > 1)
            notes.Add("Lines are 95 % intervals of the mean.");
        int hidden = ranked.Skip(given.MostRows).Count(feature => feature.Feature.IsProtected && given.Withholds);
        if (hidden > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{hidden} protected {Noun.Of(hidden, "feature is", "features are")} less important than those listed, and not in the sum of the rest."));
        return new(string.Create(given.Provider, $"How important features are, over {summary.Explained:#,##0} {Noun.Of(summary.Explained, "explanation")}"), [.. notes], $"mean magnitude of the {PortfolioNotes.Axis(summary)}", given.Provider) { Bars = [.. bars] };

        PictureBar Bar(FeatureSummary<T> feature) => feature.Feature.IsProtected && given.Withholds
            ? new(feature.Feature.DisplayName, ShownRows<T>.Protected, null) { IsProtected = true }
            : new(feature.Feature.DisplayName + (feature.Feature.IsProtected ? " (protected)" : ""), "", feature.MeanMagnitude)
            {
                IsProtected = feature.Feature.IsProtected,
                Lower = feature.Count > 1 ? Math.Max(0, Interval(feature).Lower) : null,
                Upper = feature.Count > 1 ? Interval(feature).Upper : null,
            };
    }

    private static (double Lower, double Upper) Interval<T>(FeatureSummary<T> feature)
        where T : IFeatureRecord<T> => MeanInterval.Of(feature.MeanMagnitude, feature.StandardErrorOfMagnitude, feature.Count - 1, 0.95);

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["feature", "importance", "95 % interval"],
        Bars.Select(bar => (PictureCell[])[
            new(bar.IsProtected && bar.Number is null ? $"{bar.Name} (protected)" : bar.Name),
            bar.Number is { } number ? new(NumberText.Answer(number, _provider), number) : new("withheld"),
            new(bar.Lower is { } lower && bar.Upper is { } upper ? Intervals.Text(lower, upper, _provider) : "")]));

    private ChartRow Row(PictureBar bar)
    {
        List<RowMark> marks = bar.Number is { } number ? [new BarMark(0, number, (number >= 0 ? "te-s0" : "te-neg") + (bar.Features > 1 ? " te-rest" : ""))] : [];
        if (bar.Lower is { } lower && bar.Upper is { } upper)
            marks.Add(new SpanMark(lower, upper));
        return new(bar.Name, bar.Value, bar.Number is null ? "" : NumberText.Answer(bar.Number.Value, _provider) + (bar.IsUndecided ? " ?" : ""), marks) { IsQuiet = bar.IsProtected || bar.Features > 1 };
    }
}
