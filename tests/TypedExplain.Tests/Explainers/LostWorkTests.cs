namespace TypedExplain.Tests.Explainers;

/// <summary>Models that end by themselves are failures of their rows, and what was done before a failure is kept.</summary>
public class LostWorkTests
{
    private static readonly Dataset<Priced> s_rows = new(Enumerable.Range(0, 20).Select(i => new Priced(i, i % 7)));

    private static Lime<Priced> Lime => new() { Neighborhood = new GaussianNeighborhood<Priced> { Background = s_rows, Samples = 100 } };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_task_that_timed_out_is_the_rows_failure(bool hasReason)
    {
        IModel<Priced> model = Model.From<Priced>(priced => priced.Size > 2.5
            ? throw (hasReason ? new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout.", new TimeoutException()) : new TaskCanceledException())
            : priced.Size);

        Assert.IsType<TaskCanceledException>(Assert.Throws<InvalidModelException>(() => Lime.Explain(model, s_rows[3])).InnerException);
        Assert.IsType<TaskCanceledException>(Assert.Throws<InvalidModelException>(() => Lime.ExplainMany(model, s_rows.Rows).Results).InnerException);
    }

    [Fact]
    public void An_end_that_somebody_else_asked_for_is_not_an_aggregate()
    {
        using CancellationTokenSource other = new();
        other.Cancel();
        IModel<Priced> model = Model.From<Priced>(priced =>
        {
            other.Token.ThrowIfCancellationRequested();
            return priced.Size;
        });

        Assert.Throws<OperationCanceledException>(() => Lime.ExplainMany(model, s_rows.Rows).Results);
    }

    [Fact]
    public void A_certifier_whose_model_fails_in_a_later_round_gives_the_best_effort_that_it_had()
    {
        int asked = 0;
        IModel<Priced> model = Model.FromBatch<Priced>(rows => (asked += rows.Count) > 500
            ? throw new InvalidOperationException("The server went away.")
            : [.. rows.Select(priced => Math.Sin(priced.Size * priced.Rooms))]);
        BestEffort<Priced> effort = Assert.IsType<BestEffort<Priced>>(new Certifier<Priced> { Explainer = Lime, Standard = new() { MaximumHalfWidth = 1e-9 } }.Explain(model, s_rows[3]));

        Assert.Contains(effort.Missed, reason => reason.Contains("the model failed when it was asked about 800 samples") || reason.Contains("the model failed when it was asked about 400 samples"));
        Assert.True(effort.Queries >= 200);
    }

    [Fact]
    public void The_trivial_explainer_ends_when_it_is_asked_to() =>
        Assert.Throws<OperationCanceledException>(() => new TrivialExplainer<Priced> { Background = s_rows }.Explain(Model.From<Priced>(priced => priced.Size), s_rows[0], new CancellationToken(canceled: true)));
}

/// <summary>A record to explain.</summary>
[FeatureRecord]
public partial record Priced(double Size, double Rooms);
