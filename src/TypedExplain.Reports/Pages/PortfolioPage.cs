using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Reports.Pictures.Portfolios;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports.Pages;

/// <summary>A page on a portfolio.</summary>
internal static class PortfolioPage
{
    private const int Dependences = 4;

    public static ReportPage Of<T>(Report<T> report, PortfolioSummary<T> summary, ShapValues<T>? own)
        where T : IFeatureRecord<T>
    {
        PageWriter page = report.Begin(string.Create(report.Culture, $"{summary.Explained:#,##0} {Noun.Of(summary.Explained, "explanation")} of {T.Schema.Name}"));
        page.Section("What is here");
        page.Table(Counts(summary, report.Culture), "What became of the instances");
        if (summary.Explained == 0)
        {
            page.Paragraph("There is no explanation to draw.", "te-warn");
            return page.End(Footer(summary, report));
        }

        NumberSummary answers = summary.Answers;
        page.Paragraph($"{summary.Output} is {Answer(answers.Mean)} on average; half of the answers lie between {Answer(answers.Quantile(0.25))} and {Answer(answers.Quantile(0.75))}, all between {Answer(answers.Minimum)} and {Answer(answers.Maximum)}.");
        page.Section("What matters");
        page.Figure(ImportancePicture.Of(summary, report.Pictures));
        page.Figure(BeeswarmPicture.Of(summary, own, report.Pictures));
        if (report.Importances is { } importances)
            page.Figure(ImportancePicture.Of(importances, report.Pictures));
        Feature<T>[] by = [.. summary.Segments.Select(segment => segment.Feature).Distinct()];
        if (by.Length > 0)
            page.Section("By segment");
        foreach (Feature<T> feature in by)
            page.Figure(SegmentsPicture.Of(summary, feature, report.Pictures));
        Feature<T>[] shown = [.. summary.Ranked().Where(feature => !feature.Dependence.IsEmpty && feature.Maximum > feature.Minimum && !(feature.Feature.IsProtected && report.Pictures.Withholds)).Take(Dependences).Select(feature => feature.Feature)];
        if (shown.Length > 0)
            page.Section("How it depends on values");
        foreach (Feature<T> feature in shown)
            page.Figure(DependencePicture.Of(summary, feature, report.Pictures));
        FeatureCurve<T>[][] curves = [.. report.Curves.GroupBy(curve => (curve.Feature, curve.Output, curve.Kind)).Where(group => !(group.Key.Feature.IsProtected && report.Pictures.Withholds)).Select(group => group.ToArray())];
        if (curves.Length > 0)
            page.Section("How the model's answer depends on a feature");
        foreach (FeatureCurve<T>[] group in curves)
            page.Figure(CurvePicture.Of(group, report.Pictures));
        FeatureSurface<T>[] surfaces = [.. report.Surfaces.Where(surface => !((surface.First.IsProtected || surface.Second.IsProtected) && report.Pictures.Withholds))];
        if (surfaces.Length > 0)
            page.Section("How it depends on two features at once");
        foreach (FeatureSurface<T> surface in surfaces)
            page.Figure(SurfacePicture.Of(surface, report.Pictures));
        return page.End(Footer(summary, report));

        string Answer(double answer) => NumberText.Answer(answer, report.Culture);
    }

    private static PictureTable Counts<T>(PortfolioSummary<T> summary, IFormatProvider provider)
        where T : IFeatureRecord<T>
    {
        List<(string, long)> counts = [("explained", summary.Explained)];
        if (summary.Certified + summary.BestEffort > 0)
            counts.AddRange([("of these, meeting the standard", summary.Certified), ("of these, short of the standard", summary.BestEffort)]);
        counts.AddRange([("refused", summary.Refused), ("failed", summary.Failed), ("not reached", summary.NotReached)]);
        counts.AddRange(summary.Caveats.Select(caveat => ($"with the caveat {caveat.Caveat}", caveat.Count)));
        return PictureTable.Of(["what", "instances"], counts.Select(count => (PictureCell[])[new(count.Item1), new(count.Item2.ToString("#,##0", provider), count.Item2)]));
    }

    private static string Footer<T>(PortfolioSummary<T> summary, Report<T> report)
        where T : IFeatureRecord<T> => string.Create(CultureInfo.InvariantCulture, $"Made by TypedExplain from {PortfolioNotes.Numbers(summary)} of {T.Schema.Name}{(report.Pictures.Withholds && T.Schema.Features.Any(feature => feature.IsProtected) ? "; protected values are withheld" : "")}. Each figure has its numbers in a table below it.");
}
