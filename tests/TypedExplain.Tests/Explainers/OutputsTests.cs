using TypedExplain.Numerics;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Every output of a model from one batch of queries.</summary>
public class OutputsTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 120 };

    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(["score", "constant", "income", "both"], (loan, scores) =>
    {
        scores[0] = Loans.Score(loan);
        scores[1] = 3;
        scores[2] = loan.AnnualIncome * loan.AnnualIncome / 1e9;
        scores[3] = scores[0] * scores[2];
    });

    public static TheoryData<LinearExplainer<LoanApplication>> Explainers =>
    [
        new Lime<LoanApplication> { Neighborhood = s_around, Seed = 3 },
        new Lime<LoanApplication> { Neighborhood = s_around, Seed = 3, Intercept = false, Selection = FeatureSelection.Forward(2) },
        new Lime<LoanApplication> { Neighborhood = new BinnedNeighborhood<LoanApplication> { Background = s_loans, Samples = 120 }, Selection = FeatureSelection.LassoPath(3) },
        new SmoothedLime<LoanApplication> { Neighborhood = s_around, Seed = 4 },
        new Linex<LoanApplication> { Neighborhood = s_around, Seed = 5, Redraws = 1, Environments = 3, Selection = FeatureSelection.HighestWeights(3) },
    ];

    [Theory]
    [MemberData(nameof(Explainers))]
    public void EachIsTheExplanationOfItsOutput(LinearExplainer<LoanApplication> explainer)
    {
        List<int> batches = [];
        IReadOnlyList<Explanation<LoanApplication>> all = explainer.ExplainOutputs(Counted.Of(s_model, batches), s_loans[5]);
        Assert.Equal([120], batches);
        Assert.Equal(s_model.Outputs, all.Select(explanation => explanation.Output));
        foreach (Explanation<LoanApplication> explanation in all)
        {
            Explanation<LoanApplication> alone = explainer.Explain(s_model.Output(explanation.Output), s_loans[5]);
            Assert.Equal(Bits.Of(alone), Bits.Of(explanation));
            Assert.Equal((alone.Queries, alone.Caveats), (explanation.Queries, explanation.Caveats));
        }
    }

    [Fact]
    public void OneOutputWillDo()
    {
        Lime<LoanApplication> lime = new() { Neighborhood = s_around };
        Assert.Equal(Bits.Of(lime.Explain(s_model.Output("score"), s_loans[0])), Bits.Of(Assert.Single(lime.ExplainOutputs(s_model.Output("score"), s_loans[0]))));
    }

    [Fact]
    public void SeveralOutputsAreStillRefusedWhereOneIsExplained()
    {
        Lime<LoanApplication> lime = new() { Neighborhood = s_around };
        Assert.Contains("The model has 4 outputs", Assert.Throws<InvalidModelException>(() => lime.Explain(s_model, s_loans[0])).Message);
    }

    [Fact]
    public void TheErrorNamesTheOutput()
    {
        IModel<LoanApplication> broken = Model.From<LoanApplication>(["good", "bad"], (_, scores) => (scores[0], scores[1]) = (1, double.NaN));
        string message = Assert.Throws<InvalidModelException>(() => new Lime<LoanApplication> { Neighborhood = s_around }.ExplainOutputs(broken, s_loans[0])).Message;
        Assert.StartsWith("The model's output bad is NaN or was not filled for LoanApplication { Age = ", message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(12)]
    public void MomentsOfAColumnAreThoseOfAll(int column)
    {
        RandomStream stream = new(4, "moments");
        double[] rows = new double[70 * 16], weights = new double[70], moments = new double[256], expected = new double[256];
        stream.FillNormal(0, rows);
        stream.For(1).FillUniform(0, weights);
        weights[9] = 0;
        Moments.Of(rows, 16, weights, moments);
        for (int row = 0; row < 70; row++)
            rows[(row * 16) + column] = stream.Uniform(5000 + row);
        Moments.OfColumn(rows, 16, weights, column, moments);
        Moments.Of(rows, 16, weights, expected);
        Assert.Equal(expected, moments);
    }
}
