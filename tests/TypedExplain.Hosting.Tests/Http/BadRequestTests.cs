using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Http;

/// <summary>Requests that people get wrong: refused as problems, by feature, without the values that were sent.</summary>
public class BadRequestTests
{
    private const string Right = """{"Income":21000,"Amount":9000,"Term":24,"Work":"Employed","Age":41}""";

    [Theory]
    [InlineData("\"Income\":21000", "\"Incone\":21000", "Incone", "Income")]
    [InlineData("\"Income\":21000", "\"Income\":777777", "Income", "500")]
    [InlineData("\"Income\":21000,", "", "Income", "missing")]
    [InlineData("\"Income\":21000", "\"Income\":21000,\"income\":21001", "Income", "twice")]
    [InlineData("\"Income\":21000", "\"Income\":null", "Income", "null")]
    [InlineData("\"Amount\":9000", "\"Amount\":\"9000 EUR\"", "Amount", "without a unit")]
    [InlineData("\"Term\":24", "\"Term\":24.5", "Term", "whole number")]
    [InlineData("\"Term\":24", "\"Term\":\"24\"", "Term", "quotation marks")]
    [InlineData("\"Work\":\"Employed\"", "\"Work\":\"Pirate\"", "Work", "Employed")]
    [InlineData("\"Age\":41", "\"Age\":7", "Age", "18")]
    public async Task A_fault_is_told_by_its_feature(string part, string wrong, string member, string told)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.PostAsync("/loans/explanation", Right.Replace(part, wrong, StringComparison.Ordinal));
        JsonElement problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        string[] messages = [.. problem.GetProperty("errors").GetProperty(member).EnumerateArray().Select(message => message.GetString()!)];
        Assert.Contains(messages, message => message.Contains(told, StringComparison.Ordinal));
        foreach (string value in (string[])["777777", "Pirate", "24.5"])
            Assert.DoesNotContain(value, problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.PostAsync("/loans/recourse", """{"Income":-1,"Amount":1,"Term":5,"Work":"x"}""");
        JsonElement problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["Age", "Amount", "Income", "Term", "Work"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("nothing")]
    public async Task What_is_no_object_is_refused(string body)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.PostAsync("/loans/explanation", body);
        await ProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_that_is_too_long_or_no_JSON_is_not_read()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage tooLong = await app.PostAsync("/loans/explanation", $"{{\"Income\":{new string('1', 10_000_000)}}}");
        await ProblemAsync(tooLong, HttpStatusCode.RequestEntityTooLarge);
        using StringContent form = new("Income=1", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using HttpResponseMessage noJson = await app.Client.PostAsync(new Uri("/loans/explanation", UriKind.Relative), form);
        await ProblemAsync(noJson, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_page_for_nobody_is_refused()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.PostAsync("/loans/page?audience=everybody", Right);
        Assert.Contains("Customer, Validator", (await ProblemAsync(response, HttpStatusCode.BadRequest)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_decision_there_are_no_reasons()
    {
        await using TestApp app = await TestApp.StartAsync(options: new() { ["Explain:Samples"] = "100" });
        foreach (string question in (string[])["reasons", "recourse"])
        {
            using HttpResponseMessage response = await app.PostAsync($"/loans/{question}", Right);
            Assert.Contains("Decision:Cutoff", (await ProblemAsync(response, HttpStatusCode.NotImplemented)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_model_that_fails_is_a_problem_of_the_service()
    {
        await using TestApp app = await TestApp.StartAsync(model: Model.From<Applicant>(applicant => applicant.Income > 30_000 ? double.NaN : 0.5).Identified("broken", "1", new string('b', 64)));
        using HttpResponseMessage response = await app.PostAsync("/loans/explanation", Right);
        Assert.DoesNotContain("21000", (await ProblemAsync(response, HttpStatusCode.InternalServerError)).GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/xml")]
    [InlineData("image/*;q=0.5")]
    public async Task Who_takes_no_JSON_learns_what_is_wrong_too(string accept)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/loans/page", UriKind.Relative)) { Content = TestApp.Body("{}") };
        request.Headers.Add("Accept", accept);
        using HttpResponseMessage response = await app.Client.SendAsync(request);
        Assert.Equal(5, (await ProblemAsync(response, HttpStatusCode.BadRequest)).GetProperty("errors").EnumerateObject().Count());
    }

    [Theory]
    [InlineData("Content-Type", "application/json; charset=utf-16", "The body is not UTF-8")]
    [InlineData("Content-Type", "application/json; charset=\"iso-8859-1\"", "The body is not UTF-8")]
    [InlineData("Content-Encoding", "gzip", "The body is compressed")]
    [InlineData("Content-Encoding", "identity", null)]
    [InlineData("Content-Type", "application/json; charset=\"UTF-8\"", null)]
    [InlineData("Content-Type", "application/json; charset=us-ascii", null)]
    public async Task A_body_in_another_form_is_told(string header, string value, string? told)
    {
        await using TestApp app = await TestApp.StartAsync();
        using StringContent body = TestApp.Body(Right);
        body.Headers.Remove(header);
        body.Headers.TryAddWithoutValidation(header, value);
        using HttpResponseMessage response = await app.Client.PostAsync(new Uri("/loans/plan", UriKind.Relative), body);
        if (told is null)
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        else
            Assert.Equal(told, (await ProblemAsync(response, HttpStatusCode.UnsupportedMediaType)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_problem_of_the_service_is_in_its_log_without_values()
    {
        RememberedLog log = new();
        await using TestApp app = await TestApp.StartAsync(
            model: Model.From<Applicant>(_ => throw new InvalidOperationException("21000")),
            more: builder => builder.Services.AddSingleton<ILoggerProvider>(log));
        using HttpResponseMessage broken = await app.PostAsync("/loans/contributions", Right);
        await ProblemAsync(broken, HttpStatusCode.InternalServerError);
        using HttpResponseMessage wrong = await app.PostAsync("/loans/contributions", "{}");
        Assert.Equal(["A request about Applicant was answered with the status 500: InvalidModelException"], log.Lines);
    }

    private sealed class RememberedLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => categoryName == "TypedExplain.Hosting" ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }
}
