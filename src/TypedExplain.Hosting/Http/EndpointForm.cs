using Microsoft.AspNetCore.Http;

namespace TypedExplain.Hosting.Http;

/// <summary>One endpoint: where it is, what it takes and what it does.</summary>
/// <param name="Name">A word for it.</param>
/// <param name="IsPost">Whether it is posted to.</param>
/// <param name="Pattern">The path below the prefix.</param>
/// <param name="TakesRecord">Whether its body is a record.</param>
/// <param name="Gives">What it answers with: a media type.</param>
/// <param name="Result">The schema of the result, of docs/schemas; null for none.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Handle">Does it.</param>
internal sealed record EndpointForm<T>(string Name, bool IsPost, string Pattern, bool TakesRecord, string Gives, string? Result, string Summary, Func<ExplanationHandlers<T>, HttpContext, Task> Handle)
    where T : IFeatureRecord<T>
{
    private const string Json = "application/json", Html = "text/html";

    /// <summary>All endpoints of a service.</summary>
    public static EndpointForm<T>[] All { get; } =
    [
        new("explanation", true, "/explanation", true, Json, "outcome.v1.json", "The effects of the features, held to the standard.", static (own, http) => own.ServeAsync(http, static (service, record, token) => service.ExplainAsync(record, token))),
        new("contributions", true, "/contributions", true, Json, "shap-values.v1.json", "What each feature adds to the answer.", static (own, http) => own.ServeAsync(http, static (service, record, token) => service.ContributeAsync(record, token))),
        new("reasons", true, "/reasons", true, Json, "reasons.v1.json", "The principal reasons for the decision, or why none are stated.", static (own, http) => own.ServeAsync(http, static (service, record, token) => service.StateReasonsAsync(record, token))),
        new("recourse", true, "/recourse", true, Json, "recourse.v1.json", "What would change the decision, or the proof that nothing would.", static (own, http) => own.ServeAsync(http, static (service, record, token) => service.FindRecourseAsync(record, token))),
        new("plan", true, "/plan", true, Json, null, "What an explanation will ask of the model, without asking it.", static (own, http) => own.PlanAsync(http)),
        new("page", true, "/page", true, Html, null, "A page on the decision: one file without scripts, to read or to print. With ?audience=validator that for who checks the model.", static (own, http) => own.PageAsync(http)),
        new("schema", false, "/schema", false, Json, null, "The JSON Schema of the record.", static (_, http) => ServedJson.WriteAsync(http, JsonRecord.Schema<T>())),
        new("receipt", false, "/receipts/{sequence:long:min(0)}", false, Json, null, "A receipt, by its place in the log.", static (own, http) => own.ReceiptAsync(http)),
        new("replay", true, "/receipts/{sequence:long:min(0)}/replay", false, Json, null, "Makes the result of a receipt again and compares to the bit.", static (own, http) => own.ReplayAsync(http)),
    ];
}
