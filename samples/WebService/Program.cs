using System.Text.Json.Serialization;
using WebService;

// A service that decides on loans: an explanation of each answer as JSON without protected values, a receipt of each in a log,
// and a replay of any of them.
//   curl localhost:5000/loans -H 'Content-Type: application/json' -d '{"income":21000,"amount":9000,"term":24,"work":"Employed","age":41}'
//   curl localhost:5000/receipts/0/replay
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options =>
{
    options.SerializerOptions.Converters.Add(new JsonStringEnumConverter<Work>());
    options.SerializerOptions.Converters.Add(new ResultConverter<Outcome<Applicant>>(ProtectedValues.Withheld));
});
builder.Services.AddSingleton(new Credit(new FileReceiptLog(builder.Configuration["log"] ?? "receipts.jsonl")));

WebApplication app = builder.Build();
app.MapPost("/loans", (Applicant applicant, Credit credit) =>
{
    try
    {
        return Results.Ok(credit.Explain(applicant));
    }
    catch (InvalidFeatureException error)
    {
        return Results.Problem(error.Message, statusCode: StatusCodes.Status400BadRequest);
    }
});
app.MapGet("/receipts/{sequence:long}/replay", (long sequence, Credit credit) => credit.Replay(sequence) is { } replay ? Results.Text(replay) : Results.NotFound());
app.Run();
