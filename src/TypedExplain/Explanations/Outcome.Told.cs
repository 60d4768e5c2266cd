using TypedExplain.Telemetry;

namespace TypedExplain;

public abstract partial class Outcome<T> : ITold
{
    ToldResult ITold.Told => this switch
    {
        Certified<T> certified => ToldResult.Of(certified.Explanation) with { Outcome = ToldResult.Certified },
        BestEffort<T> best => ToldResult.Of(best.Explanation) with { Outcome = ToldResult.BestEffort },
        _ => new(null, ToldResult.Refused, [], [], (this as Refused<T>)?.IsWithoutFit == true ? "no_fit" : "out_of_budget"),
    };
}
