using System.Globalization;
using TypedExplain.Testing;

namespace TypedExplain.Reports.Pages;

/// <summary>A page on two versions of a model.</summary>
internal static class VersionsPage
{
    public static ReportPage Of<T>(Report<T> report, ModelDiff<T> diff)
        where T : IFeatureRecord<T>
    {
        PageWriter page = report.Begin($"Two versions of a model of {T.Schema.Name}");
        page.Section("What changes");
        page.Table(Reasons(diff), "Reasons that the second version changes");
        page.Paragraph(diff.IsExact ? "All seeds agree to the bit, so every difference is the model's." : "Changed: no seed changes it within a version, and all seeds of one differ from all of the other. Noise floor: what two seeds of one version change by themselves.");
        page.Section("By feature");
        page.Figure(DifferencePicture.Of(diff, report.Pictures));
        if (diff.Segments.Length > 0)
        {
            page.Section("By segment");
            page.Table(Segments(diff, report), "Segments");
        }

        return page.End($"Made by TypedExplain from {diff.Instances.Length.ToString("#,##0", report.Culture)} instances under {diff.Options.Seeds.ToString(CultureInfo.InvariantCulture)} seeds, explained by {diff.Explainer.Name}.");
    }

    private static PictureTable Reasons<T>(ModelDiff<T> diff)
        where T : IFeatureRecord<T> => PictureTable.Of(
            ["what", "changed", "95 % interval", "not told", "noise floor", "beyond noise"],
            [
                [new("answer"), Number(diff.Prediction.Value), new(Interval(diff.Prediction)), new(""), new(""), new("")],
                .. ((string, ReasonChange)[])[("first reason", diff.FirstReason), (string.Create(CultureInfo.InvariantCulture, $"first {diff.Options.TopReasons} reasons"), diff.TopReasons), ("direction of a reason", diff.Direction)] is var changes
                    ? changes.Select(change => (PictureCell[])[new(change.Item1), Number(change.Item2.Changed.Value), new(Interval(change.Item2.Changed)), Number(change.Item2.Undecided.Value), Number(change.Item2.Noise.Value), new(change.Item2.IsByModel ? "yes" : "no")])
                    : [],
            ]);

    private static PictureTable Segments<T>(ModelDiff<T> diff, Report<T> report)
        where T : IFeatureRecord<T>
    {
        int group = 0;
        return PictureTable.Of(
            ["segment", "instances", "another answer", "first reason", "beyond noise"],
            diff.Segments.Select(segment => (PictureCell[])[
                new($"{segment.Feature.DisplayName}: {(segment.Feature.IsProtected && report.Pictures.Withholds ? string.Create(CultureInfo.InvariantCulture, $"group {++group}, withheld (protected)") : segment.Value)}"),
                new(segment.Instances.ToString("#,##0", report.Culture), segment.Instances),
                Number(segment.Prediction.Value),
                Number(segment.FirstReason.Changed.Value),
                new(segment.FirstReason.IsByModel ? "yes" : "no")]));
    }

    private static PictureCell Number(double share) => new(string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %"), share);

    private static string Interval(Share share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share.Lower:0.0} % to {100 * share.Upper:0.0} %");
}
