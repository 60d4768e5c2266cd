using CreditService.Validation;

namespace CreditService.Pages;

/// <summary>What a replay gave.</summary>
public static class ReplayPage
{
    /// <summary>The page.</summary>
    public static Html Of(KeptReceipt kept, ReplayOutcome outcome) => Layout.Of(
        $"Replay of receipt {kept.Entry.Sequence}",
        $"""
        {Outcome(outcome)}
        <table class="values"><caption>The receipt</caption><tbody>
        <tr><th scope="row">Of</th><td>{kept.Kind}</td></tr>
        <tr><th scope="row">Kept at</th><td>{kept.Entry.Time.ToText()}</td></tr>
        <tr><th scope="row">Receipt</th><td class="code">{kept.Receipt.Id}</td></tr>
        <tr><th scope="row">Entry of the log</th><td class="code">{kept.Entry.Id}</td></tr>
        <tr><th scope="row">Entry before</th><td class="code">{kept.Entry.Previous}</td></tr>
        <tr><th scope="row">Library</th><td>{kept.Receipt.LibraryVersion}</td></tr>
        </tbody></table>
        <p><a href="/validator">To all receipts</a></p>
        """,
        isValidator: true);

    private static Html Outcome(ReplayOutcome outcome) => outcome switch
    {
        Identical identical => $"""<p class="good"><strong>Identical.</strong> The result was made again, and every bit is the same. {identical.Note}</p>""",
        Differs differs => $"""
            <p class="note"><strong>It differs.</strong></p>
            <ul>{differs.Reasons.Select(reason => (Html)$"""<li>{reason.Text}</li>""")}</ul>
            """,
        CannotReplay cannot => $"""<p class="note"><strong>It cannot be replayed:</strong> {cannot.Missing}</p>""",
        _ => Html.Nothing,
    };
}
