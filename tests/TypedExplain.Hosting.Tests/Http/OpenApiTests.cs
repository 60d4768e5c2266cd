using System.Text.Json;
using TypedExplain.Hosting.Tests.App;
using TypedExplain.Tests.Support;

namespace TypedExplain.Hosting.Tests.Http;

/// <summary>The OpenAPI document tells a client what each feature may be, and every endpoint.</summary>
public class OpenApiTests
{
    [Fact]
    public async Task Each_feature_is_told_with_its_range_unit_and_categories()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement document = await app.GetAsync("/openapi/v1.json");
        JsonElement record = document.GetProperty("components").GetProperty("schemas").GetProperty("Applicant");
        JsonElement income = record.GetProperty("properties").GetProperty("Income");
        Assert.Equal((0, 500_000), (income.GetProperty("minimum").GetDouble(), income.GetProperty("maximum").GetDouble()));
        Assert.Contains("EUR", income.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["Employed", "SelfEmployed", "Retired"], record.GetProperty("properties").GetProperty("Work").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal(["Age", "Amount", "Income", "Term", "Work"], record.GetProperty("required").EnumerateArray().Select(name => name.GetString()).Order());
    }

    [Fact]
    public async Task Every_endpoint_is_in_it()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement paths = (await app.GetAsync("/openapi/v1.json")).GetProperty("paths");
        Assert.Equal(
            ["/loans/contributions", "/loans/explanation", "/loans/page", "/loans/plan", "/loans/reasons", "/loans/receipts/{sequence}", "/loans/receipts/{sequence}/replay", "/loans/recourse", "/loans/schema"],
            paths.EnumerateObject().Select(path => path.Name).Where(path => path.StartsWith("/loans", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        JsonElement explanation = paths.GetProperty("/loans/explanation").GetProperty("post");
        Assert.Equal("#/components/schemas/Applicant", explanation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString());
        Assert.Superset(new HashSet<string> { "200", "400", "413", "415", "429", "503" }, explanation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToHashSet());
        Assert.Equal("sequence", paths.GetProperty("/loans/receipts/{sequence}").GetProperty("get").GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task It_is_worth_reading()
    {
        await using TestApp app = await TestApp.StartAsync();
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            (await app.GetAsync("/openapi/v1.json")).WriteTo(writer);
        Snapshot.Matches(System.Text.Encoding.UTF8.GetString(text.ToArray()) + "\n", "json");
    }
}
