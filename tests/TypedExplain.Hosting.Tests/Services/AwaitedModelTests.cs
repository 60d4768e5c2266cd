using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Decisions;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Services;

/// <summary>A model that can only be awaited answers every question but those about receipts, as one that is called does.</summary>
public class AwaitedModelTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reasons_have_the_bits_that_a_called_model_gives(bool joined)
    {
        Slow model = new();
        await using TestApp app = await TestApp.StartAsync(service => _ = joined ? service.UseJoinedBatches() : service, AtCutoff, awaited: model);
        PrincipalReasons<Applicant> reasons = new() { Reference = Reference.AtCutoff(Applicants.Known, 0.6, 0.2) };
        Applicant[] people = [Applicants.Denied, .. Enumerable.Range(0, 9).Select(Applicants.Example)];
        Served<ReasonStatement<Applicant>>[] served = await Task.WhenAll(people.Select(person => app.Service.StateReasonsAsync(person).AsTask()));

        Assert.Equal(people.Select(person => reasons.State(Applicants.Model, person).ToJson()), served.Select(one => one.Result.ToJson()));
        Assert.IsType<Stated<Applicant>>(served[0].Result);
    }

    [Fact]
    public async Task The_endpoints_answer_alike()
    {
        await using TestApp called = await TestApp.StartAsync(options: AtCutoff);
        await using TestApp awaited = await TestApp.StartAsync(options: AtCutoff, awaited: new Slow());
        foreach (string question in (string[])["explanation", "contributions", "reasons", "recourse", "plan"])
            Assert.Equal((await called.AnswerAsync($"/loans/{question}", Applicants.Denied)).GetRawText(), (await awaited.AnswerAsync($"/loans/{question}", Applicants.Denied)).GetRawText());
        using HttpResponseMessage page = await awaited.PostAsync("/loans/page", Applicants.Denied);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_plan_does_not_ask_the_model()
    {
        Slow model = new();
        await using TestApp app = await TestApp.StartAsync(options: AtCutoff, awaited: model);
        JsonElement plan = await app.AnswerAsync("/loans/plan", Applicants.Denied);

        Assert.Equal((100, 20_000), (plan.GetProperty("leastQueries").GetInt32(), plan.GetProperty("queries").GetInt32()));
        Assert.Equal(0, model.Rows);
        Assert.Contains("can only be awaited", Assert.Throws<InvalidModelException>(() => app.Service.Plan(Applicants.Denied).Calibrate()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_health_check_asks_it()
    {
        Slow model = new();
        await using TestApp app = await TestApp.StartAsync(awaited: model);
        Assert.Equal("Healthy", await app.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
        model.IsGone = true;
        using HttpResponseMessage health = await app.Client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
    }

    [Fact]
    public void Receipts_say_that_they_need_a_model_that_is_called()
    {
        ServiceCollection services = new();
        services.AddTypedExplain().AddAsyncModel(_ => new Slow()).AddExplainer<Applicant>().UseReceipts(_ => throw new InvalidOperationException());
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Contains("Register it with AddModel", Assert.Throws<InvalidOptionException>(() => provider.GetRequiredService<IExplanationService<Applicant>>()).Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> AtCutoff => new(TestApp.Options) { ["Explain:Decision:Band"] = "0.2" };
}
