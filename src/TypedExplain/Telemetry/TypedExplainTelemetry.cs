namespace TypedExplain;

/// <summary>
/// The names of all that is told to OpenTelemetry and other listeners: one source of activities and one meter, their instruments
/// and tags. No tag ever holds a feature's name or value, a row's key, a text, a model's answer or the message of an error.
/// </summary>
/// <remarks>Without a listener nothing is measured. Results do not depend on who listens.</remarks>
public static class TypedExplainTelemetry
{
    /// <summary>The name of the source of activities: <c>AddSource(TypedExplainTelemetry.SourceName)</c>.</summary>
    public const string SourceName = "TypedExplain";

    /// <summary>The name of the meter: <c>AddMeter(TypedExplainTelemetry.MeterName)</c>.</summary>
    public const string MeterName = "TypedExplain";

    /// <summary>The activity of one explanation, from its first question to its result.</summary>
    public const string ExplainActivity = "explain";

    /// <summary>Counts explanations that ended, whatever became of them.</summary>
    public const string ExplanationsCounter = "typedexplain.explanations";

    /// <summary>Counts the rows that runs asked about.</summary>
    public const string QueriesCounter = "typedexplain.queries";

    /// <summary>Counts the batches in which runs asked.</summary>
    public const string BatchesCounter = "typedexplain.batches";

    /// <summary>Counts the caveats of results, by name.</summary>
    public const string CaveatsCounter = "typedexplain.caveats";

    /// <summary>Counts refusals, by the kind of their reason.</summary>
    public const string RefusalsCounter = "typedexplain.refusals";

    /// <summary>Counts the rows that a <see cref="CachedModel{T}"/> answered from memory.</summary>
    public const string CacheHitsCounter = "typedexplain.cache.hits";

    /// <summary>Counts the rows that a <see cref="CachedModel{T}"/> asked its model about.</summary>
    public const string CacheMissesCounter = "typedexplain.cache.misses";

    /// <summary>How long an explanation took, in seconds.</summary>
    public const string DurationHistogram = "typedexplain.explanation.duration";

    /// <summary>The weighted R² of surrogates.</summary>
    public const string FitHistogram = "typedexplain.fit";

    /// <summary>The requests that are left of a <see cref="QueryBudget"/> that has a name and a ceiling.</summary>
    public const string BudgetCallsGauge = "typedexplain.budget.calls.left";

    /// <summary>The rows that are left of a <see cref="QueryBudget"/> that has a name and a ceiling.</summary>
    public const string BudgetRowsGauge = "typedexplain.budget.rows.left";

    /// <summary>The name of the record's type.</summary>
    public const string RecordTag = "typedexplain.record";

    /// <summary>The name of the method; not there where a run of one's own ends without a result that knows it.</summary>
    public const string MethodTag = "typedexplain.method";

    /// <summary>What the model answers with: score, probability, log_odds or amount; not there for several outputs.</summary>
    public const string OutputKindTag = "typedexplain.output.kind";

    /// <summary>How many rows the explanation asked about.</summary>
    public const string QueriesTag = "typedexplain.explanation.queries";

    /// <summary>In how many batches.</summary>
    public const string BatchesTag = "typedexplain.explanation.batches";

    /// <summary>What became of it: explained, certified, best_effort, refused or failed.</summary>
    public const string OutcomeTag = "typedexplain.outcome";

    /// <summary>The names of all caveats of a result, of an activity.</summary>
    public const string CaveatsTag = "typedexplain.caveats";

    /// <summary>The name of one caveat, of the counter.</summary>
    public const string CaveatTag = "typedexplain.caveat";

    /// <summary>
    /// The kind of reason of a refusal: out_of_budget or no_fit of a certifier, out_of_budget of recourse, and of principal reasons
    /// not_adverse, rounding_decides, nothing_adverse, protected_feature, reasonless_feature, tie, undecided, out_of_budget, not_additive,
    /// poor_fit or not_deterministic.
    /// </summary>
    public const string RefusalReasonTag = "typedexplain.refusal.reason";

    /// <summary>The <see cref="QueryBudget.Name"/> of a budget.</summary>
    public const string BudgetNameTag = "typedexplain.budget.name";

    /// <summary>The type of the error that ended a failed explanation; never its message.</summary>
    public const string ErrorTypeTag = "error.type";
}
