using TypedExplain.Telemetry;

namespace TypedExplain.Decisions;

public abstract partial class RecourseOutcome<T> : ITold
{
    ToldResult ITold.Told => this is BudgetExhausted<T>
        ? new("Recourse", ToldResult.Refused, [], [], "out_of_budget")
        : new("Recourse", ToldResult.Explained, [], [], null);
}
