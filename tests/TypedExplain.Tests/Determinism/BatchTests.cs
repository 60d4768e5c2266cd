using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Determinism;

/// <summary>An explanation depends on the instance, the model, the options and the seed, and on nothing else.</summary>
public class BatchTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Analytic.Smooth<LoanApplication>();
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 200 };

    public static TheoryData<IExplainer<LoanApplication>> Explainers =>
    [
        new Lime<LoanApplication> { Neighborhood = s_around, Seed = 3 },
        new SmoothedLime<LoanApplication> { Neighborhood = s_around, Seed = 3 },
        new Linex<LoanApplication> { Neighborhood = s_around, Seed = 3, Redraws = 1, Environments = 3 },
        new Linex<LoanApplication> { Neighborhood = s_around, Seed = 3, Redraws = 1, Budget = 0.01 },
        new Lime<LoanApplication> { Neighborhood = new BinnedNeighborhood<LoanApplication> { Background = s_loans, Samples = 200 }, Seed = 3, StandardErrors = true },
        new Lime<LoanApplication> { Neighborhood = s_around with { Design = SamplingDesign.LatinHypercube }, Seed = 3 },
        new Lime<LoanApplication> { Neighborhood = s_around with { Design = SamplingDesign.AntitheticPairs }, Seed = 3, StandardErrors = true },
        new Linex<LoanApplication> { Neighborhood = s_around, Seed = 3, Redraws = 5 },
        new Linex<LoanApplication> { Neighborhood = s_around, Seed = 3 },
        new Linex<LoanApplication> { Neighborhood = s_around, Partition = [s_around, s_around with { Radius = 0.3 }], Seed = 3 },
        new RandomExplainer<LoanApplication> { Background = s_loans, Seed = 3 },
        new TrivialExplainer<LoanApplication> { Background = s_loans },
        new KernelShap<LoanApplication> { Background = s_loans.Summarize(7, seed: 3) },
        new KernelShap<LoanApplication> { Background = s_loans, ExactUpTo = 0, Samples = 8, Seed = 3 },
        new PermutationShap<LoanApplication> { Background = s_loans, Seed = 3, Permutations = 2 },
        new ForestExplainer(new() { Background = s_loans }),
        new ForestExplainer(new() { Background = s_loans, Expectation = TreeExpectation.Interventional }),
    ];

    /// <summary>TreeSHAP of a forest of its own: it explains no other model.</summary>
    private sealed class ForestExplainer(TreeShap<LoanApplication> trees) : IExplainer<LoanApplication>
    {
        private readonly Forest<LoanApplication> _forest = new RandomForest<LoanApplication> { Trees = 5 }.Train(s_loans.WithTarget(s_loans.Rows.Select(Loans.Score)));

        public string Name => trees.Name;

        public Run<LoanApplication, Explanation<LoanApplication>> Begin(IModelInfo<LoanApplication> model, LoanApplication instance, CancellationToken cancellation = default) =>
            trees.Begin(_forest, instance, cancellation);

        public override string ToString() => $"{Name} {trees.Expectation}";
    }

    [Theory]
    [MemberData(nameof(Explainers))]
    public void ThreadsAndOrderChangeNoBit(IExplainer<LoanApplication> explainer)
    {
        LoanApplication[] rows = [.. s_loans.Rows];
        LoanApplication[] shuffled = [.. rows];
        new Random(1).Shuffle(shuffled);

        long[][] alone = [.. rows.Select(row => Bits.Of(explainer.Explain(s_model, row)))];
        long[][] one = [.. explainer.ExplainMany(s_model, rows, threads: 1).Results.Select(Bits.Of)];
        long[][] two = [.. explainer.ExplainMany(s_model, rows, threads: 2).Results.Select(Bits.Of)];
        long[][] mixed = [.. explainer.ExplainMany(s_model, shuffled, threads: 2).Results.OrderBy(explanation => Array.IndexOf(rows, explanation.Instance)).Select(Bits.Of)];

        Assert.Equal(alone, one);
        Assert.Equal(alone, two);
        Assert.Equal(alone, mixed);
    }

    [Fact]
    public void ValuesOfManyAreThoseOfEach()
    {
        KernelShap<LoanApplication> kernel = new() { Background = s_loans, ExactUpTo = 0, Samples = 8, Seed = 3 };
        IReadOnlyList<ShapValues<LoanApplication>> many = kernel.ValuesMany(s_model, s_loans.Rows, threads: 2).Results;
        for (int row = 0; row < s_loans.Count; row++)
        {
            ShapValues<LoanApplication> alone = kernel.Values(s_model, s_loans[row]);
            Assert.Equal(alone.Contributions.AsSpan(), many[row].Contributions.AsSpan());
            Assert.Equal(alone.StandardErrors!.AsSpan(), many[row].StandardErrors!.AsSpan());
            Assert.Same(s_loans[row], many[row].Instance);
        }
    }

    [Fact]
    public void AnotherSeedGivesAnotherAnswer()
    {
        Linex<LoanApplication> linex = new() { Neighborhood = s_around, Seed = 3 };
        Assert.NotEqual(Bits.Of(linex.Explain(s_model, s_loans[0])), Bits.Of((linex with { Seed = 4 }).Explain(s_model, s_loans[0])));
    }

    [Fact]
    public void EveryInstanceHasItsOwnRandomNumbers()
    {
        // Without limits a neighbor is the instance plus noise; the noise of two instances must not be the same.
        GaussianNeighborhood<Point> around = new() { Background = new([new(0, 0, 0, 0), new(1, 2, 3, 4)]), Samples = 30 };
        List<double[]> noises = [];
        foreach (Point instance in (Point[])[new(1, 1, 1, 1), new(2, 2, 2, 2), new(1, 1, 1, 1)])
        {
            IModel<Point> watching = Model.FromRows<Point>((rows, scores) =>
            {
                noises.Add([.. rows.Values.ToArray().Select(value => Math.Round(value - instance.X, 9))]);
                scores.Fill(1);
            });
            _ = new Lime<Point> { Neighborhood = around, Seed = 3 }.Explain(watching, instance);
        }

        Assert.NotEqual(noises[0], noises[1]);
        Assert.Equal(noises[0], noises[2]);
    }

    [Fact]
    public void EnvironmentsAreDrawnBySeedAndInstance()
    {
        // A neighborhood without random numbers leaves the draws of the environments as the only ones.
        Fixed same = new();
        LinearExplainer<LoanApplication>[] explainers = [new SmoothedLime<LoanApplication> { Neighborhood = same, Seed = 1 }, new Linex<LoanApplication> { Neighborhood = same, Redraws = 1, Seed = 1 }];
        foreach (LinearExplainer<LoanApplication> explainer in explainers)
            Assert.NotEqual(Bits.Of(explainer.Explain(s_model, s_loans[0])), Bits.Of((explainer with { Seed = 2 }).Explain(s_model, s_loans[0])));

        Lime<LoanApplication> lime = new() { Neighborhood = same, Seed = 1 };
        Assert.Equal(Bits.Of(lime.Explain(s_model, s_loans[0])), Bits.Of((lime with { Seed = 2 }).Explain(s_model, s_loans[0])));
    }

    /// <summary>The rows of the data set as neighbors of every instance.</summary>
    private sealed class Fixed : INeighborhood<LoanApplication>
    {
        public int Samples => s_loans.Count + 1;

        public FeatureStatistics<LoanApplication> Statistics => s_loans.Statistics;

        public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors) => s_loans.Encoded.Values.CopyTo(neighbors);
    }

    [Fact]
    public void ProgressCountsEveryRow()
    {
        List<ManyProgress> reports = [];
        Lime<LoanApplication> lime = new() { Neighborhood = s_around };
        _ = lime.ExplainMany(s_model, s_loans.Rows, threads: 2, progress: new Inline(reports)).Results;
        Assert.Equal(Enumerable.Range(1, s_loans.Count), reports.Select(report => (int)report.Done));
        Assert.All(reports, report => Assert.Equal((0, s_loans.Count, s_around.Samples * report.Done), (report.Failed, report.Total, report.Queries)));
    }

    [Fact]
    public void CancellationEndsTheWork()
    {
        using CancellationTokenSource source = new();
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan =>
        {
            source.Cancel();
            return loan.Age;
        });
        Lime<LoanApplication> lime = new() { Neighborhood = s_around };
        Assert.ThrowsAny<OperationCanceledException>(() => lime.ExplainMany(model, s_loans.Rows, cancellation: source.Token).Results);
        Assert.ThrowsAny<OperationCanceledException>(() => lime.Explain(model, s_loans[0], source.Token));
    }

    [Fact]
    public void TheErrorOfTheFirstBadRowIsReported()
    {
        LoanApplication[] rows = [.. s_loans.Rows];
        rows[5] = rows[5] with { Age = 5 };
        rows[6] = rows[6] with { Age = 6 };
        Lime<LoanApplication> lime = new() { Neighborhood = s_around };
        for (int repeat = 0; repeat < 20; repeat++)
            Assert.Contains("Age is 5;", Assert.Throws<InvalidFeatureException>(() => lime.ExplainMany(s_model, rows, threads: 2).Results).Message);
    }

    [Fact]
    public void AnEarlierBadRowIsReportedThoughALaterOneFailedFirst()
    {
        using ManualResetEventSlim laterFailed = new();
        LoanApplication[] rows = [.. s_loans.Rows];
        LateFailure explainer = new(rows, laterFailed);
        Assert.Equal("early", Assert.Throws<FormatException>(() => explainer.ExplainMany(s_model, rows, threads: 2).Results).Message);
    }

    /// <summary>The last row fails at once; the first waits for that, and the fourth fails after it.</summary>
    private sealed class LateFailure(LoanApplication[] rows, ManualResetEventSlim laterFailed) : IExplainer<LoanApplication>
    {
        private readonly Lime<LoanApplication> _lime = new() { Neighborhood = s_around with { Samples = 5 } };

        public string Name => "late failure";

        public Run<LoanApplication, Explanation<LoanApplication>> Begin(IModelInfo<LoanApplication> model, LoanApplication instance, CancellationToken cancellation = default)
        {
            int row = Array.IndexOf(rows, instance);
            if (row == rows.Length - 1)
            {
                laterFailed.Set();
                throw new FormatException("late");
            }

            if (row is 0 or 1 or 2)
                laterFailed.Wait(TimeSpan.FromSeconds(5), cancellation);
            if (row == 3)
                throw new FormatException("early");
            return _lime.Begin(model, instance, cancellation);
        }
    }

    [Fact]
    public void EveryExplainerAsksTheModelOncePerSample()
    {
        int rows = 0, batches = 0;
        IModel<LoanApplication> counting = Model.FromRows<LoanApplication>((batch, scores) =>
        {
            batches++;
            rows += batch.Count;
            s_model.Score(batch, scores);
        });
        foreach (LinearExplainer<LoanApplication> explainer in ((IEnumerable<object[]>)Explainers).Select(data => data[0]).OfType<LinearExplainer<LoanApplication>>())
        {
            rows = batches = 0;
            _ = explainer.Explain(counting, s_loans[0]);
            Assert.Equal((explainer is Linex<LoanApplication> { Partition: not null } ? 399 : 200, 1), (rows, batches));
        }
    }

    private sealed class Inline(List<ManyProgress> reports) : IProgress<ManyProgress>
    {
        public void Report(ManyProgress value)
        {
            lock (reports)
                reports.Add(value);
        }
    }
}
