using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TypedExplain.Hosting.Tests.App;

/// <summary>An application with a service, on a server in memory.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApp(WebApplication app) => (_app, Client) = (app, app.GetTestClient());

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public IExplanationService<Applicant> Service => Services.GetRequiredService<IExplanationService<Applicant>>();

    /// <summary>The section "Explain" of a configuration.</summary>
    public static Dictionary<string, string?> Options => new() { ["Explain:Samples"] = "100", ["Explain:Decision:Cutoff"] = "0.6" };

    /// <summary>Starts an application.</summary>
    /// <param name="around">Adds concerns to the service.</param>
    /// <param name="options">The configuration; <see cref="Options"/> by default.</param>
    /// <param name="model">The model; that of the applicants by default.</param>
    /// <param name="more">Adds other services.</param>
    /// <param name="source">Takes the place of the options.</param>
    /// <param name="awaited">A model that is awaited, in the place of the one that is called.</param>
    public static async Task<TestApp> StartAsync(
        Action<ExplanationServiceBuilder<Applicant>>? around = null,
        Dictionary<string, string?>? options = null,
        IModel<Applicant>? model = null,
        Action<WebApplicationBuilder>? more = null,
        IConfigurationSource? source = null,
        IAsyncModel<Applicant>? awaited = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        ((IConfigurationBuilder)builder.Configuration).Add(source ?? new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = options ?? Options });
        builder.Services.AddOpenApi();
        more?.Invoke(builder);
        TypedExplainBuilder explain = builder.Services.AddTypedExplain();
        ExplanationServiceBuilder<Applicant> service = (awaited is null ? explain.AddModel(_ => model ?? Applicants.Model) : explain.AddAsyncModel(_ => awaited))
            .AddBackground(_ => Applicants.Known)
            .AddExplainer<Applicant>(builder.Configuration.GetSection("Explain"));
        around?.Invoke(service);
        WebApplication app = builder.Build();
        app.MapExplanations<Applicant>("/loans");
        app.MapHealthChecks("/health");
        app.MapOpenApi();
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new(app);
    }

    public static StringContent Body(string json) => new(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    public Task<HttpResponseMessage> PostAsync(string path, Applicant applicant, CancellationToken cancellation = default) => Client.PostAsync(new Uri(path, UriKind.Relative), Body(JsonRecord.Write(applicant)), cancellation);

    public Task<HttpResponseMessage> PostAsync(string path, string body) => Client.PostAsync(new Uri(path, UriKind.Relative), Body(body));

    public async Task<JsonElement> AnswerAsync(string path, Applicant applicant)
    {
        using HttpResponseMessage response = await PostAsync(path, applicant);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    public async Task<JsonElement> GetAsync(string path) => JsonDocument.Parse(await Client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
