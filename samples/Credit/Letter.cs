using System.Globalization;
using System.Text;
using TypedExplain.Decisions;

namespace Credit;

/// <summary>What a person is told about a decision against them, as text. No number of the model is in it, and nothing that was refused.</summary>
public static class Letter
{
    /// <summary>A letter.</summary>
    /// <param name="statement">The principal reasons, or why none are stated.</param>
    /// <param name="outcome">What would change the answer.</param>
    public static string Of(ReasonStatement<CreditApplication> statement, RecourseOutcome<CreditApplication> outcome)
    {
        StringBuilder text = new("--------------------------------------------------------------\n");
        text.Append(statement switch
        {
            Stated<CreditApplication> stated => $"We could not approve your application. The principal reasons were:\n{stated.ToText(CultureInfo.InvariantCulture)}",
            AutomaticDenial<CreditApplication> denied => $"We could not approve your application, because of:\n{denied.ToText(CultureInfo.InvariantCulture)}",
            ReasonsRefused<CreditApplication> refused => $"[not sent; for review by a person: {refused.Explanation}]\n",
        });
        text.Append('\n').Append(outcome switch
        {
            Found<CreditApplication> found => $"Any one of the following would have changed the answer:\n{string.Concat(found.Actions.Select(action => $"- {Changes(action)}\n"))}",
            NoRecourse<CreditApplication> => "Nothing that you could change by yourself within the next two years would have changed the answer.\n",
            BudgetExhausted<CreditApplication> undecided => $"[for review by a person: {undecided.Reason}]\n",
        });
        return text.ToString();
    }

    private static string Changes(RecourseAction<CreditApplication> action) =>
        string.Join(", and ", action.Changes.Where(change => !change.IsConsequence).Select(change => $"{change.Feature.DisplayName}: {change.After} instead of {change.Before}"));
}
