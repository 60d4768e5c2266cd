using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Json;

/// <summary>SHAP values, outcomes, consensus, scores and metric tables come back as they were.</summary>
public class ResultJsonTests
{
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Samples = 150 };

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void Shap_values_come_back(Animal animal) => animal.Obeys(new Contributions());

    [Fact]
    public void Outcomes_come_back()
    {
        Lime<LoanApplication> lime = new() { Neighborhood = s_around };
        foreach ((ExplanationStandard standard, int budget, Type kind) in ((ExplanationStandard, int, Type)[])[(new() { MinimumFit = -1, TopReasonsDecided = 0 }, 500, typeof(Certified<LoanApplication>)), (new() { MaximumHalfWidth = 1e-9 }, 400, typeof(BestEffort<LoanApplication>)), (new(), 10, typeof(Refused<LoanApplication>))])
        {
            Outcome<LoanApplication> outcome = new Certifier<LoanApplication> { Explainer = lime, Standard = standard, MaxQueries = budget }.Explain(Settings.Credit, Settings.Applications[0]);
            Outcome<LoanApplication> read = Outcome<LoanApplication>.FromJson(outcome.ToJson());

            Assert.Equal(kind, outcome.GetType());
            Assert.Equal(kind, read.GetType());
            Assert.Equal((outcome.ToString(), outcome.Queries, outcome.ToJson()), (read.ToString(), read.Queries, read.ToJson()));
            if (outcome is Certified<LoanApplication> certified)
            {
                Assert.Equal(certified.Standard, ((Certified<LoanApplication>)read).Standard);
                Answers.Equal(certified.Explanation, ((Certified<LoanApplication>)read).Explanation, [.. Settings.Applications.Rows.Take(9)]);
            }
        }
    }

    [Fact]
    public void A_consensus_comes_back()
    {
        ConsensusExplanation<LoanApplication> consensus = new Consensus<LoanApplication>
        {
            Explainers = [new Lime<LoanApplication> { Neighborhood = s_around }, new Linex<LoanApplication> { Neighborhood = s_around }, new SmoothedLime<LoanApplication> { Neighborhood = s_around }],
        }.Explain(Settings.Credit, Settings.Applications[3]);
        ConsensusExplanation<LoanApplication> read = ConsensusExplanation<LoanApplication>.FromJson(consensus.ToJson());

        Assert.Equal((consensus.ToString(), consensus.Queries, consensus.ToJson()), (read.ToString(), read.Queries, read.ToJson()));
        Answers.Equal([consensus.RankCorrelation, consensus.TopOverlap(2), .. consensus.Mean.AsSpan(), .. consensus.SignAgreement.AsSpan()], [read.RankCorrelation, read.TopOverlap(2), .. read.Mean.AsSpan(), .. read.SignAgreement.AsSpan()]);
        for (int i = 0; i < 3; i++)
            Answers.Equal(consensus.Explanations[i], read.Explanations[i], [.. Settings.Applications.Rows.Take(9)]);
    }

    [Fact]
    public void Scores_come_back()
    {
        Score score = new Infidelity<LoanApplication>().Evaluate(ExplainedRows<LoanApplication>.Of(Settings.Linex, Settings.Credit, new(Settings.Applications.Rows.Take(6))));
        Score undefined = new("m", double.NaN, 0, 0, "rows", MetricDirection.HigherIsBetter, "nothing to take it of") { Values = [-0.0, double.NegativeInfinity] };
        foreach (Score own in (Score[])[score, undefined])
        {
            Score read = Score.FromJson(own.ToJson());
            Assert.Equal(own, read);
            Answers.Equal([own.Mean, own.StandardError, .. own.Values], [read.Mean, read.StandardError, .. read.Values]);
            Assert.Equal(own.ToString(), read.ToString());
        }

        Assert.Contains("\"mean\":\"fff8000000000000\"", undefined.ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"values\":[\"8000000000000000\",\"fff0000000000000\"]", undefined.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_table_comes_back()
    {
        Dataset<LoanApplication> rows = new(Settings.Applications.Rows.Take(12));
        MetricTable<LoanApplication> table = MetricTable<LoanApplication>.Of(
            [Settings.Linex, new Lime<LoanApplication> { Neighborhood = s_around }],
            [new Infidelity<LoanApplication>(), new CoefficientInconsistency<LoanApplication>()],
            Settings.Credit,
            rows);
        MetricTable<LoanApplication> read = MetricTable<LoanApplication>.FromJson(table.ToJson());

        Assert.Equal((table.ToString(), table.ToJson()), (read.ToString(), read.ToJson()));
        Assert.Equal(table.Compare(0, 1, 1), read.Compare(0, 1, 1));
        Assert.Equal(table.Explainers.Select(explainer => explainer.Describe().ToString()), read.Explainers.Select(explainer => explainer.Describe().ToString()));
    }

    [Fact]
    public void One_result_is_not_another() => Assert.Equal(
        "$.$schema is not that of score; it must be https://github.com/typedexplain/typedexplain/blob/main/docs/schemas/score.v1.json.",
        Assert.Throws<InvalidJsonException>(() => Score.FromJson(Settings.Loan.ToJson())).Message);

    private sealed class Contributions : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Random random = new(21);
            Dataset<T> background = new(Enumerable.Range(0, 12).Select(_ => twin.Random(random)));
            IModel<T> model = Model.FromRows<T>((rows, scores) =>
            {
                for (int row = 0; row < rows.Count; row++)
                    scores[row] = 0.5 + (0.4 * Math.Sin(rows[row].ToArray().Select((value, i) => (i + 1) * Math.Tanh(value / 100)).Sum()));
            });
            foreach ((IShapExplainer<T> explainer, IModel<T> own) in ((IShapExplainer<T>, IModel<T>)[])
            [
                (new KernelShap<T> { Background = background, ExactUpTo = 3, Samples = 600 }, model),
                (new PermutationShap<T> { Background = background, Permutations = 2, Link = LinkFunction.Logit }, model.As(OutputKind.Probability)),
            ])
            {
                ShapValues<T> values = explainer.Values(own, background[0]);
                ShapValues<T> read = ShapValues<T>.FromJson(values.ToJson());

                Answers.Equal([values.Prediction, values.BaseValue, values.Convergence.Residual, .. values.Contributions.AsSpan()], [read.Prediction, read.BaseValue, read.Convergence.Residual, .. read.Contributions.AsSpan()]);
                Answers.Equal(values.StandardErrors is { } errors ? errors.AsSpan() : default, read.StandardErrors is { } again ? again.AsSpan() : default);
                Assert.Equal((values.ToString(), values.Output, values.Kind, values.Link, values.Queries, values.Caveats, values.Convergence), (read.ToString(), read.Output, read.Kind, read.Link, read.Queries, read.Caveats, read.Convergence));
                Assert.Equal(values.Contributions.Ranked(), read.Contributions.Ranked());
                Assert.Equal(twin.Encode(values.Instance), twin.Encode(read.Instance));
                Assert.Equal(values.ToJson(), read.ToJson());
            }

            KernelShap<T> pairs = new() { Background = background, ExactUpTo = 3, Samples = 100 };
            ShapInteractions<T> interactions = pairs.Interactions(model, background[0]);
            ShapInteractions<T> back = ShapInteractions<T>.FromJson(interactions.ToJson());
            Answers.Equal([interactions.Prediction, interactions.BaseValue, .. interactions.MainEffects.AsSpan()], [back.Prediction, back.BaseValue, .. back.MainEffects.AsSpan()]);
            Assert.Equal(interactions.Pairs.Select(pair => (pair.Name, pair.Value, pair.StandardError)), back.Pairs.Select(pair => (pair.Name, pair.Value, pair.StandardError)));
            Assert.Equal((interactions.ToString(), interactions.Queries, interactions.Caveats, interactions.ToJson()), (back.ToString(), back.Queries, back.Caveats, back.ToJson()));
        }
    }
}
