using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.BadInput;

/// <summary>Data and options at the edge: no NaN, no endless loop, and the work ends when it is told to.</summary>
public class HardCasesTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Analytic.Smooth<LoanApplication>();

    public static TheoryData<FeatureSelection> Selections => [FeatureSelection.All, FeatureSelection.Forward(99), FeatureSelection.HighestWeights(99), FeatureSelection.LassoPath(99), FeatureSelection.Auto(99)];

    [Theory]
    [MemberData(nameof(Selections))]
    public void FewerSamplesThanFeatures(FeatureSelection selection)
    {
        Twin<Integers> twin = new();
        Random random = new(3);
        Dataset<Integers> background = new(Enumerable.Range(0, 30).Select(_ => twin.Random(random)));
        Assert.True(background[0] is not null && FeatureSchema.Of<Integers>().Features.Length > 5);
        foreach (double ridge in (double[])[0, 1])
            Check(new GaussianNeighborhood<Integers> { Background = background, Samples = 5 }, Analytic.Smooth<Integers>(), background[0], ridge, selection);
    }

    [Theory]
    [MemberData(nameof(Selections))]
    public void DuplicateAndCollinearColumns(FeatureSelection selection)
    {
        Dataset<Point> background = new(Enumerable.Range(0, 20).Select(i => new Point(i % 7, i % 7, 3 * (i % 7) + (2 * (i % 3)), i % 3)));
        foreach (double ridge in (double[])[0, 1])
        {
            foreach (Explanation<Point> explanation in Check(new Copies(background), Analytic.Linear<Point>([1, 1, 0, 2], 3), background[4], ridge, selection))
            {
                if (ridge == 0)
                    Assert.Equal(1, explanation.Fit!.Value.R2, 1e-6);
            }
        }
    }

    [Fact]
    public void EqualColumnsShareTheirEffect()
    {
        Dataset<Point> background = new(Enumerable.Range(0, 20).Select(i => new Point(i % 7, i % 7, i % 5, i % 3)));
        Explanation<Point> explanation = new Lime<Point> { Neighborhood = new Copies(background), Ridge = 0 }.Explain(Analytic.Linear<Point>([2, 0, 0, 0], 0), background[0]);
        Assert.Equal(1, explanation.Attribution[0], 1e-9);
        Assert.Equal(1, explanation.Attribution[1], 1e-9);
    }

    [Fact]
    public void ABackgroundOfOneRow()
    {
        foreach (INeighborhood<LoanApplication> neighborhood in Neighborhoods(s_loans.Select([3])))
        {
            string message = Assert.Throws<InvalidDatasetException>(() => new Linex<LoanApplication> { Neighborhood = neighborhood }.Explain(s_model, s_loans[0])).Message;
            Assert.Equal("A data set of LoanApplication has 1 row; the spread of its features needs at least 2.", message);
        }
    }

    [Fact]
    public void ABackgroundEqualToTheInstance()
    {
        Dataset<LoanApplication> same = s_loans.Select([5, 5, 5]);
        foreach (INeighborhood<LoanApplication> neighborhood in Neighborhoods(same))
            Assert.Contains("in all 3 background rows, so nothing can be learned of its effect", Assert.Throws<InvalidDatasetException>(() => new Lime<LoanApplication> { Neighborhood = neighborhood }.Explain(s_model, s_loans[5])).Message);

        INeighborhood<LoanApplication>[] held =
        [
            new GaussianNeighborhood<LoanApplication> { Background = same, Samples = 20, HoldConstantFeatures = true },
            new GaussianNeighborhood<LoanApplication> { Background = same, Samples = 20, HoldConstantFeatures = true, Design = SamplingDesign.LatinHypercube },
            new BinnedNeighborhood<LoanApplication> { Background = same, Samples = 20, HoldConstantFeatures = true },
        ];
        foreach (INeighborhood<LoanApplication> neighborhood in held)
        {
            foreach (Explanation<LoanApplication> explanation in Check(neighborhood, s_model, s_loans[5], ridge: 1, FeatureSelection.All))
            {
                Assert.Equal(new double[4], explanation.Attribution.AsSpan());
                Assert.True(explanation.Caveats.HasFlag(Caveats.ConstantModel | Caveats.HeldFeatures));
            }
        }
    }

    [Fact]
    public void AnInstanceFarOutsideTheBins()
    {
        Dataset<Point> background = new(Enumerable.Range(0, 20).Select(i => new Point(i % 7, i % 6, i % 5, i % 3)));
        BinnedNeighborhood<Point> bins = new() { Background = background, Samples = 50 };
        Point far = new(1e300, -1e300, 5e4, 0);
        Explanation<Point> explanation = Assert.Single(Check(bins, Analytic.Smooth<Point>(), far, 1, FeatureSelection.All).Take(1));
        Assert.Equal("X > 4.25", explanation.BinOf(FeatureSchema.Of<Point>().Features[0]));
        Assert.Equal("Y <= 1.00", explanation.BinOf(FeatureSchema.Of<Point>().Features[1]));
    }

    [Fact]
    public void CancellationWithinOneBatch()
    {
        GaussianNeighborhood<LoanApplication> around = new() { Background = s_loans, Samples = 50 };
        Lime<LoanApplication> lime = new() { Neighborhood = around };
        Linex<LoanApplication> linex = new() { Neighborhood = around, Partition = [around, around] };
        Func<IModel<LoanApplication>, CancellationToken, object>[] works =
        [
            (model, token) => lime.ExplainOutputs(model, s_loans[0], token),
            (model, token) => linex.Explain(model, s_loans[0], token),
            (model, token) => new Consensus<LoanApplication> { Explainers = [lime, lime] }.Explain(model, s_loans[0], token),
            (model, token) => new Certifier<LoanApplication> { Explainer = lime, Standard = new() { MaximumHalfWidth = 1e-9 } }.Explain(model, s_loans[0], token),
            (model, token) => MetricTable<LoanApplication>.Of([lime], [new Infidelity<LoanApplication>()], model, s_loans.Select([0, 1, 2, 3]), cancellation: token),
        ];
        foreach (Func<IModel<LoanApplication>, CancellationToken, object> work in works)
        {
            using CancellationTokenSource source = new();
            int batches = 0;
            IModel<LoanApplication> model = Model.FromRows<LoanApplication>((rows, scores) =>
            {
                Interlocked.Increment(ref batches);
                source.Cancel();
                s_model.Score(rows, scores);
            });
            Assert.ThrowsAny<OperationCanceledException>(() => _ = work(model, source.Token));
            Assert.InRange(batches, 1, Environment.ProcessorCount);
        }
    }

    private static INeighborhood<LoanApplication>[] Neighborhoods(Dataset<LoanApplication> background) =>
    [
        new GaussianNeighborhood<LoanApplication> { Background = background },
        new GaussianNeighborhood<LoanApplication> { Background = background, Design = SamplingDesign.LatinHypercube },
        new BinnedNeighborhood<LoanApplication> { Background = background },
        new BinnedNeighborhood<LoanApplication> { Background = background, Discretization = Discretization.Decile },
    ];

    /// <summary>Explains by every method, alone and together, and checks that every number is one.</summary>
    private static List<Explanation<T>> Check<T>(INeighborhood<T> neighborhood, IModel<T> model, T instance, double ridge, FeatureSelection selection)
        where T : IFeatureRecord<T>
    {
        LinearExplainer<T>[] methods =
        [
            new Lime<T> { Neighborhood = neighborhood, Ridge = ridge, Selection = selection, StandardErrors = true },
            new SmoothedLime<T> { Neighborhood = neighborhood, Ridge = ridge, Selection = selection, StandardErrors = true },
            new Linex<T> { Neighborhood = neighborhood, Ridge = ridge, Selection = selection, StandardErrors = true },
            new Linex<T> { Neighborhood = neighborhood, Ridge = ridge, Selection = selection, StandardErrors = true, Partition = [neighborhood, neighborhood] },
            new Linex<T> { Neighborhood = neighborhood, Ridge = ridge, Selection = selection, StandardErrors = true, Redraws = 3 },
            new Linex<T> { Neighborhood = neighborhood, Ridge = ridge, Selection = selection, StandardErrors = true, Redraws = null },
        ];
        List<Explanation<T>> explanations = [];
        foreach (LinearExplainer<T> method in methods)
        {
            explanations.Add(method.Explain(model, instance));
            explanations.AddRange(method.ExplainOutputs(model, instance));
        }

        ConsensusExplanation<T> consensus = new Consensus<T> { Explainers = methods[..3] }.Explain(model, instance);
        Assert.False(double.IsNaN(consensus.RankCorrelation));
        Assert.NotEmpty(consensus.ToString());
        explanations.AddRange(consensus.Explanations);
        foreach (Explanation<T> explanation in explanations)
        {
            Assert.All(explanation.Attribution.AsSpan().ToArray(), effect => Assert.True(double.IsFinite(effect)));
            bool hasLoneNeighbors = explanation.Explainer is Linex<T> { Partition: not null } && neighborhood.IsPaired && neighborhood.Samples % 2 == 0;
            Assert.Equal(hasLoneNeighbors, explanation.StandardErrors is null);
            Assert.All(explanation.StandardErrors?.AsSpan().ToArray() ?? [], error => Assert.False(double.IsNaN(error)));
            Assert.True(double.IsFinite(explanation.Intercept) && double.IsFinite(explanation.Fit!.Value.R2));
        }

        return explanations;
    }

    /// <summary>The rows of a background, again and again.</summary>
    private sealed record Copies(Dataset<Point> Background) : INeighborhood<Point>
    {
        public int Samples => 60;

        public FeatureStatistics<Point> Statistics => Background.Statistics;

        public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors)
        {
            for (int row = 0; row < neighbors.Length / 4; row++)
                Background.Encoded[row % Background.Count].CopyTo(neighbors[(row * 4)..]);
        }
    }
}
