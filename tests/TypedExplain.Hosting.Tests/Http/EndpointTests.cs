using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Decisions;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Http;

/// <summary>What the endpoints answer with is what the library makes, to the byte.</summary>
public class EndpointTests
{
    [Fact]
    public async Task Each_question_is_answered_as_by_the_library()
    {
        await using TestApp app = await TestApp.StartAsync();
        GaussianNeighborhood<Applicant> around = new() { Background = Applicants.Known, Samples = 100 };
        Certifier<Applicant> certifier = new() { Explainer = new Linex<Applicant> { Neighborhood = around } };
        PrincipalReasons<Applicant> reasons = new() { Reference = Reference.AllApplicants<Applicant>(Applicants.Known), Cutoff = 0.6 };
        Recourse<Applicant> recourse = new() { Wanted = answer => answer >= 0.6 };
        (string, IJsonResult)[] expected =
        [
            ("explanation", certifier.Explain(Applicants.Model, Applicants.Denied)),
            ("contributions", new KernelShap<Applicant> { Background = Applicants.Known }.Values(Applicants.Model, Applicants.Denied)),
            ("reasons", reasons.State(Applicants.Model, Applicants.Denied)),
            ("recourse", recourse.Find(Applicants.Model, Applicants.Denied)),
        ];
        foreach ((string question, IJsonResult result) in expected)
        {
            JsonElement answer = await app.AnswerAsync($"/loans/{question}", Applicants.Denied);
            Assert.Equal(result.ToJson(ProtectedValues.Withheld), answer.GetProperty("result").GetRawText());
            Assert.False(answer.GetProperty("remembered").GetBoolean());
            Assert.False(answer.TryGetProperty("receipt", out _));
        }
    }

    [Fact]
    public async Task Protected_values_are_told_where_the_options_say_so()
    {
        await using TestApp app = await TestApp.StartAsync(options: new(TestApp.Options) { ["Explain:ProtectedValues"] = "Kept" });
        JsonElement answer = await app.AnswerAsync("/loans/contributions", Applicants.Denied);
        Assert.Equal(Applicants.Denied.Age, ShapValues<Applicant>.FromJson(answer.GetProperty("result").GetRawText()).Instance.Age);
    }

    [Fact]
    public async Task A_plan_says_what_is_asked_and_a_schema_what_is_taken()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement plan = await app.AnswerAsync("/loans/plan", Applicants.Denied);
        Assert.Equal("certified LINEX", plan.GetProperty("method").GetString());
        Assert.InRange(plan.GetProperty("queries").GetInt64(), 100, 20_000);
        Assert.Equal(JsonRecord.Schema<Applicant>(), (await app.GetAsync("/loans/schema")).GetRawText());
    }

    [Fact]
    public async Task A_page_is_one_file_under_a_strict_policy()
    {
        await using TestApp app = await TestApp.StartAsync();
        Assert.NotEqual(await PageAsync(app, ""), await PageAsync(app, "?audience=validator"));
        Assert.Equal(await PageAsync(app, "?audience=Customer"), await PageAsync(app, ""));
    }

    private static async Task<string> PageAsync(TestApp app, string query)
    {
        using HttpResponseMessage response = await app.PostAsync($"/loans/page{query}", Applicants.Denied);
        string html = await response.Content.ReadAsStringAsync();
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("</html>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        return html;
    }

    [Fact]
    public async Task A_service_is_mapped_under_several_prefixes()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddOpenApi();
        builder.Services.AddTypedExplain().AddModel(_ => Applicants.Model).AddBackground(_ => Applicants.Known).AddExplainer<Applicant>();
        await using WebApplication app = builder.Build();
        app.MapExplanations<Applicant>("/v1");
        app.MapExplanations<Applicant>("/v2");
        app.MapOpenApi();
        await app.StartAsync();
        using HttpClient client = app.GetTestClient();
        string document = await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        foreach (string name in (string[])["\"Applicant-plan\"", "\"Applicant-2-plan\""])
            Assert.Contains(name, document, StringComparison.Ordinal);
        foreach (string path in (string[])["/v1/schema", "/v2/schema"])
            Assert.Equal(JsonRecord.Schema<Applicant>(), await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Fact]
    public async Task Services_of_several_models_have_names()
    {
        await using TestApp app = await TestApp.StartAsync(more: builder =>
        {
            TypedExplainBuilder explained = builder.Services.AddTypedExplain();
            explained.AddModel<Applicant>(_ => Model.From<Applicant>(applicant => applicant.Income / 500_000), "plain").AddExplainer<Applicant>(options => options.Samples = 50, "plain");
        });
        IExplanationService<Applicant> plain = app.Services.GetRequiredKeyedService<IExplanationService<Applicant>>("plain");
        Served<Outcome<Applicant>> served = await plain.ExplainAsync(Applicants.Denied);
        Assert.InRange(Assert.IsType<Certified<Applicant>>(served.Result).Explanation.Attribution.Income, 1.5e-6, 2e-6);
        Assert.NotEqual(served.Result.ToJson(), (await app.Service.ExplainAsync(Applicants.Denied)).Result.ToJson());
    }

    [Theory]
    [InlineData("/loans/receipts/0", "No receipts are kept")]
    [InlineData("/loans/receipts/-1", "")]
    [InlineData("/loans/receipts/x", "")]
    public async Task What_is_not_there_is_not_found(string path, string told)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(told, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
