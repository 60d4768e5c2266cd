using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace TypedExplain.Hosting.Http;

/// <summary>What an OpenAPI document says of an endpoint: the record with each feature's name, range, unit and categories, the answers and the problems.</summary>
internal static class OpenApiForm
{
    private const string Json = "application/json", ProblemJson = "application/problem+json";
    private const string Schemas = "https://github.com/typedexplain/typedexplain/blob/main/docs/schemas/";

    private static readonly (string Status, string Says)[] s_problems =
    [
        ("400", "The record is not valid: errors has what each member must be."),
        ("413", "The body is too long."),
        ("415", "The body is not JSON."),
        ("429", "Too many questions wait; Retry-After says when to ask again."),
        ("501", "The service is not set up for this."),
        ("503", "The budget is used up, or the receipt cannot be kept."),
    ];

    /// <summary>Adds it to an endpoint.</summary>
    public static void Describe<T>(IEndpointConventionBuilder endpoint, EndpointForm<T> form, string? name)
        where T : IFeatureRecord<T> => endpoint.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            string record = name is null ? T.Schema.Name : $"{T.Schema.Name} ({name})";
            operation.Summary = form.Summary;
            operation.Tags = new HashSet<OpenApiTagReference> { new(record, context.Document) };
            if (form.TakesRecord)
            {
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Description = $"The record {T.Schema.Name}, by its features.",
                    Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = Component<T>(context.Document!) } },
                };
            }

            if (form.Pattern.Contains("sequence", StringComparison.Ordinal))
            {
                operation.Parameters =
                [
                    new OpenApiParameter { Name = "sequence", In = ParameterLocation.Path, Required = true, Description = "The place of the receipt in the log, from 0.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" } },
                ];
            }
            else if (form.Gives == "text/html")
            {
                operation.Parameters = [new OpenApiParameter { Name = "audience", In = ParameterLocation.Query, Description = "For whom the page is.", Schema = Words(Enum.GetNames<Reports.ReportAudience>()) }];
            }

            operation.Responses = new OpenApiResponses
            {
                ["200"] = new OpenApiResponse { Description = form.Summary, Content = new Dictionary<string, OpenApiMediaType> { [form.Gives] = new() { Schema = Answer(form, context.Document!) } } },
            };
            foreach ((string status, string says) in form.TakesRecord ? s_problems : [("404", "There is no such receipt, or none are kept.")])
                operation.Responses[status] = new OpenApiResponse { Description = says, Content = new Dictionary<string, OpenApiMediaType> { [ProblemJson] = new() { Schema = Shared(context.Document!, "Problem", Problem) } } };
            return Task.CompletedTask;
        });

    /// <summary>The record, once in the document.</summary>
    private static OpenApiSchemaReference Component<T>(OpenApiDocument document)
        where T : IFeatureRecord<T> => Shared(document, T.Schema.Name, () =>
        {
            OpenApiSchema schema = OpenApiModelFactory.Parse<OpenApiSchema>(JsonRecord.Schema<T>(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json")
                ?? throw new InvalidOperationException($"The schema of {T.Schema.Name} cannot be read.");
            schema.Schema = null;
            return schema;
        });

    /// <summary>A schema that several places refer to.</summary>
    private static OpenApiSchemaReference Shared(OpenApiDocument document, string name, Func<OpenApiSchema> make)
    {
        document.Components ??= new();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        if (!document.Components.Schemas.ContainsKey(name))
            document.Components.Schemas.Add(name, make());
        return new(name, document);
    }

    private static OpenApiSchema Answer<T>(EndpointForm<T> form, OpenApiDocument document)
        where T : IFeatureRecord<T>
    {
        if (form.Gives != Json)
            return new() { Type = JsonSchemaType.String };
        if (form.Result is null)
            return new() { Type = JsonSchemaType.Object, Description = form.Summary };
        return new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "remembered", "result" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["remembered"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether the result was given before and remembered." },
                ["receipt"] = Shared(document, "KeptReceipt", Receipt),
                ["result"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = $"{form.Summary} Its schema is {Schemas}{form.Result}." },
            },
        };
    }

    private static OpenApiSchema Receipt() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Where the receipt is, if receipts are kept.",
        Required = new HashSet<string> { "sequence", "id" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["sequence"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "Its place in the log, from 0." },
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The SHA-256 of what it says." },
        },
    };

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Problem details (RFC 9457).",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "For each member that is wrong, what it must be.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };

    private static OpenApiSchema Words(string[] words) => new() { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)JsonValue.Create(word)!)] };
}
