using CreditService.Applicants;

namespace CreditService.Endpoints;

/// <summary>The score of an application without an explanation: what the model alone costs.</summary>
public static class ScoreEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapScore(this IEndpointRouteBuilder app) => app
        .MapPost("/score", async (HttpContext http, IModel<CreditApplication> model) =>
        {
            using MemoryStream body = new();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            try
            {
                return Results.Ok(new ScoreAnswer(model.Predict(JsonRecord.Read<CreditApplication>(body.ToArray().AsSpan()))));
            }
            catch (InvalidRecordException error)
            {
                return Results.ValidationProblem(error.Faults.GroupBy(fault => fault.Member).ToDictionary(group => group.Key, group => group.Select(fault => fault.Allowed).ToArray()));
            }
        })
        .Produces<ScoreAnswer>()
        .ProducesValidationProblem()
        .WithSummary("The chance that a loan is paid back, without an explanation and without a receipt.");
}

/// <summary>A score.</summary>
/// <param name="Score">The chance that the loan is paid back.</param>
public sealed record ScoreAnswer(double Score);
