using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Portfolios;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>How important features are by segment: for each feature a mark per segment, so that one sees for whom it matters more.</summary>
public sealed class SegmentsPicture : Picture
{
    private readonly IFormatProvider _provider;
    private readonly string _axis;

    private SegmentsPicture(string title, ImmutableArray<string> notes, string axis, IFormatProvider provider)
        : base(title, notes) => (_axis, _provider) = (axis, provider);

    /// <summary>The segments and how many explanations each has, the largest first; no more than can be told apart in a picture.</summary>
    public required ImmutableArray<(string Segment, long Explanations)> Segments { get; init; }

    /// <summary>The features, the most important over all first, with their mean magnitude in each segment; none where it is withheld.</summary>
    public required ImmutableArray<(string Feature, ImmutableArray<double> Importances)> Features { get; init; }

    /// <inheritdoc/>
    public override string Summary => string.Join(". ", Segments.Select((segment, i) => Features.Where(feature => i < feature.Importances.Length).MaxBy(feature => feature.Importances[i]) is { Feature: { } first } most
        ? $"{segment.Segment}: {first} matters most, {NumberText.Answer(most.Importances[i], _provider)}"
        : $"{segment.Segment}: nothing to draw")) + ".";

    internal override string Kind => "segments";

    internal override Chart Chart => new RowChart
    {
        Rows = [.. Features.Select(feature => new ChartRow(feature.Feature, "", "", [.. feature.Importances.Select((importance, i) => new PointMark(importance, i))]) { IsQuiet = feature.Importances.IsEmpty })],
        AxisTitle = _axis,
        References = [(0, "")],
        Legend = new([.. Segments.Select((segment, i) => (string.Create(_provider, $"{segment.Segment} ({segment.Explanations:#,##0})"), i))]),
        Provider = _provider,
    };

    /// <summary>The picture of a portfolio by the values of one feature.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="summary">The explanations.</param>
    /// <param name="by">The feature; one of those that the summary has segments of.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">The summary has no segments by the feature, or an option is outside what it may be.</exception>
    public static SegmentsPicture Of<T>(PortfolioSummary<T> summary, Feature<T> by, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(by);
        PictureOptions given = PictureOptions.Checked(options);
        SegmentSummary<T>[] all = [.. summary.Segments.Where(segment => segment.Feature == by)];
        if (all.Length == 0)
            throw new InvalidOptionException($"The summary has no segments by {T.Schema.Name}.{by.Name}; name it in the Segments of its options.");
        SegmentSummary<T>[] segments = [.. all.Where(segment => segment.Count > 0).OrderByDescending(segment => segment.Count).Take(Drawing.Looks.Series)];
        List<string> notes = PortfolioNotes.Of(summary, given);
        if (all.Length > segments.Length)
            notes.Add(string.Create(given.Provider, $"{all.Length - segments.Length} more {Noun.Of(all.Length - segments.Length, "segment has fewer explanations and is", "segments have fewer explanations and are")} not shown."));
        notes.Add(string.Create(given.Provider, $"Means without intervals: segments of few explanations may differ by chance. The smallest one shown has {segments.Select(segment => segment.Count).DefaultIfEmpty(0).Min():#,##0}."));
        return new($"How important features are, by {by.DisplayName}", [.. notes], $"mean magnitude of the {PortfolioNotes.Axis(summary)}", given.Provider)
        {
            Segments = [.. segments.Select((segment, i) => (by.IsProtected && given.Withholds ? string.Create(CultureInfo.InvariantCulture, $"group {i + 1}, withheld ({ShownRows<T>.Protected})") : Pictures.Bars.Named.Of(segment.Label), segment.Count))],
            Features = [.. summary.Ranked().Take(given.MostRows).Select(feature => feature.Feature.IsProtected && given.Withholds
                ? ($"{feature.Feature.DisplayName} ({ShownRows<T>.Protected})", ImmutableArray<double>.Empty)
                : (feature.Feature.DisplayName, [.. segments.Select(segment => segment.MeanMagnitude[feature.Feature])]))],
        };
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["feature", .. Segments.Select(segment => segment.Segment)],
        Features.Select(feature => (PictureCell[])[new(feature.Feature), .. Segments.Select((_, i) => i < feature.Importances.Length ? new PictureCell(NumberText.Answer(feature.Importances[i], _provider), feature.Importances[i]) : new("withheld"))]));
}
