using TypedExplain.Explanations;
using TypedExplain.Telemetry;

namespace TypedExplain.Decisions;

public abstract partial class ReasonStatement<T> : ITold
{
    ToldResult ITold.Told => this is ReasonsRefused<T> refused
        ? new("PrincipalReasons", ToldResult.Refused, [], [], KindOf(refused.Cause))
        : new("PrincipalReasons", ToldResult.Explained, this is Stated<T> stated ? CaveatNames.Of(stated.Caveats) : [], [], null);

    private static string KindOf(RefusalCause cause) => cause switch
    {
        RefusalCause.NotAdverse => "not_adverse",
        RefusalCause.RoundingDecides => "rounding_decides",
        RefusalCause.NothingAdverse => "nothing_adverse",
        RefusalCause.ProtectedFeature => "protected_feature",
        RefusalCause.ReasonlessFeature => "reasonless_feature",
        RefusalCause.Tie => "tie",
        RefusalCause.Undecided => "undecided",
        RefusalCause.OutOfBudget => "out_of_budget",
        RefusalCause.NotAdditive => "not_additive",
        RefusalCause.PoorFit => "poor_fit",
        _ => "not_deterministic",
    };
}
