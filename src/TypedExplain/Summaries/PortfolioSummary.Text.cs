using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Schema.Values;
using TypedExplain.Summaries;

namespace TypedExplain;

public sealed partial class PortfolioSummary<T>
{
    private const int MostShown = 30;

    /// <summary>The summary as a table that a person can read, the most important feature first; the numbers of protected features are withheld.</summary>
    public override string ToString()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        StringBuilder text = new();
        text.Append(culture, $"{(_identity is { } own ? $"{SummaryIdentity.Of(own.Quantity)} to {own.Output} of {T.Schema.Name}" : $"summary of {T.Schema.Name}")}: {Told()}\n");
        if (Explained == 0)
            return text.ToString();
        NumberSummary answers = Answers;
        text.Append(culture, $"  answers {NumberText.Answer(answers.Mean, culture)} on average, median {NumberText.Answer(answers.Quantile(0.5), culture)}, {NumberText.Answer(answers.Minimum, culture)} to {NumberText.Answer(answers.Maximum, culture)}{(BaseValue is { } origin ? $"; base value {NumberText.Answer(origin, culture)}" : "")}\n");
        Feature<T>[] told = [.. Order().Where(feature => !(feature is { IsProtected: true, Kind: FeatureKind.Missing }))], shown = [.. told.Take(MostShown)];
        string[][] rows = [["", "mean size", "", "mean", "median", "above 0", "first"], .. shown.Select(Row)];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        double longest = shown.Max(feature => feature.IsProtected ? 0 : _features[feature.Index].Numbers.MeanMagnitude());
        for (int i = 0; i < rows.Length; i++)
        {
            text.Append("  ").Append(rows[i][0].PadRight(widths[0])).Append("  ").Append(rows[i][1].PadLeft(widths[1])).Append(rows[i][2].PadRight(widths[2]));
            for (int column = 3; column < widths.Length; column++)
                text.Append("  ").Append(rows[i][column].PadLeft(widths[column]));
            text.Append("  ").Append(i == 0 || shown[i - 1].IsProtected ? "" : TableText.Bar(_features[shown[i - 1].Index].Numbers.MeanMagnitude(), longest));
            while (text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }

        if (told.Length > shown.Length)
            text.Append(culture, $"  and {told.Length - shown.Length} more {Noun.Of(told.Length - shown.Length, "feature")}\n");
        foreach (CaveatCount caveat in Caveats)
            text.Append(culture, $"  caution: {caveat.Caveat} in {caveat.Count} of {Explained}\n");
        return text.ToString();
    }

    /// <summary>How many instances became what.</summary>
    private string Told()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Explained} explained");
        foreach ((long count, string word) in (ReadOnlySpan<(long, string)>)[(Certified, "certified"), (BestEffort, "best effort"), (Refused, "refused"), (Failed, "failed"), (NotReached, "not reached")])
        {
            if (count > 0)
                text.Append(CultureInfo.InvariantCulture, $", {count} {word}");
        }

        return text.ToString();
    }

    private string[] Row(Feature<T> feature)
    {
        if (feature.IsProtected)
            return [feature.DisplayName, ShownRows<T>.Protected, "", "", "", "", ""];
        CultureInfo culture = CultureInfo.InvariantCulture;
        FeatureSummary<T> summary = this[feature];
        return
        [
            feature.DisplayName,
            NumberText.Answer(summary.MeanMagnitude, culture),
            Explained > 1 ? $" ± {NumberText.Answer(summary.StandardErrorOfMagnitude, culture)}" : "",
            NumberText.Signed(summary.Mean, culture),
            NumberText.Signed(summary.Quantile(0.5), culture),
            summary.PositiveShare.ToString("0.0 %", culture),
            summary.FirstShare.ToString("0.0 %", culture),
        ];
    }

    private IEnumerable<Feature<T>> Order() => RankedFeatures.By(Importance);
}
