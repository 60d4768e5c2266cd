using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Runs;

/// <summary>Many instances: a bad one costs itself, and those that ask together ask once.</summary>
public class ManyTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Analytic.Smooth<LoanApplication>();
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 20 }, StandardErrors = false };

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void OneBadRowOfTenThousandCostsItself(int together)
    {
        LoanApplication[] rows = [.. Enumerable.Range(0, 10_000).Select(row => s_loans[row % s_loans.Count])];
        rows[4_321] = rows[4_321] with { Age = 5 };
        RowOutcomes<Explanation<LoanApplication>> outcomes = s_lime.ExplainMany(s_model, rows, together: together);

        Assert.Equal("9999 of 10000 explained, 1 failed, 0 not reached", outcomes.ToString());
        Failed<Explanation<LoanApplication>> failed = Assert.IsType<Failed<Explanation<LoanApplication>>>(outcomes[4_321]);
        Assert.Same(failed, Assert.Single(outcomes.Failed));
        Assert.Equal(4_321, failed.Row);
        Assert.Contains("Age is 5", Assert.IsType<InvalidFeatureException>(failed.Error).Message);
        Assert.StartsWith("row 4321: ", failed.ToString());
        Assert.Same(failed.Error, Assert.Throws<InvalidFeatureException>(() => outcomes.Results));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void ARowThatTheModelFailsOnSaysWhichOneAndMasksWhatIsProtected(int together)
    {
        Lime<Annotated> lime = new() { Neighborhood = new GaussianNeighborhood<Annotated> { Background = new(Enumerable.Range(0, 12).Select(i => new Twin<Annotated>().Random(new Random(i)))), Samples = 20 } };
        Annotated[] rows = [.. lime.Neighborhood is GaussianNeighborhood<Annotated> { Background: { } background } ? background.Rows : []];
        int asked = 0;
        IModel<Annotated> model = Model.FromBatch<Annotated>(batch => batch.Any(record => ReferenceEquals(record, rows[7])) && asked++ >= 0 ? throw new FormatException("out of range") : [.. batch.Select((_, i) => (double)i)]);
        RowOutcomes<Explanation<Annotated>> outcomes = lime.ExplainMany(model, rows, together: together);

        Failed<Explanation<Annotated>> failed = Assert.Single(outcomes.Failed);
        Assert.Equal(7, failed.Row);
        Assert.IsType<FormatException>(Assert.IsType<InvalidModelException>(failed.Error).InnerException);
        Assert.Contains("withheld (protected)", failed.Record);
        Assert.Equal(11, outcomes.Count(outcome => outcome is Explained<Explanation<Annotated>>));
    }

    [Fact]
    public void WhatIsFinishedBeforeTheEndIsHandedBack()
    {
        using CancellationTokenSource end = new();
        int done = 0;
        Progress report = new(progress =>
        {
            done = (int)progress.Done;
            if (done == 4)
                end.Cancel();
        });
        RowOutcomes<Explanation<LoanApplication>> outcomes = s_lime.ExplainMany(s_model, s_loans.Rows, threads: 1, progress: report, cancellation: end.Token);

        Assert.Equal(4, outcomes.Count(outcome => outcome is Explained<Explanation<LoanApplication>>));
        Assert.Equal(s_loans.Count - 4, outcomes.NotReached);
        Assert.Empty(outcomes.Failed);
        OperationCanceledException error = Assert.Throws<OperationCanceledException>(() => outcomes.Results);
        Assert.StartsWith($"The work was ended when 4 of {s_loans.Count} instances were done", error.Message);
        Assert.Equal(end.Token, error.CancellationToken);
    }

    [Fact]
    public void AHundredInstancesThatAskTogetherAskOnce()
    {
        List<int> batches = [];
        IModel<LoanApplication> model = Model.FromRows<LoanApplication>((rows, scores) =>
        {
            lock (batches)
                batches.Add(rows.Count);
            s_model.Score(rows, scores);
        });
        LoanApplication[] rows = [.. Enumerable.Range(0, 100).Select(row => s_loans[row % s_loans.Count])];
        RowOutcomes<Explanation<LoanApplication>> together = s_lime.ExplainMany(model, rows, threads: 1, together: 100);

        Assert.Equal([2000], batches);
        Assert.Equal(rows.Select(row => Bits.Of(s_lime.Explain(s_model, row))), together.Results.Select(Bits.Of));
    }

    [Fact]
    public void RecordsThatColumnsDoNotHoldReachTheModelOfAJoinedBatch()
    {
        // The note is no feature; what each neighbor's is comes from its own instance.
        IModel<Noted> model = Model.From<Noted>(noted => noted.Size + (noted.Note?.Length ?? 0));
        Noted[] rows = [new(1, "a"), new(2, "four"), new(3, "")];
        Lime<Noted> lime = new() { Neighborhood = new GaussianNeighborhood<Noted> { Background = new(rows), Samples = 30 } };
        IReadOnlyList<Explanation<Noted>> together = lime.ExplainMany(model, rows, together: 3).Results;

        Assert.Equal([2, 6, 3], together.Select(explanation => explanation.Prediction));
        Assert.Equal(rows.Select(row => lime.Explain(model, row).ToString()), together.Select(explanation => explanation.ToString()));
        Assert.Contains(together, explanation => explanation.Caveats.HasFlag(Caveats.RowLoss));
    }

    [Fact]
    public async Task AStreamOfAnyLengthHoldsFewInstances()
    {
        int taken = 0, most = 0, seen = 0;
        await foreach (RowOutcome<Explanation<LoanApplication>> outcome in s_lime.ExplainManyAsync(s_model, Rows(), threads: 2, together: 8))
        {
            Assert.IsType<Explained<Explanation<LoanApplication>>>(outcome);
            Assert.Equal(seen++, outcome.Row);
            most = Math.Max(most, Volatile.Read(ref taken) - seen);
        }

        Assert.Equal(20_000, seen);
        Assert.InRange(most, 1, 24);

        IEnumerable<LoanApplication> Rows()
        {
            for (int row = 0; row < 20_000; row++)
            {
                Interlocked.Increment(ref taken);
                yield return s_loans[row % s_loans.Count];
            }
        }
    }

    [Fact]
    public async Task AStreamGoesOnAfterABadRow()
    {
        LoanApplication[] rows = [s_loans[0], s_loans[1] with { Age = 5 }, s_loans[2]];
        List<RowOutcome<Explanation<LoanApplication>>> outcomes = await s_lime.ExplainManyAsync(new LateModel<LoanApplication>(s_model), rows, together: 3).ToListAsync();

        Assert.Equal(["Explained`1", "Failed`1", "Explained`1"], outcomes.Select(outcome => outcome.GetType().Name));
    }

    [Theory]
    [InlineData(0, 1, "threads is 0; it must be at least 1.")]
    [InlineData(1, 0, "together is 0; it must be at least 1.")]
    public void NumbersBelowOneAreRefused(int threads, int together, string message)
    {
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => s_lime.ExplainMany(s_model, s_loans.Rows, threads, together: together)).Message);
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => s_lime.ExplainManyAsync(s_model, s_loans.Rows, threads, together)).Message);
    }

    [Fact]
    public void ProgressTellsTheRateAndTheTimeLeft()
    {
        ManyProgress half = new(50, 2, 200, 5_000, TimeSpan.FromSeconds(10));

        Assert.Equal(5, half.RowsPerSecond);
        Assert.Equal(TimeSpan.FromSeconds(30), half.Left);
        Assert.Equal("50 of 200 done, 2 failed, 5000 queries, 5 a second, 0.00:00:30 left", half.ToString());
        Assert.Null((half with { Total = null }).Left);
        Assert.Null((half with { Done = 0 }).Left);
    }

    private sealed class Progress(Action<ManyProgress> report) : IProgress<ManyProgress>
    {
        public void Report(ManyProgress value) => report(value);
    }
}

/// <summary>A number, and a note that is no feature.</summary>
[FeatureRecord]
public partial record Noted(double Size, [NotAFeature] string Note);
