using CreditService.Applicants;
using CreditService.Deciding;
using CreditService.Forms;

namespace CreditService.Pages;

/// <summary>A decision: why, what would change it, and where it can be checked.</summary>
public static class DecisionPage
{
    /// <summary>The page.</summary>
    public static Html Of(Decision decision)
    {
        FormValues<CreditApplication> form = FormValues<CreditApplication>.Of(decision.Application);
        return Layout.Of(
            decision.IsApproved ? "Approved" : "Denied",
            $"""
            <p class="score">The score is <strong>{decision.Score.ToScore()}</strong>; a loan is granted from {decision.Cutoff.ToScore()} on. The score is the chance, as the model sees it, that the loan is paid back.</p>
            <h2>{(decision.IsApproved ? "Reasons" : "Principal reasons")}</h2>
            {ReasonsPart.Of(decision.Reasons.Result)}
            <h2>What would change the decision</h2>
            {RecoursePart.Of(decision.Recourse.Result)}
            <h2>Receipts</h2>
            <p>What this page says can be made again, to the bit, from these receipts.</p>
            <ul class="receipts">{Receipt(decision.Reasons.Receipt, "the reasons")}{Receipt(decision.Recourse.Receipt, "what would change the decision")}</ul>
            <h2>The application</h2>
            {Values(decision.Application)}
            <div class="actions">
            <form method="post" action="/report">{FormField.Hidden(form)}<button type="submit">Printable report</button></form>
            <form method="post" action="/report?audience=validator">{FormField.Hidden(form)}<button type="submit" class="second">Report with all numbers</button></form>
            <form method="post" action="/edit">{FormField.Hidden(form)}<button type="submit" class="second">Change the application</button></form>
            </div>
            """);
    }

    private static Html Receipt(LogEntry? receipt, string of) => receipt is null ? Html.Nothing : $"""
        <li><form method="post" action="/validator/receipts/{receipt.Sequence}/replay">Receipt <strong>{receipt.Sequence}</strong> of {of}, {receipt.Time.ToText()} <button type="submit" class="second small" aria-label="Replay receipt {receipt.Sequence}">Replay</button></form></li>
        """;

    private static Html Values(CreditApplication application)
    {
        double[] columns = new double[FeatureSchema.Of<CreditApplication>().Columns];
        FeatureSchema.Of<CreditApplication>().Encode(application, columns);
        return $"""
            <table class="values"><caption>What was entered</caption><tbody>
            {FeatureSchema.Of<CreditApplication>().Features.Select(feature => (Html)$"""<tr><th scope="row">{feature.DisplayName}</th><td>{(feature.IsProtected ? "protected, not shown" : Shown(feature, columns))}</td></tr>""")}
            </tbody></table>
            """;
    }

    private static string Shown(Feature<CreditApplication> feature, double[] columns) => feature.Kind == FeatureKind.Flag
        ? feature.Format(columns) == "true" ? "Yes" : "No"
        : feature.Format(columns);
}
