using CreditService.Applicants;
using CreditService.Validation;

namespace CreditService.Pages;

/// <summary>The page of who checks the model.</summary>
public static class ValidatorPage
{
    /// <summary>The page.</summary>
    /// <param name="known">The known applicants; null while they are looked at.</param>
    /// <param name="count">How many receipts there are.</param>
    /// <param name="before">The place before which they are listed.</param>
    /// <param name="receipts">The receipts of the page, the newest first.</param>
    public static Html Of(Portfolio? known, long count, long before, IReadOnlyList<KeptReceipt> receipts) => Layout.Of(
        "Validator",
        $"""
        <h2>The known applicants</h2>
        {(known is null ? $"""<p class="note">They are being explained. Load the page again in a few seconds.</p>""" : Known(known))}
        <ul class="links">
        <li><a href="/validator/portfolio">The portfolio, with pictures</a></li>
        <li><a href="/validator/drift">Drift: the latest applicants against the known ones</a></li>
        <li><a href="/validator/audit">Audit: who could change a denial</a></li>
        </ul>
        <h2>Receipts</h2>
        {(count == 0 ? $"""<p>There are none yet: <a href="/">decide on an application</a>.</p>""" : Receipts(count, before, receipts))}
        """,
        isValidator: true);

    private static Html Known(Portfolio known) => $"""
        <p>Of {KnownApplicants.All.Count.ToText()} known applicants {known.Denied.Value.ToPercent()} are denied (95 % interval {known.Denied.Lower.ToPercent()} to {known.Denied.Upper.ToPercent()}).</p>
        <table><caption>What moves scores the most</caption>
        <thead><tr><th scope="col">Feature</th><th scope="col" class="number">Mean size of the contribution</th><th scope="col" class="number">Strongest in</th></tr></thead>
        <tbody>{known.Contributions.Ranked().Where(feature => !feature.Feature.IsProtected).Take(5).Select(feature => (Html)$"""<tr><th scope="row">{feature.Feature.DisplayName}</th><td class="number">{feature.MeanMagnitude.ToScore()}</td><td class="number">{feature.FirstShare.ToPercent()}</td></tr>""")}</tbody></table>
        """;

    private static Html Receipts(long count, long before, IReadOnlyList<KeptReceipt> receipts) => $"""
        <table><caption>Receipts {before - receipts.Count} to {before - 1} of {count}, the newest first</caption>
        <thead><tr><th scope="col">Receipt</th><th scope="col">Of</th><th scope="col">Replay</th></tr></thead>
        <tbody>{receipts.Select(Row)}</tbody></table>
        <nav class="pages" aria-label="Receipts">{(before < count ? $"""<a href="/validator">The newest</a> """ : Html.Nothing)}{(before - receipts.Count > 0 ? (Html)$"""<a href="/validator?before={before - receipts.Count}">Older</a>""" : Html.Nothing)}</nav>
        """;

    private static Html Row(KeptReceipt kept) => $"""
        <tr><th scope="row">{kept.Entry.Sequence}</th><td>{kept.Kind}<br><span class="quiet">{kept.Entry.Time.ToText()}</span></td><td><form method="post" action="/validator/receipts/{kept.Entry.Sequence}/replay"><button type="submit" class="second small" aria-label="Replay receipt {kept.Entry.Sequence}">Replay</button></form></td></tr>
        """;
}
