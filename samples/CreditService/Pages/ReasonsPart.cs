using CreditService.Applicants;
using TypedExplain.Decisions;

namespace CreditService.Pages;

/// <summary>The principal reasons as a person is told them, or why none are stated.</summary>
public static class ReasonsPart
{
    /// <summary>The part of a page.</summary>
    public static Html Of(ReasonStatement<CreditApplication> statement) => statement switch
    {
        Stated<CreditApplication> stated => $"""
            <ol class="reasons">{stated.Reasons.Select(reason => Item(reason.Reason))}</ol>
            {stated.Warnings.Select(warning => (Html)$"""<p class="note">{warning}</p>""")}
            """,
        AutomaticDenial<CreditApplication> denied => $"""<ol class="reasons">{denied.Reasons.Select(Item)}</ol>""",
        ReasonsRefused<CreditApplication> { Cause: RefusalCause.NotAdverse } => $"""<p>The decision is in the applicant’s favor, so that there are no reasons against it.</p>""",
        ReasonsRefused<CreditApplication> refused => $"""<p class="note"><strong>No reasons are stated: a person must decide.</strong> {refused.Explanation}</p>""",
    };

    private static Html Item(Reason<CreditApplication> reason) => $"""<li>{reason.Text} <span class="code">({reason.CodeText})</span></li>""";
}
