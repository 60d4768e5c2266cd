using System.Globalization;
using TypedExplain.Decisions;
using TypedExplain.Reports.Pictures.Bars;

namespace TypedExplain.Reports.Pages;

/// <summary>The parts of a page on a decision that its explanation has nothing to do with.</summary>
internal static class DecisionParts
{
    /// <summary>Reasons and recourse, where there are any.</summary>
    public static void Lead<T>(PageWriter page, Report<T> report)
        where T : IFeatureRecord<T>
    {
        if (report.Reasons is { } statement)
        {
            page.Section("Principal reasons");
            Reasons(page, statement, report);
        }

        if (report.Recourse is { } outcome)
        {
            page.Section("What would change it");
            RecoursePicture picture = RecoursePicture.Of(outcome, report.Pictures);
            page.Paragraph(picture.Summary);
            page.Figure(picture);
        }
    }

    /// <summary>What the model would answer otherwise, where that was looked at.</summary>
    public static void WhatIf<T>(PageWriter page, Report<T> report)
        where T : IFeatureRecord<T>
    {
        CeterisParibusCurve<T>[] curves = [.. report.WhatIf.Where(curve => !(curve.Feature.IsProtected && report.Pictures.Withholds))];
        if (curves.Length > 0)
            page.Section("What if");
        foreach (CeterisParibusCurve<T> curve in curves)
            page.Figure(CurvePicture.Of([curve], report.Pictures));
    }

    /// <summary>How the explanation was made.</summary>
    public static void Method(PageWriter page, IDescribed explainer, string work)
    {
        page.Section("How it was made");
        page.Paragraph(Sentence.Of(work));
        page.Html($"<pre>{Drawing.Svg.Escape(explainer.Describe().ToString())}</pre>\n");
    }

    public static string Footer<T>(Report<T> report)
        where T : IFeatureRecord<T> => report.Audience == ReportAudience.Customer
            ? "Made from the answer of a model. Each figure has its numbers in a table below it."
            : $"Made by TypedExplain from results about {T.Schema.Name}. Each figure has its numbers in a table below it.";

    private static void Reasons<T>(PageWriter page, ReasonStatement<T> statement, Report<T> report)
        where T : IFeatureRecord<T>
    {
        switch (statement)
        {
            case Stated<T> stated when report.Audience == ReportAudience.Customer:
                page.List(stated.Reasons.Select(reason => reason.Reason.TextIn(report.Culture)), isOrdered: true);
                break;
            case Stated<T> stated:
                page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{stated.Output} is {stated.Score:G6}, the cutoff {stated.Cutoff:G6}; compared with {stated.Reference}."));
                page.Table(StatedTable(stated, report.Culture), "Principal reasons");
                foreach (string warning in stated.Warnings)
                    page.Paragraph(Sentence.Of(warning), "te-warn");
                break;
            case AutomaticDenial<T> denial:
                page.List(denial.Reasons.Select(reason => reason.TextIn(report.Culture)), isOrdered: true);
                break;
            case ReasonsRefused<T> refused:
                page.Paragraph(Sentence.Of($"no reasons are stated, since they could mislead: {refused.Explanation}"), "te-warn");
                break;
        }
    }

    private static PictureTable StatedTable<T>(Stated<T> stated, CultureInfo culture)
        where T : IFeatureRecord<T> => PictureTable.Of(
            ["code", "reason", "contribution", "interval", "features", "tied"],
            stated.Reasons.Select(reason => (PictureCell[])[
                new(reason.Reason.CodeText),
                new(reason.Reason.TextIn(culture)),
                new(Schema.Values.NumberText.Signed(reason.Contribution, culture), reason.Contribution),
                new(reason.Interval is { } interval ? Intervals.Text(interval.Lower, interval.Upper, culture) : "exact"),
                new(string.Join(", ", reason.Features.Select(feature => feature.DisplayName))),
                new(reason.IsTied ? "yes" : "no")]));
}
