using TypedExplain.Metrics;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Metrics;

/// <summary>Whoever ends a metric waits for one row and not for the rest.</summary>
public class MetricCancellationTests
{
    private static readonly Dataset<LoanApplication> s_loans = new Dataset<LoanApplication>(Loans.Load().Rows.Take(60)).WithLabels(Loans.Load().Rows.Take(60).Select(loan => loan.HasDefaulted ? Paid.No : Paid.Yes));
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 12 };
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = s_around };
    private static readonly ExplainedRows<LoanApplication> s_rows = ExplainedRows<LoanApplication>.Of(s_lime, Analytic.Smooth<LoanApplication>(), s_loans);

    public static TheoryData<IMetric<LoanApplication>> All =>
    [
        new Infidelity<LoanApplication>(), new GeneralizedInfidelity<LoanApplication>(), new CoefficientInconsistency<LoanApplication>(),
        new Unidirectionality<LoanApplication>(), new ClassAttributionConsistency<LoanApplication>(), new PointFidelity<LoanApplication>(),
        new NeighborhoodFidelity<LoanApplication> { Neighborhood = s_around }, new Stability<LoanApplication> { Neighborhood = s_around },
        new ResamplingStability<LoanApplication> { Explainer = seed => s_lime with { Seed = seed } }, new SeedVariance<LoanApplication> { Explainer = seed => s_lime with { Seed = seed } },
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_metric_whose_token_is_canceled_ends_and_one_that_runs_on_has_the_same_bits(IMetric<LoanApplication> metric)
    {
        using CancellationTokenSource never = new();

        Assert.ThrowsAny<OperationCanceledException>(() => metric.Evaluate(s_rows, new CancellationToken(canceled: true)));
        Assert.Equal(metric.Evaluate(s_rows).Values.AsEnumerable(), metric.Evaluate(s_rows, never.Token).Values);
    }

    [Fact]
    public void A_function_of_a_row_is_not_asked_about_another()
    {
        using CancellationTokenSource end = new();
        int asked = 0;

        Assert.Throws<OperationCanceledException>(() => MetricFormulas.Infidelity(1_000_000, Prediction, (_, _) => 0, end.Token));
        Assert.Equal(30, asked);
        Assert.Throws<OperationCanceledException>(() => ExpoFormulas.NeighborhoodFidelity(1_000_000, 3, (row, _) => Prediction(row), (_, _) => 0, end.Token));
        Assert.Equal(30, asked);

        double Prediction(int row)
        {
            if (++asked == 30)
                end.Cancel();
            return row;
        }
    }

    [Fact]
    public void A_model_that_a_metric_asks_is_not_asked_once_more()
    {
        using CancellationTokenSource end = new();
        int asked = 0;
        ExplainedRows<LoanApplication> rows = new(s_loans, s_rows.Explanations)
        {
            Model = Model.From<LoanApplication>(loan =>
            {
                if (++asked == 30)
                    end.Cancel();
                return loan.Age;
            }),
        };

        Assert.Throws<OperationCanceledException>(() => new NeighborhoodFidelity<LoanApplication> { Neighborhood = s_around }.Evaluate(rows, end.Token));
        Assert.Equal(30, asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_that_are_explained_again_end_with_those_that_are_being_explained(bool ofTable)
    {
        using CancellationTokenSource end = new();
        int begun = 0;
        Lock counted = new();
        Counting counting = new(s_lime, () =>
        {
            // Nobody begins between the fifth and the end that it asks for, however long its thread is kept waiting.
            lock (counted)
            {
                if (++begun == 5)
                    end.Cancel();
            }
        });

        Assert.ThrowsAny<OperationCanceledException>(() => _ = ofTable
            ? MetricTable<LoanApplication>.Of([counting], [new Infidelity<LoanApplication>()], Analytic.Smooth<LoanApplication>(), s_loans, cancellation: end.Token)[0][0]
            : new Infidelity<LoanApplication>().Evaluate(counting, Analytic.Smooth<LoanApplication>(), s_loans, cancellation: end.Token));
        Assert.InRange(begun, 5, 5 + (2 * Environment.ProcessorCount));
    }

    private enum Paid { No, Yes }

    private sealed record Counting(IExplainer<LoanApplication> Inner, Action Begun) : IExplainer<LoanApplication>
    {
        public string Name => Inner.Name;

        public Run<LoanApplication, Explanation<LoanApplication>> Begin(IModelInfo<LoanApplication> model, LoanApplication instance, CancellationToken cancellation = default)
        {
            Begun();
            return Inner.Begin(model, instance, cancellation);
        }
    }
}
