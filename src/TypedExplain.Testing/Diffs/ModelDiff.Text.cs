using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Testing.Diffs;
using TypedExplain.Testing.Reasons;

namespace TypedExplain.Testing;

public sealed partial class ModelDiff<T>
{
    /// <summary>
    /// The diff as a person reads it: first what only seeds change where that is much, then what the model changes, by reason, by
    /// feature and by segment, and the first instances. Values of protected features are withheld.
    /// </summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Two models of {T.Schema.Name} over {Instances.Length:#,##0} {Noun.Of(Instances.Length, "instance")}, explained by {Explainer.Name} under {Options.Seeds} {Noun.Of(Options.Seeds, "seed")}\n");
        if (Noise is { } noise)
            text.Append(CultureInfo.InvariantCulture, $"  caution: {noise}\n");
        if (Failed.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"  caution: {Failed.Length} could not be explained and do not count:{InstanceText.Lines([.. Failed.Select(failure => "  " + failure)])}\n");
        if (Options.TopReasons >= T.Schema.Features.Length)
            text.Append(CultureInfo.InvariantCulture, $"  caution: {T.Schema.Name} has {T.Schema.Features.Length} {Noun.Of(T.Schema.Features.Length, "feature")}, so its first {Options.TopReasons} reasons are hardly ever others, whatever a model does; state fewer TopReasons\n");
        text.Append(CultureInfo.InvariantCulture, $"  another answer{(Options.Tolerance > 0 ? $", by more than {Options.Tolerance:G6}" : "")}: {Prediction}; mean {MeanPredictionChange:G3}, largest {LargestPredictionChange:G3}\n\n");
        Reasons(text);
        text.Append('\n');
        FeatureTable(text);
        if (Segments.Length > 0)
        {
            text.Append('\n');
            SegmentTable(text);
        }

        string[] changed = [.. Instances.Where(instance => instance.IsChanged).Select(instance => instance.ToString())];
        if (changed.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nreasons changed by the model:{InstanceText.Lines(changed)}\n");
        return text.ToString();
    }

    /// <summary>What to know first where seeds by themselves change much, and what to do; null where they do not.</summary>
    internal string? Noise
    {
        get
        {
            bool isFirst = FirstReason.Noise.Value > Options.MaximumNoise;
            (string what, ReasonChange change) = isFirst ? ("first reason", FirstReason) : ($"first {Options.TopReasons} reasons", TopReasons);
            return !IsNoisy ? null : $"two seeds by themselves change the {what} of {change.Noise} under the model {(change.Noise == change.BetweenSeeds ? "before" : "after")}; of {change.Undecided.Count:#,##0} it is not told what the model changes. {Remedy.Of(Explainer)}";
        }
    }

    private void Reasons(StringBuilder text)
    {
        TextTable table = new("", "changed by the model", "not told", "seeds, before", "seeds, after", "one run each", "p");
        foreach ((string name, ReasonChange change) in (ReadOnlySpan<(string, ReasonChange)>)[("first reason", FirstReason), ($"first {Options.TopReasons} reasons", TopReasons), ("direction of a reason", Direction)])
            table.Add(name, change.Changed.ToString() + Mark(change), Count(change.Undecided), Count(change.BetweenSeeds), Count(change.BetweenSeedsAfter), Count(change.BetweenRuns), IsExact ? "–" : Chance(change.PValue));
        table.Write(text);
        text.Append("  changed by the model: no seed changes it within a model, and all seeds of one differ from all of the other\n");
        text.Append(IsExact ? "  not told, seeds: none, since all seeds agree to the bit; * changed by the model\n"
            : "  not told: a seed by itself changes it; seeds: what differs between two seeds of one model; one run each: between the models under two seeds\n  * beyond what seeds do, by an exact sign test at 5 % over all lines of the table\n");
    }

    private void FeatureTable(StringBuilder text)
    {
        TextTable table = new("feature", "first before", "first after", $"into the first {Options.TopReasons}", "out of them", "other direction");
        FeatureDiff<T>[] shown = [.. Features.Where(feature => feature.FirstBefore + feature.FirstAfter + feature.Entered + feature.Left + feature.Direction.Changed.Count > 0 || feature.Reason.IsByModel || feature.Direction.IsByModel)];
        foreach (FeatureDiff<T> feature in shown)
            table.Add(feature.Feature.DisplayName + (feature.Feature.IsProtected ? " (protected)" : ""), Number(feature.FirstBefore), Number(feature.FirstAfter), Number(feature.Entered) + Mark(feature.Reason), Number(feature.Left) + Mark(feature.Reason), Number(feature.Direction.Changed.Count) + Mark(feature.Direction));
        table.Write(text);
        int others = Features.Length - shown.Length;
        if (others > 0)
            text.Append(CultureInfo.InvariantCulture, $"  {others} other{(others == 1 ? "" : "s")}: 0\n");
    }

    private void SegmentTable(StringBuilder text)
    {
        TextTable table = new("segment", "instances", "another answer", "first reason", $"first {Options.TopReasons} reasons", "direction", "not told");
        int group = 0;
        foreach (SegmentDiff<T> segment in Segments)
        {
            string value = segment.Feature.IsProtected ? string.Create(CultureInfo.InvariantCulture, $"group {++group}, withheld (protected)") : segment.Value;
            table.Add(
                $"{segment.Feature.DisplayName}: {value}",
                Number(segment.Instances),
                Percent(segment.Prediction),
                Percent(segment.FirstReason.Changed) + Mark(segment.FirstReason),
                Percent(segment.TopReasons.Changed) + Mark(segment.TopReasons),
                Percent(segment.Direction.Changed) + Mark(segment.Direction),
                Percent(segment.TopReasons.Undecided));
        }

        table.Write(text);
    }

    private static string Mark(ReasonChange change) => change.IsByModel ? " *" : "  ";

    private static string Number(int count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Count(Share share) => Number(share.Count);

    private static string Percent(Share share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share.Value:0.0} % ({100 * share.Lower:0.0} to {100 * share.Upper:0.0})");

    private static string Chance(double p) => p < 0.0001 ? "below 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
