using System.Net;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Services;

/// <summary>More questions than the service takes are refused at once, and it recovers.</summary>
public class TurnTests
{
    private static Dictionary<string, string?> Few => new(TestApp.Options) { ["Explain:Concurrency"] = "1", ["Explain:Queue"] = "2" };

    [Fact]
    public async Task What_is_too_much_is_refused_with_a_time_to_ask_again()
    {
        using Gate gate = new();
        await using TestApp app = await TestApp.StartAsync(options: Few, model: gate.Model);
        gate.Close();
        Task<HttpResponseMessage>[] taken = [app.PostAsync("/loans/explanation", Applicants.Example(0)), .. Enumerable.Range(1, 2).Select(i => app.PostAsync("/loans/explanation", Applicants.Example(i)))];
        await gate.EnteredAsync();
        HttpResponseMessage? refused = null;
        for (int i = 0; refused is null; i++)
        {
            // Until all three have their place one more may be let in.
            Task<HttpResponseMessage> more = app.PostAsync("/loans/explanation", Applicants.Example(3));
            if (await Task.WhenAny(more, Task.Delay(i < 20 ? 300 : Timeout.Infinite)) == more)
                refused = await more;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        gate.Open();
        foreach (Task<HttpResponseMessage> one in taken)
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await one).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("/loans/explanation", Applicants.Example(4))).StatusCode);
    }

    [Fact]
    public async Task A_question_that_is_cancelled_while_it_waits_gives_its_place_back()
    {
        using Gate gate = new();
        await using TestApp app = await TestApp.StartAsync(options: Few, model: gate.Model);
        gate.Close();
        Task<Served<Outcome<Applicant>>> first = app.Service.ExplainAsync(Applicants.Example(0)).AsTask();
        await gate.EnteredAsync();
        using CancellationTokenSource cancel = new();
        Task<Served<Outcome<Applicant>>>[] waiting = [.. Enumerable.Range(1, 2).Select(i => app.Service.ExplainAsync(Applicants.Example(i), cancel.Token).AsTask())];
        await Assert.ThrowsAsync<ServiceOverloadedException>(() => app.Service.ExplainAsync(Applicants.Example(3)).AsTask());
        await cancel.CancelAsync();
        foreach (Task<Served<Outcome<Applicant>>> one in waiting)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Task<Served<Outcome<Applicant>>> next = app.Service.ExplainAsync(Applicants.Example(3)).AsTask();
        gate.Open();
        Assert.NotNull((await first).Result);
        Assert.NotNull((await next).Result);
    }

    [Fact]
    public async Task A_cancelled_question_ends_within_a_batch()
    {
        using Gate gate = new();
        await using TestApp app = await TestApp.StartAsync(options: Few, model: gate.Model);
        int before = gate.Batches;
        gate.Close();
        using CancellationTokenSource cancel = new();
        Task<Served<Outcome<Applicant>>> asked = app.Service.ExplainAsync(Applicants.Example(0), cancel.Token).AsTask();
        await gate.EnteredAsync();
        await cancel.CancelAsync();
        gate.Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Equal(before + 1, gate.Batches);
    }

    [Fact]
    public async Task What_is_no_legal_record_takes_no_turn()
    {
        using Gate gate = new();
        await using TestApp app = await TestApp.StartAsync(options: new(Few) { ["Explain:Queue"] = "0" }, model: gate.Model);
        gate.Close();
        Task<Served<Outcome<Applicant>>> first = app.Service.ExplainAsync(Applicants.Example(0)).AsTask();
        await gate.EnteredAsync();
        await Assert.ThrowsAsync<InvalidFeatureException>(() => app.Service.ExplainAsync(Applicants.Example(1) with { Term = 1000 }).AsTask());
        await Assert.ThrowsAsync<ServiceOverloadedException>(() => app.Service.ExplainAsync(Applicants.Example(1)).AsTask());
        gate.Open();
        await first;
    }
}
