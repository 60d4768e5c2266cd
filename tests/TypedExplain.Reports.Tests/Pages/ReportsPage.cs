using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Reports.Tests.Pages;

/// <summary>The program of docs/reports.md.</summary>
internal static class ReportsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => Loans.Score(loan));
        KernelShap<LoanApplication> shap = new() { Background = loans };
        ShapValues<LoanApplication> values = shap.Values(model, loans[3]);

        // A picture is data first: a title, words, a table, notes.
        WaterfallPicture waterfall = WaterfallPicture.Of(values);
        console.WriteLine(waterfall);
        File.WriteAllText(Path.Combine(Path.GetTempPath(), "loan.svg"), waterfall.ToSvg());

        // A page on one decision, for the person whom it is about.
        ReportPage page = new Report<LoanApplication>
        {
            Title = "About your application",
            Lines = ["Case A-17"],
            WhatIf = [new CeterisParibus<LoanApplication> { Background = loans }.Of(model, loans[3], LoanApplicationFeatures.AnnualIncome)],
        }.Decision(values);
        page.Save(Path.Combine(Path.GetTempPath(), "loan.html"));
        console.WriteLine(page);

        // Any number of explanations, one after another, in memory that does not grow; then a page on all of them.
        PortfolioSummary<LoanApplication> portfolio = new(new() { Background = loans, Segments = [LoanApplicationFeatures.Housing] });
        foreach (LoanApplication loan in loans.Rows)
            portfolio.Add(shap.Values(model, loan));
        ReportPage all = new Report<LoanApplication>
        {
            Curves = [
                new PartialDependence<LoanApplication> { Background = loans }.Of(model, LoanApplicationFeatures.AnnualIncome),
                new AccumulatedLocalEffects<LoanApplication> { Background = loans }.Of(model, LoanApplicationFeatures.AnnualIncome)],
        }.Portfolio(portfolio, own: values);
        foreach (Picture picture in all.Pictures)
            console.WriteLine($"{picture.Title}: {picture.Summary}");
        // </page>
    }

    /// <summary>The shorter pieces of code of the page, in their order.</summary>
    public static IReadOnlyList<Picture> More(Dataset<LoanApplication> loans, IModel<LoanApplication> model, KernelShap<LoanApplication> shap, FeatureCurve<LoanApplication> before, FeatureCurve<LoanApplication> after)
    {
        // <piece>
        SurfacePicture together = SurfacePicture.Of(new PartialDependence<LoanApplication> { Background = loans }
            .Of(model, LoanApplicationFeatures.AnnualIncome, LoanApplicationFeatures.Housing));
        // </piece>
        // <piece>
        CurvePicture versions = CurvePicture.Of<LoanApplication>([before, after], names: ["version 1", "version 2"]);
        // </piece>
        // <piece>
        InteractionsPicture pairs = InteractionsPicture.Of(shap.Interactions(model, loans[3]));
        Explanation<LoanApplication> explanation = new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans } }.Explain(model, loans[3]);
        TrustRegionPicture region = TrustRegionPicture.Of(explanation, explanation.TrustRegion(model));
        // </piece>
        return [together, versions, pairs, region];
    }
}
