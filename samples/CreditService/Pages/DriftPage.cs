using CreditService.Applicants;
using CreditService.Validation;

namespace CreditService.Pages;

/// <summary>How the latest applicants differ from the known ones.</summary>
public static class DriftPage
{
    /// <summary>From how many standard errors on a difference is marked.</summary>
    private const double Beyond = 3;

    /// <summary>The page.</summary>
    /// <param name="known">The known applicants.</param>
    /// <param name="recent">The latest; null where there are none.</param>
    public static Html Of(Portfolio known, Portfolio? recent) => Layout.Of("Drift", recent is null ? $"""<p>Nobody was decided on yet: <a href="/">decide on an application</a>.</p>""" : Compared(known, recent), isValidator: true);

    private static Html Compared(Portfolio known, Portfolio recent) => $"""
        <p>The latest decisions of the log ({recent.Denied.Of.ToText()}) against the known applicants ({known.Denied.Of.ToText()}).</p>
        <table><caption>Share of applicants who are denied</caption>
        <thead><tr><th scope="col">Applicants</th><th scope="col" class="number">Denied</th><th scope="col" class="number">95 % interval</th></tr></thead>
        <tbody>{Share("Known", known)}{Share("Latest", recent)}</tbody></table>
        <table><caption>Mean contribution to the score</caption>
        <thead><tr><th scope="col">Feature</th><th scope="col" class="number">Known</th><th scope="col" class="number">Latest</th><th scope="col">Beyond chance</th></tr></thead>
        <tbody>{FeatureSchema.Of<CreditApplication>().Features.Where(feature => !feature.IsProtected).Select(feature => Row(feature, Of(known, feature), Of(recent, feature)))}</tbody></table>
        <p class="quiet">Beyond chance is a difference of more than {Beyond.ToText()} standard errors. Protected features are not told.</p>
        """;

    private static Html Share(string who, Portfolio portfolio) => $"""
        <tr><th scope="row">{who}</th><td class="number">{portfolio.Denied.Value.ToPercent()}</td><td class="number">{portfolio.Denied.Lower.ToPercent()} to {portfolio.Denied.Upper.ToPercent()}</td></tr>
        """;

    private static Html Row(Feature<CreditApplication> feature, FeatureSummary<CreditApplication> known, FeatureSummary<CreditApplication> recent) => $"""
        <tr><th scope="row">{feature.DisplayName}</th><td class="number">{known.Mean.ToSigned()}</td><td class="number">{recent.Mean.ToSigned()}</td><td>{Word(known, recent)}</td></tr>
        """;

    private static string Word(FeatureSummary<CreditApplication> known, FeatureSummary<CreditApplication> recent)
    {
        if (recent.Count < 2)
            return "too few";
        double error = Math.Sqrt((known.StandardError * known.StandardError) + (recent.StandardError * recent.StandardError));
        return Math.Abs(recent.Mean - known.Mean) > Beyond * error ? "yes" : "no";
    }

    private static FeatureSummary<CreditApplication> Of(Portfolio portfolio, Feature<CreditApplication> feature) => portfolio.Contributions.Ranked().First(summary => summary.Feature == feature);
}
