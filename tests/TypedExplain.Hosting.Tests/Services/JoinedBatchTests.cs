using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Services;

/// <summary>A model that is awaited is asked about the rows of several questions at once, with the same results; one that fails for a row fails for its question only.</summary>
public class JoinedBatchTests
{
    /// <summary>How many rows one question asks about at most.</summary>
    private const int MostAsked = 120;

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(100_000)]
    public async Task Results_have_the_same_bits_and_batches_are_fewer(int mostRows)
    {
        Slow model = new();
        using ServiceProvider provider = With(model, mostRows);
        IExplanationService<Applicant> service = provider.GetRequiredService<IExplanationService<Applicant>>();
        Served<Outcome<Applicant>>[] served = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => service.ExplainAsync(Applicants.Example(i)).AsTask()));
        Certifier<Applicant> certifier = new() { Explainer = new Linex<Applicant> { Neighborhood = new GaussianNeighborhood<Applicant> { Background = Applicants.Known, Samples = 50 } }, MaxQueries = MostAsked };
        for (int i = 0; i < served.Length; i++)
            Assert.Equal(certifier.Explain(Applicants.Model, Applicants.Example(i)).ToJson(), served[i].Result.ToJson());
        Assert.InRange(model.Largest, mostRows > 300 ? MostAsked + 1 : 50, Math.Max(mostRows, MostAsked));
    }

    [Fact]
    public async Task One_question_that_fails_does_not_fail_the_others()
    {
        Slow model = new() { Fails = applicant => applicant.Term == 95 };
        using ServiceProvider provider = With(model, 100_000);
        IExplanationService<Applicant> service = provider.GetRequiredService<IExplanationService<Applicant>>();
        Task<Served<Outcome<Applicant>>>[] asked = [.. Enumerable.Range(0, 8).Select(i => service.ExplainAsync(Applicants.Example(i) with { Term = i == 3 ? 95 : 20 + i }).AsTask())];
        await Assert.ThrowsAsync<InvalidModelException>(() => asked[3]);
        foreach (Task<Served<Outcome<Applicant>>> one in asked.Where((_, i) => i != 3))
            Assert.NotNull((await one).Result);
    }

    [Fact]
    public async Task A_budget_holds_for_all_questions_together()
    {
        Slow model = new();
        ServiceCollection services = new();
        services.AddTypedExplain().AddAsyncModel(_ => model).AddBackground(_ => Applicants.Known).AddExplainer<Applicant>(options => options.Samples = 50).UseBudget(maxRows: 500);
        using ServiceProvider provider = services.BuildServiceProvider();
        IExplanationService<Applicant> service = provider.GetRequiredService<IExplanationService<Applicant>>();
        Task<Served<Outcome<Applicant>>>[] asked = [.. Enumerable.Range(0, 24).Select(i => service.ExplainAsync(Applicants.Example(i)).AsTask())];
        int failed = 0;
        foreach (Task<Served<Outcome<Applicant>>> one in asked)
        {
            try
            {
                await one;
            }
            catch (BudgetExhaustedException)
            {
                failed++;
            }
        }

        Assert.InRange(failed, 1, 23);
        Assert.InRange(model.Rows, 1, 500);
    }

    private static ServiceProvider With(Slow model, int joined)
    {
        ServiceCollection services = new();
        ExplanationServiceBuilder<Applicant> builder = services.AddTypedExplain().AddAsyncModel(_ => model).AddBackground(_ => Applicants.Known)
            .AddExplainer<Applicant>(options => (options.Samples, options.MaxQueries, options.Concurrency, options.Decision) = (50, MostAsked, 8, new() { Cutoff = 0.6 }));
        if (joined > 0)
            builder.UseJoinedBatches(joined);
        return services.BuildServiceProvider();
    }
}
