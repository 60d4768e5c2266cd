using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Numerics;
using TypedExplain.Reports.Charts;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>What several methods say of the same instance, side by side: an effect per method and feature, per standard deviation.</summary>
public sealed class AgreementPicture : Picture
{
    private readonly IFormatProvider _provider;

    private AgreementPicture(string title, ImmutableArray<string> notes, IFormatProvider provider)
        : base(title, notes) => _provider = provider;

    /// <summary>The names of the methods.</summary>
    public required ImmutableArray<string> Methods { get; init; }

    /// <summary>The features, the most important by the mean over the methods first; the number is that mean, and |mean of the signs| tells how far they agree.</summary>
    public required ImmutableArray<(PictureBar Feature, double SignAgreement, ImmutableArray<double> Effects)> Features { get; init; }

    /// <summary>The mean rank correlation of the methods.</summary>
    public required double RankCorrelation { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            string[] apart = [.. Features.Where(feature => feature.Feature.Number is not null && feature.SignAgreement < 1).Select(feature => feature.Feature.Name)];
            return string.Create(_provider, $"{Methods.Length} methods rank the features with a mean correlation of {RankCorrelation:0.00}. ")
                + (apart.Length == 0 ? "They agree on the direction of every feature shown." : $"They do not agree on the direction of {string.Join(", ", apart)}.");
        }
    }

    internal override string Kind => "agreement";

    internal override Chart Chart => new RowChart
    {
        Rows = [.. Features.Select(feature => new ChartRow(
            feature.Feature.Name,
            feature.Feature.Value,
            feature.Feature.Number is null ? "" : string.Create(_provider, $"signs {feature.SignAgreement:0.00}"),
            [.. feature.Effects.Select((effect, method) => new PointMark(effect, method))]) { IsQuiet = feature.Feature.IsProtected })],
        AxisTitle = "effect per standard deviation",
        References = [(0, "")],
        Legend = new([.. Methods.Select((name, i) => (name, i))]),
        Provider = _provider,
    };

    /// <summary>The picture of a consensus.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="consensus">What the methods say.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static AgreementPicture Of<T>(ConsensusExplanation<T> consensus, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(consensus);
        PictureOptions given = PictureOptions.Checked(options);
        Explanation<T> first = consensus.Explanations[0];
        double[] largest = [.. T.Schema.Features.Select(feature => consensus.Explanations.Max(explanation => Math.Abs(explanation.Standardized[feature])))];
        int[] order = [.. Enumerable.Range(0, largest.Length)];
        Ranking.Descending(largest, order);
        List<string> notes = [];
        int shown = Math.Min(given.MostRows, order.Length);
        if (shown < order.Length)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{order.Length - shown} more {Noun.Of(order.Length - shown, "feature has", "features have")} smaller effects by every method."));
        foreach (Explanation<T> explanation in consensus.Explanations.Where(explanation => explanation.Caveats != Caveats.None))
            notes.Add($"{explanation.Explainer.Name} has caveats: {string.Join("; ", explanation.Cautions(given.Provider))}.");
        return new($"What {consensus.Explanations.Length} methods say of {first.Output} of this {T.Schema.Name}", [.. notes], given.Provider)
        {
            Methods = [.. Names(consensus.Explanations.Select(explanation => explanation.Explainer.Name))],
            RankCorrelation = consensus.RankCorrelation,
            Features = [.. order.Take(shown).Select(index => Row(T.Schema.Features[index]))],
        };

        (PictureBar, double, ImmutableArray<double>) Row(Feature<T> feature) => feature.IsProtected && given.Withholds
            ? (new(feature.DisplayName, ShownRows<T>.Protected, null) { IsProtected = true }, double.NaN, [])
            : (new(feature.DisplayName, feature.Format(first.Columns, given.Provider), consensus.Mean[feature]) { IsProtected = feature.IsProtected }, consensus.SignAgreement[feature], [.. consensus.Explanations.Select(explanation => explanation.Standardized[feature])]);
    }

    /// <summary>Names that occur twice with their position.</summary>
    private static IEnumerable<string> Names(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Select((name, i) => all.Count(other => other == name) > 1 ? string.Create(CultureInfo.InvariantCulture, $"{name} {i + 1}") : name);
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["feature", "value", .. Methods, "agreement of signs"],
        Features.Select(feature => (PictureCell[])[
            new(feature.Feature.Name),
            new(feature.Feature.Value),
            .. Methods.Select((_, i) => i < feature.Effects.Length ? new PictureCell(NumberText.Signed(feature.Effects[i], _provider), feature.Effects[i]) : new("withheld")),
            double.IsNaN(feature.SignAgreement) ? new("withheld") : new(feature.SignAgreement.ToString("0.00", _provider), feature.SignAgreement)]));
}
