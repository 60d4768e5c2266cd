using TypedExplain.Errors;
using TypedExplain.Reports.Pictures.Bars;

namespace TypedExplain.Reports.Pages;

/// <summary>A page on one decision.</summary>
/// <param name="report">What is on it.</param>
internal readonly struct DecisionPage<T>(Report<T> report)
    where T : IFeatureRecord<T>
{
    private bool IsForCustomer => report.Audience == ReportAudience.Customer;

    public ReportPage Of(ShapValues<T> values)
    {
        if (report.Region is not null)
            throw new InvalidOptionException($"Region of a report is of an explanation by effects, and these are contributions of {values.Explainer.Name}. Give the explanation that the region was made from, or leave it out.");
        WaterfallPicture picture = WaterfallPicture.Of(values, report.Pictures);
        PageWriter page = report.Begin(picture.Title);
        DecisionParts.Lead(page, report);
        page.Section(IsForCustomer ? "What spoke for and against it" : "Contributions");
        page.Paragraph(picture.Summary);
        page.Figure(picture);
        Together(page);
        DecisionParts.WhatIf(page, report);
        if (!IsForCustomer)
            DecisionParts.Method(page, values.Explainer, $"{values.Queries.ToString("#,##0", report.Culture)} {Noun.Of(values.Queries, "row")} asked; {values.Convergence.ToString(report.Culture)}");
        return page.End(DecisionParts.Footer(report));
    }

    public ReportPage Of(Explanation<T> explanation) => Of(explanation, []);

    public ReportPage Of(Outcome<T> outcome)
    {
        if (outcome is Certified<T> certified)
            return Of(certified.Explanation, [$"The explanation meets the standard: {certified.Standard}."]);
        if (outcome is BestEffort<T> effort)
            return Of(effort.Explanation, [$"The explanation does not meet the standard: {string.Join("; ", effort.Missed)}."]);
        PageWriter page = report.Begin($"No explanation of this {T.Schema.Name}");
        page.Section("Refused");
        page.Paragraph(Sentence.Of("there is no explanation that can be relied on: " + ((Refused<T>)outcome).Reason), "te-warn");
        DecisionParts.Lead(page, report);
        return page.End(DecisionParts.Footer(report));
    }

    private ReportPage Of(Explanation<T> explanation, IReadOnlyList<string> standing)
    {
        EffectsPicture picture = EffectsPicture.Of(explanation, report.Pictures);
        PageWriter page = report.Begin(picture.Title);
        DecisionParts.Lead(page, report);
        page.Section(IsForCustomer ? "What it depends on" : "Effects");
        foreach (string sentence in standing)
            page.Paragraph(sentence, explanation.Caveats == Caveats.None ? null : "te-warn");
        page.Paragraph(picture.Summary);
        if (T.Schema.Features.Length > 0)
            page.Figure(picture);
        MediaParts.Write(page, explanation, report.Pictures);
        if (report.Region is { } region)
        {
            page.Section("How far this holds");
            page.Figure(TrustRegionPicture.Of(explanation, region, report.Pictures));
        }

        Together(page);
        DecisionParts.WhatIf(page, report);
        if (!IsForCustomer)
        {
            if (explanation.Agreement is not null && T.Schema.Features.Length > 0)
            {
                page.Section("Environments");
                page.Figure(EnvironmentsPicture.Of(explanation, report.Pictures));
            }

            DecisionParts.Method(page, explanation.Explainer, $"{explanation.Queries.ToString("#,##0", report.Culture)} {Noun.Of(explanation.Queries, "row")} asked; {explanation.Convergence.ToString(report.Culture)}");
        }

        return page.End(DecisionParts.Footer(report));
    }

    private void Together(PageWriter page)
    {
        if (report.Interactions is not { } interactions)
            return;
        page.Section("Features together");
        page.Figure(InteractionsPicture.Of(interactions, report.Pictures));
    }
}
