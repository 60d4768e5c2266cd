using CreditService.Applicants;
using TypedExplain.Decisions;

namespace CreditService.Pages;

/// <summary>What would change a decision, or that nothing would.</summary>
public static class RecoursePart
{
    /// <summary>The part of a page.</summary>
    public static Html Of(RecourseOutcome<CreditApplication> outcome) => outcome switch
    {
        _ when outcome.Wanted.Contains(outcome.Answer) => $"""<p>Nothing has to change: the loan is granted.</p>""",
        Found<CreditApplication> found => $"""
            <p>{(found.Actions.Length == 1 ? "This would have led to a loan:" : "Any one of these would have led to a loan:")}</p>
            <ol class="ways">{found.Actions.Select(Way)}</ol>
            """,
        NoRecourse<CreditApplication> none => $"""
            <p>Nothing that the applicant can change would have led to a loan. All {none.Reachable.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} combinations of changes were ruled out.</p>
            """,
        BudgetExhausted<CreditApplication> undecided => $"""<p class="note"><strong>It is not known whether there is a way:</strong> {undecided.Reason}</p>""",
    };

    private static Html Way(RecourseAction<CreditApplication> action) => $"""
        <li><ul>{action.Changes.Select(Change)}</ul><p class="quiet">The score would be {action.Answer.ToScore()}.</p></li>
        """;

    private static Html Change(FeatureChange<CreditApplication> change) => $"""
        <li>{change.Feature.DisplayName}: {(change.Feature.IsProtected ? "protected" : $"{change.After} instead of {change.Before}")}{(change.IsConsequence ? " (comes with it)" : "")}</li>
        """;
}
