using CreditService.Applicants;
using TypedExplain.Decisions;

namespace CreditService.Pages;

/// <summary>Who of the denied could do something about it.</summary>
public static class AuditPage
{
    /// <summary>The page.</summary>
    public static Html Of(RecourseAudit<CreditApplication> audit) => Layout.Of(
        "Audit of recourse",
        $"""
        <p>{audit.All.People.ToText()} known applicants, of whom {audit.All.Denied.ToText()} are denied. “Without a way” is proven: no change that the annotations allow leads to a loan.</p>
        <table><caption>The denied, by housing</caption>
        <thead><tr><th scope="col">Housing</th><th scope="col" class="number">Denied</th><th scope="col" class="number">With a way</th><th scope="col" class="number">Without a way</th><th scope="col" class="number">Not known</th></tr></thead>
        <tbody>{Row("All", audit.All)}{audit.Segments.Select(shares => Row(shares.Segment, shares))}</tbody></table>
        <table><caption>What the cheapest ways change</caption>
        <thead><tr><th scope="col">Feature</th><th scope="col" class="number">Ways</th></tr></thead>
        <tbody>{audit.Changed.Select(changed => (Html)$"""<tr><th scope="row">{changed.Feature.DisplayName}</th><td class="number">{changed.Actions.ToText()}</td></tr>""")}</tbody></table>
        """,
        isValidator: true);

    private static Html Row(string segment, RecourseShares shares) => $"""
        <tr><th scope="row">{segment}</th><td class="number">{shares.Denied.ToText()}</td><td class="number">{shares.WithRecourse.ToText()}</td><td class="number">{shares.WithoutRecourse.ToText()}</td><td class="number">{(shares.Undecided + shares.Failed).ToText()}</td></tr>
        """;
}
