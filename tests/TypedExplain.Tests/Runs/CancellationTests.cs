using System.Collections.Immutable;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Runs;

/// <summary>Whoever ends the work does not wait for a batch, and nothing finished is lost.</summary>
public class CancellationTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 500 } };

    [Fact]
    public void AFunctionOfARecordIsNotAskedOnceMore()
    {
        using CancellationTokenSource end = new();
        int asked = 0;
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan =>
        {
            if (++asked == 30)
                end.Cancel();
            return loan.Age;
        });

        Assert.Throws<OperationCanceledException>(() => s_lime.Explain(model, s_loans[0], end.Token));
        Assert.Equal(30, asked);
    }

    [Fact]
    public void ASlowModelThatTakesNoTokenIsAskedAboutFewRowsAtATime()
    {
        using CancellationTokenSource end = new();
        List<int> batches = [];
        IModel<LoanApplication> model = Model.FromRows<LoanApplication>((rows, scores) =>
        {
            batches.Add(rows.Count);
            Thread.Sleep(3 * rows.Count);
            scores.Fill(1);
            if (batches.Count == 4)
                end.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() => s_lime.Explain(model, s_loans[0], end.Token));
        Assert.Equal(4, batches.Count);
        Assert.All(batches, rows => Assert.InRange(rows, 1, 16));
    }

    [Fact]
    public void AFastModelIsAskedInFewPartsAndInOneWhereNobodyCanEndIt()
    {
        using CancellationTokenSource never = new();
        List<int> batches = [];
        IModel<LoanApplication> model = Model.FromRows<LoanApplication>((rows, scores) =>
        {
            batches.Add(rows.Count);
            for (int row = 0; row < rows.Count; row++)
                scores[row] = rows[row][0];
        });
        Explanation<LoanApplication> parts = s_lime.Explain(model, s_loans[0], never.Token);
        Assert.Equal(500, batches.Sum());
        Assert.InRange(batches.Count, 2, 40);

        batches.Clear();
        Assert.Equal(Bits.Of(parts), Bits.Of(s_lime.Explain(model, s_loans[0])));
        Assert.Equal([500], batches);
    }

    [Fact]
    public async Task AModelThatNeverAnswersIsNotWaitedFor()
    {
        using CancellationTokenSource end = new(TimeSpan.FromMilliseconds(50));
        Assert.Equal(end.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await s_lime.ExplainAsync(new Silent(), s_loans[0], end.Token))).CancellationToken);
    }

    [Fact]
    public async Task AStreamEndsWithItsTokenAndHandsOutWhatIsFinished()
    {
        using CancellationTokenSource end = new();
        List<long> finished = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (RowOutcome<Explanation<LoanApplication>> outcome in s_lime.ExplainManyAsync(new LateModel<LoanApplication>(Analytic.Smooth<LoanApplication>()), Endless(), concurrent: 3, cancellation: end.Token))
            {
                finished.Add(outcome.Row);
                if (finished.Count == 5)
                    await end.CancelAsync();
            }
        });

        Assert.Equal(Enumerable.Range(0, finished.Count).Select(row => (long)row), finished);
        Assert.InRange(finished.Count, 5, 8);
    }

    [Fact]
    public async Task WhoeverStopsTakingOutcomesStopsTheWork()
    {
        int taken = 0;
        await foreach (RowOutcome<Explanation<LoanApplication>> outcome in s_lime.ExplainManyAsync(Analytic.Smooth<LoanApplication>(), Endless(() => taken++), threads: 2, together: 2))
        {
            if (outcome.Row == 6)
                break;
        }

        // Two groups of two are ahead of the one that is handed out.
        Assert.InRange(taken, 7, 14);
    }

    private static IEnumerable<LoanApplication> Endless(Action? taken = null)
    {
        for (int row = 0; ; row++)
        {
            taken?.Invoke();
            yield return s_loans[row % s_loans.Count];
        }
    }

    private sealed class Silent : IAsyncModel<LoanApplication>
    {
        public ImmutableArray<string> Outputs => ["score"];

        public ValueTask ScoreAsync(RowBatch<LoanApplication> rows, Memory<double> scores, CancellationToken cancellation) => new(new TaskCompletionSource().Task);
    }
}
