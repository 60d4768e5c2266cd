using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Reports.Charts;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>Where LINEX's environments disagree: how far apart the effects that each would give by itself are, beside the effect on which they agree.</summary>
public sealed class EnvironmentsPicture : Picture
{
    private readonly IFormatProvider _provider;

    private EnvironmentsPicture(string title, ImmutableArray<string> notes, IFormatProvider provider)
        : base(title, notes) => _provider = provider;

    /// <summary>How many environments there are.</summary>
    public required int Environments { get; init; }

    /// <summary>The features whose environments are farthest apart first: the magnitude of the effect and the largest less the smallest effect of an environment, per standard deviation; |mean of the signs|.</summary>
    public required ImmutableArray<(PictureBar Feature, double Disagreement, double SignAgreement)> Features { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            string[] apart = [.. Features.Where(feature => feature.Feature.Number is not null && feature.SignAgreement < 1).Select(feature => feature.Feature.Name)];
            return string.Create(_provider, $"{Environments} environments. ") + (apart.Length == 0 ? "They agree on the direction of every feature shown." : $"They disagree on the direction of {string.Join(", ", apart)}.");
        }
    }

    internal override string Kind => "environments";

    internal override Chart Chart => new RowChart
    {
        Rows = [.. Features.Select(feature => new ChartRow(
            feature.Feature.Name,
            feature.Feature.Value,
            feature.Feature.Number is null ? "" : string.Create(_provider, $"signs {feature.SignAgreement:0.00}"),
            feature.Feature.Number is { } number ? [new BarMark(0, feature.Disagreement, "te-band"), new PointMark(Math.Abs(number), 1)] : []) { IsQuiet = feature.Feature.IsProtected })],
        AxisTitle = "per standard deviation: how far environments are apart (bar), magnitude of the agreed effect (square)",
        References = [(0, "")],
        Legend = new([("the effect they agree on", 1)]),
        Provider = _provider,
    };

    /// <summary>The picture of an explanation by environments.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explanation">The explanation, by a method with environments.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">The method has no environments, or an option is outside what it may be.</exception>
    public static EnvironmentsPicture Of<T>(Explanation<T> explanation, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explanation);
        PictureOptions given = PictureOptions.Checked(options);
        if (explanation.Agreement is not { } agreement)
            throw new InvalidOptionException($"The explanation is by {explanation.Explainer.Name}, which drew no environments; a picture of them needs an explanation by Linex with Redraws or a Partition.");
        Feature<T>[] order = [.. T.Schema.Features.OrderByDescending(Apart)];
        int shown = Math.Min(given.MostRows, order.Length);
        List<string> notes = [];
        if (shown < order.Length)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"The environments are less apart on {order.Length - shown} more {Noun.Of(order.Length - shown, "feature")}."));
        return new($"Where the environments of {explanation.Explainer.Name} disagree about {explanation.Output}", [.. notes], given.Provider)
        {
            Environments = agreement.Environments,
            Features = [.. order.Take(shown).Select(feature => feature.IsProtected && given.Withholds
                ? (new(feature.DisplayName, ShownRows<T>.Protected, null) { IsProtected = true }, double.NaN, double.NaN)
                : (new PictureBar(feature.DisplayName, feature.Format(explanation.Columns, given.Provider), explanation.Standardized[feature]) { IsProtected = feature.IsProtected }, Apart(feature), agreement.SignAgreement[feature]))],
        };

        double Apart(Feature<T> feature) => agreement.Disagreement[feature] * explanation.Statistics.Scale[feature.Index];
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["feature", "value", "agreed effect", "apart", "agreement of signs"],
        Features.Select(feature => (PictureCell[])[
            new(feature.Feature.Name),
            new(feature.Feature.Value),
            feature.Feature.Number is { } number ? new(NumberText.Signed(number, _provider), number) : new("withheld"),
            double.IsNaN(feature.Disagreement) ? new("withheld") : new(NumberText.Answer(feature.Disagreement, _provider), feature.Disagreement),
            double.IsNaN(feature.SignAgreement) ? new("withheld") : new(feature.SignAgreement.ToString("0.00", _provider), feature.SignAgreement)]));
}
