using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

public class MelimeTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);
    private static readonly Melime<LoanApplication> s_melime = new()
    {
        Neighborhood = new KdeNeighborhood<LoanApplication> { Background = s_loans, Samples = 101 },
        ImportanceTolerance = 0.01,
        ErrorTolerance = 0.1,
        Seed = 3,
    };

    [Fact]
    public void BatchesFollowUntilNothingChanges()
    {
        Explanation<LoanApplication> explanation = s_melime.Explain(s_model, s_loans[0]);
        Assert.Equal(SolveStatus.Converged, explanation.Convergence.Status);
        Assert.InRange(explanation.Convergence.Iterations, 2, 99);
        Assert.InRange(explanation.Convergence.Residual, 0, 0.01);
        Assert.Equal(101 * explanation.Convergence.Iterations, explanation.Queries);
        Assert.Equal(101, explanation.Fit!.Value.Samples);
    }

    [Fact]
    public void EveryBatchIsDrawnAnewAndHoldsTheInstance()
    {
        List<double[]> batches = [];
        IModel<LoanApplication> watching = Model.FromRows<LoanApplication>((rows, scores) =>
        {
            batches.Add(rows.Values.ToArray());
            s_model.Score(rows, scores);
        });
        Explanation<LoanApplication> explanation = (s_melime with { ErrorTolerance = 1e-30, Batches = 4 }).Explain(watching, s_loans[0]);
        Assert.Equal(4, batches.Count);
        Assert.All(batches, batch => Assert.Equal(batches[0][..6], batch[..6]));
        Assert.Equal(4, batches.Select(batch => string.Join(' ', batch)).Distinct().Count());
        Assert.Equal((SolveStatus.NotConverged, 4), (explanation.Convergence.Status, explanation.Convergence.Iterations));
        Assert.True(explanation.Caveats.HasFlag(Caveats.NotConverged));
        Assert.Contains("NOT CONVERGED after 4", explanation.ToString());
        Assert.True(double.IsFinite(explanation.Convergence.Residual));
    }

    [Fact]
    public void OneBatchCannotConverge()
    {
        Explanation<LoanApplication> explanation = (s_melime with { Batches = 1, ImportanceTolerance = 100, ErrorTolerance = 100 }).Explain(s_model, s_loans[0]);
        Assert.Equal(SolveStatus.NotConverged, explanation.Convergence.Status);
        Assert.Equal(SolveStatus.Converged, (s_melime with { Batches = 2, ImportanceTolerance = 100, ErrorTolerance = 100 }).Explain(s_model, s_loans[0]).Convergence.Status);
    }

    [Fact]
    public void ExamplesAreTheMostExtremeNeighbors()
    {
        HashSet<(LoanApplication Loan, double Score)> seen = [];
        IModel<LoanApplication> watching = Model.FromBatch<LoanApplication>(loans =>
        {
            seen.UnionWith(loans.Skip(1).Select(loan => (loan, Loans.Score(loan))));
            return [.. loans.Select(Loans.Score)];
        });
        NeighborExamples<LoanApplication> examples = s_melime.Explain(watching, s_loans[0]).Examples!;
        Assert.Equal(seen.OrderByDescending(pair => pair.Score).Take(5).Select(pair => pair.Loan), examples.Favorable.Select(example => example.Record));
        Assert.Equal(seen.OrderBy(pair => pair.Score).Take(5).Select(pair => pair.Loan), examples.Contrary.Select(example => example.Record));
        Assert.All([.. examples.Favorable, .. examples.Contrary], example => Assert.Equal(Loans.Score(example.Record), example.Prediction, 1e-12));
    }

    [Fact]
    public void ExamplesOfAConstantModelAreDifferentRecords()
    {
        NeighborExamples<LoanApplication> examples = s_melime.Explain(Model.From<LoanApplication>(_ => 1), s_loans[0]).Examples!;
        Assert.Equal(5, examples.Favorable.Distinct().Count());
        Assert.Equal(examples.Favorable.ToArray(), examples.Contrary.ToArray());
    }

    [Fact]
    public void ExamplesThatComeInEveryBatchAreListedOnce()
    {
        // The neighborhood of real rows is the same in every batch.
        FittedMaple<LoanApplication> maple = new Maple<LoanApplication> { Background = s_loans, Trees = 20, MinLeafRows = 5 }.Fit(s_model);
        Melime<LoanApplication> melime = s_melime with { Neighborhood = new TrainingSelection<LoanApplication> { Weights = maple.Weights }, ErrorTolerance = 1e-30, Batches = 3 };
        NeighborExamples<LoanApplication> examples = melime.Explain(s_model, s_loans[0]).Examples!;
        Assert.Equal(maple.Weights.Rows.Rows.OrderByDescending(Loans.Score).Take(5), examples.Favorable.Select(example => example.Record));
        Assert.Equal(maple.Weights.Rows.Rows.OrderBy(Loans.Score).Take(5), examples.Contrary.Select(example => example.Record));
    }

    public static TheoryData<IExplainer<LoanApplication>> Explainers =>
    [
        s_melime,
        s_melime with { LocalModel = new HuberRegression() },
        s_melime with { LocalModel = new GradientDescent { Rate = 0.01 } },
        s_melime with { Kernel = new NormalKernel { Radius = 1 } },
        s_melime with { Neighborhood = new KdeNeighborhood<LoanApplication> { Background = s_loans, Samples = 101, Components = 1, Kernel = DensityKernel.TopHat } },
        new Linex<LoanApplication> { Neighborhood = s_melime.Neighborhood, Seed = 3 },
    ];

    [Theory]
    [MemberData(nameof(Explainers))]
    public void ThreadsAndOrderChangeNoBit(IExplainer<LoanApplication> explainer)
    {
        LoanApplication[] rows = [.. s_loans.Rows];
        long[][] alone = [.. rows.Select(row => Bits.Of(explainer.Explain(s_model, row)))];
        long[][] two = [.. explainer.ExplainMany(s_model, [.. rows.Reverse()], threads: 2).Results.Reverse().Select(Bits.Of)];
        Assert.Equal(alone, two);
    }

    [Fact]
    public void LocalModelsAgreeOnASmoothModel()
    {
        Explanation<LoanApplication> ridge = s_melime.Explain(s_model, s_loans[0]);
        foreach (ILocalModel model in (ILocalModel[])[new HuberRegression(), new GradientDescent { Rate = 0.02 }])
        {
            Explanation<LoanApplication> other = (s_melime with { LocalModel = model, ImportanceTolerance = 1e-3 }).Explain(s_model, s_loans[0]);
            for (int j = 0; j < 4; j++)
                Assert.Equal(ridge.Standardized[j], other.Standardized[j], 0.05);
        }
    }

    [Fact]
    public void AKernelWeighsNearSamplesMore()
    {
        // |x|: far from its corner the slope is 1, and a narrow kernel sees that corner no more.
        Dataset<Point> points = new(Enumerable.Range(0, 400).Select(i => new Point(((i * 37) % 400) / 100.0, ((i * 91) % 400) / 100.0, 0.01f * (i % 31), 0.01 * (i % 17))));
        IModel<Point> corner = Model.From<Point>(point => Math.Abs(point.X - 2));
        Melime<Point> melime = new() { Neighborhood = new KdeNeighborhood<Point> { Background = points, Radius = 4 }, Seed = 1 };
        Point instance = new(3.5, 2, 0.15f, 0.08);
        double wide = melime.Explain(corner, instance).Attribution[0], near = (melime with { Kernel = new NormalKernel { Radius = 0.6 } }).Explain(corner, instance).Attribution[0];
        Assert.True(near > 0.9 && wide < 0.7, $"{near} {wide}");
    }

    [Fact]
    public void DensitiesThatUnderflowAreRefused()
    {
        Melime<LoanApplication> narrow = s_melime with { Kernel = new NormalKernel { Radius = 1e-3 }, Neighborhood = new KdeNeighborhood<LoanApplication> { Background = s_loans, Samples = 20, Radius = 5, Bandwidth = 0.5 } };
        Assert.Contains("have weight 0", Assert.Throws<NoFitException>(() => narrow.Explain(s_model, s_loans[0] with { Age = 99 })).Message);
    }

    public static TheoryData<Melime<LoanApplication>, string> Refused => new()
    {
        { s_melime with { Batches = 0 }, "Batches of MeLIME is 0; it must be at least 1." },
        { s_melime with { ImportanceTolerance = 0 }, "ImportanceTolerance of MeLIME is 0; it must be above 0." },
        { s_melime with { ErrorTolerance = double.NaN }, "ErrorTolerance of MeLIME is NaN; it must be above 0." },
        { s_melime with { Kernel = new NormalKernel { Radius = -1 } }, "Radius of the kernel is -1; it must be above 0." },
        { s_melime with { Neighborhood = new KdeNeighborhood<LoanApplication> { Background = s_loans, Samples = 1 } }, "Samples of the neighborhood is 1; it must be at least 2." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void OptionsOutsideTheirRange(Melime<LoanApplication> melime, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => melime.Explain(s_model, s_loans[0])).Message);

    [Fact]
    public void CancellationEndsTheWorkWithinABatch()
    {
        using CancellationTokenSource source = new();
        int batches = 0;
        IModel<LoanApplication> model = Model.FromRows<LoanApplication>((rows, scores) =>
        {
            if (++batches == 2)
                source.Cancel();
            s_model.Score(rows, scores);
        });
        Assert.ThrowsAny<OperationCanceledException>(() => (s_melime with { ErrorTolerance = 1e-30 }).Explain(model, s_loans[0], source.Token));
        Assert.Equal(2, batches);
    }

    [Fact]
    public void AnswersTooLargeToFit()
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => 1e200 * Loans.Score(loan));
        foreach (ILocalModel local in (ILocalModel[])[new RidgeRegression(), new HuberRegression(), new GradientDescent()])
            Assert.Contains("too large", Assert.Throws<NoFitException>(() => (s_melime with { LocalModel = local }).Explain(model, s_loans[0])).Message);
    }
}
