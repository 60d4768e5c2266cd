using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;
using Xunit.Abstractions;

namespace TypedExplain.Tests.Faults;

/// <summary>Every fault of a model under every method: an explanation, or an error of the library, and of many rows an outcome each.</summary>
public class ModelFaultTests(ITestOutputHelper output)
{
    private static readonly Dataset<LoanApplication> s_loans = new(Loans.Load().Rows.Take(40));
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 60 };
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = s_around };

    /// <summary>What a model does at a call, given how often it was asked before.</summary>
    private static readonly Dictionary<string, Func<int, LoanApplication, double>> s_faults = new()
    {
        ["throws"] = (_, _) => throw new InvalidOperationException("no"),
        ["throws null"] = (_, _) => throw new NullReferenceException(),
        ["throws out of memory"] = (_, _) => throw new OutOfMemoryException(),
        ["throws an argument"] = (_, _) => throw new ArgumentOutOfRangeException("loan"),
        ["throws an aggregate"] = (_, _) => throw new AggregateException(new IOException("gone")),
        ["times out"] = (_, _) => throw new TaskCanceledException("timed out", new TimeoutException()),
        ["ends by itself"] = (_, _) => throw new TaskCanceledException(),
        ["is disposed"] = (_, _) => throw new ObjectDisposedException("model"),
        ["fails at the third call"] = (asked, loan) => asked > 2 ? throw new IOException("gone") : loan.Age,
        ["fails at the hundredth call"] = (asked, loan) => asked > 99 ? throw new IOException("gone") : loan.Age,
        ["fails now and then"] = (asked, loan) => asked % 17 == 16 ? throw new IOException("gone") : loan.Age,
        ["fails on old people"] = (_, loan) => loan.Age > 60 ? throw new IOException("gone") : loan.Age,
        ["NaN"] = (_, _) => double.NaN,
        ["infinity"] = (_, _) => double.PositiveInfinity,
        ["minus infinity"] = (_, _) => double.NegativeInfinity,
        ["NaN now and then"] = (asked, loan) => asked % 17 == 16 ? double.NaN : loan.Age,
        ["the largest number"] = (_, _) => double.MaxValue,
        ["large numbers"] = (asked, loan) => (asked % 2 == 0 ? 1e308 : -1e308) + loan.Age,
        ["tiny numbers"] = (_, loan) => loan.Age * double.Epsilon,
        ["a constant"] = (_, _) => 7,
        ["another answer each time"] = (asked, loan) => loan.Age + asked,
    };

    private static readonly Dictionary<string, Action<IModel<LoanApplication>>> s_methods = new()
    {
        ["LIME"] = model => _ = s_lime.Explain(model, s_loans[0]),
        ["S-LIME"] = model => _ = new SmoothedLime<LoanApplication> { Neighborhood = s_around }.Explain(model, s_loans[0]),
        ["LINEX"] = model => _ = new Linex<LoanApplication> { Neighborhood = s_around }.Explain(model, s_loans[0]),
        ["LINEX, a game"] = model => _ = new Linex<LoanApplication> { Neighborhood = s_around, Redraws = 2 }.Explain(model, s_loans[0]),
        ["LIME, adjusted"] = model => _ = (s_lime with { Adjustment = new() { Neighbors = 200, Trees = 2 } }).Explain(model, s_loans[0]),
        ["LIME, lasso"] = model => _ = (s_lime with { Selection = FeatureSelection.LassoPath(2) }).Explain(model, s_loans[0]),
        ["LIME, forward"] = model => _ = (s_lime with { Selection = FeatureSelection.Forward(2) }).Explain(model, s_loans[0]),
        ["LIME, highest weights"] = model => _ = (s_lime with { Selection = FeatureSelection.HighestWeights(2) }).Explain(model, s_loans[0]),
        ["KernelSHAP, lasso"] = model => _ = new KernelShap<LoanApplication> { Background = s_loans, Selection = FeatureSelection.LassoPath(2) }.Values(model, s_loans[0]),
        ["MeLIME, Huber"] = model => _ = new Melime<LoanApplication> { Neighborhood = s_around, Batches = 3, LocalModel = new HuberRegression() }.Explain(model, s_loans[0]),
        ["MeLIME, descent"] = model => _ = new Melime<LoanApplication> { Neighborhood = s_around, Batches = 3, LocalModel = new GradientDescent() }.Explain(model, s_loans[0]),
        ["MeLIME"] = model => _ = new Melime<LoanApplication> { Neighborhood = s_around, Batches = 3 }.Explain(model, s_loans[0]),
        ["KernelSHAP"] = model => _ = new KernelShap<LoanApplication> { Background = s_loans }.Values(model, s_loans[0]),
        ["permutation SHAP"] = model => _ = new PermutationShap<LoanApplication> { Background = s_loans }.Explain(model, s_loans[0]),
        ["MAPLE"] = model => _ = new Maple<LoanApplication> { Background = s_loans, Trees = 2 }.Fit(model).Explain(model, s_loans[0]),
        ["global surrogate"] = model => _ = new GlobalSurrogate<LoanApplication> { Background = s_loans }.Fit(model).Explain(model, s_loans[0]),
        ["trivial"] = model => _ = new TrivialExplainer<LoanApplication> { Background = s_loans }.Explain(model, s_loans[0]),
        ["random"] = model => _ = new RandomExplainer<LoanApplication> { Background = s_loans }.Explain(model, s_loans[0]),
        ["certifier"] = model => _ = new Certifier<LoanApplication> { Explainer = s_lime, MaxQueries = 500 }.Explain(model, s_loans[0]),
        ["consensus"] = model => _ = new Consensus<LoanApplication> { Explainers = [s_lime, new Linex<LoanApplication> { Neighborhood = s_around }] }.Explain(model, s_loans[0]),
        ["outputs"] = model => _ = s_lime.ExplainOutputs(model, s_loans[0]),
        ["a metric"] = model => _ = new Infidelity<LoanApplication>().Evaluate(s_lime, model, s_loans),
        ["awaited"] = model => _ = s_lime.ExplainAsync(new Late(model), s_loans[0]).AsTask().GetAwaiter().GetResult(),
        ["many"] = model => EachHasAnOutcome(s_lime.ExplainMany(model, s_loans.Rows)),
        ["many, together"] = model => EachHasAnOutcome(s_lime.ExplainMany(model, s_loans.Rows, together: 8)),
        ["many, one thread"] = model => EachHasAnOutcome(s_lime.ExplainMany(model, s_loans.Rows, threads: 1)),
        ["many values"] = model => EachHasAnOutcome(new KernelShap<LoanApplication> { Background = s_loans }.ValuesMany(model, s_loans.Rows)),
    };

    [Fact]
    public void Faults_of_models_under_every_method()
    {
        FaultCount count = new("faults of models × methods");
        foreach ((string method, Action<IModel<LoanApplication>> explain) in s_methods)
        {
            foreach ((string fault, Func<int, LoanApplication, double> answer) in s_faults)
            {
                int asked = -1;
                IModel<LoanApplication> model = Model.From<LoanApplication>(loan => answer(Interlocked.Increment(ref asked), loan));

                // Whoever disposes of a model is told so, as everywhere.
                count.Try($"{method}, {fault}", () => explain(model), error => error is TypedExplainException || (error is ObjectDisposedException && fault == "is disposed"));
            }
        }

        count.Report(output.WriteLine);
    }

    private static void EachHasAnOutcome<TResult>(RowOutcomes<TResult> outcomes)
        where TResult : class
    {
        Assert.Equal(s_loans.Count, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.True(outcome is Explained<TResult> or Failed<TResult>));
    }

    private sealed class Late(IModel<LoanApplication> model) : IAsyncModel<LoanApplication>
    {
        public System.Collections.Immutable.ImmutableArray<string> Outputs => model.Outputs;

        public async ValueTask ScoreAsync(RowBatch<LoanApplication> rows, Memory<double> scores, CancellationToken cancellation)
        {
            await Task.Yield();
            model.Score(rows.Rows, scores.Span);
        }
    }
}
