using System.Collections.Immutable;
using Microsoft.ML;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.MLNet;

/// <summary>Trees of ML.NET's trainers, behind one-hot columns, a normalizer and missing values: their answers are ML.NET's, and their contributions those of asking about every coalition.</summary>
public class MLForestTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<string, bool, ForestLink> Names => new()
    {
        { "fasttree regression", true, ForestLink.Identity },
        { "fasttree regression", false, ForestLink.Identity },
        { "fasttree tweedie", true, ForestLink.Exponential },
        { "fasttree binary", true, ForestLink.Sigmoid },
        { "fastforest regression", true, ForestLink.Identity },
        { "fastforest binary", true, ForestLink.Identity },
        { "lightgbm regression", true, ForestLink.Identity },
        { "lightgbm regression", false, ForestLink.Identity },
        { "lightgbm binary", false, ForestLink.Sigmoid },
        { "lightgbm classes", true, ForestLink.NormalizedSigmoid },
        { "lightgbm softmax", true, ForestLink.Softmax },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ContributionsAddUpToTheAnswersOfThePipeline(string name, bool replacesMissing, ForestLink link)
    {
        ITransformer pipeline = Pipelines.Train(name, replacesMissing);
        MLModel<Loan> model = MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema);
        MLForest<Loan> forest = MLForest<Loan>.Of(model, new(Pipelines.Trained));
        Assert.Equal(link, forest.Link);
        Assert.Equal(model.Outputs.AsEnumerable(), forest.Outputs);
        Assert.Equal(model.KindOf(0), forest.KindOf(0));
        Loan[] asked = Loans.Draw(60, seed: 5);
        double[] encoded = ModelFiles.Encode(asked), expected = new double[asked.Length * model.Outputs.Length], found = new double[expected.Length], sums = new double[expected.Length];
        model.Score(new EncodedRows<Loan>(encoded), expected);
        forest.Score(new EncodedRows<Loan>(encoded), found);
        forest.Forest.Score(new EncodedRows<Loan>(encoded), sums);
        int outputs = model.Outputs.Length;
        for (int i = 0; i < asked.Length; i++)
        {
            ImmutableArray<ShapValues<Loan>> values = new TreeShap<Loan>().ValuesOfOutputs(forest.Forest, asked[i]);
            for (int output = 0; output < outputs; output++)
            {
                int at = (i * outputs) + output;
                Assert.Equal(expected[at], found[at], Tolerance * Math.Max(1, Math.Abs(expected[at])));
                Assert.Equal(sums[at], values[output].BaseValue + values[output].Contributions.AsSpan().ToArray().Sum(), Tolerance);
            }
        }
    }

    [Theory]
    [InlineData("fasttree regression", true)]
    [InlineData("fasttree regression", false)]
    [InlineData("fasttree binary", true)]
    [InlineData("fastforest regression", true)]
    [InlineData("fastforest binary", true)]
    [InlineData("lightgbm regression", false)]
    [InlineData("lightgbm binary", true)]
    public void ContributionsAreThoseOfAskingThePipelineAboutEveryCoalition(string name, bool replacesMissing)
    {
        ITransformer pipeline = Pipelines.Train(name, replacesMissing);
        WeightedRows<Loan> background = new Dataset<Loan>(Pipelines.Trained.Take(15));
        MLModel<Loan> score = MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema, new() { Output = "Score" });
        MLForest<Loan> forest = MLForest<Loan>.Of(score, new(Pipelines.Trained));
        foreach (Loan loan in Loans.Draw(6, seed: 6))
        {
            ShapValues<Loan> own = new TreeShap<Loan> { Expectation = TreeExpectation.Interventional, Background = background }.Values(forest.Forest, loan);
            ShapValues<Loan> asked = new KernelShap<Loan> { Background = background }.Values(score, loan);
            for (int feature = 0; feature < Loans.Features; feature++)
                Assert.Equal(asked.Contributions[feature], own.Contributions[feature], Tolerance);
            Assert.Equal(asked.BaseValue, own.BaseValue, Tolerance);
        }
    }

    [Theory]
    [InlineData("x => abs(x - 50)")]
    [InlineData("x => abs(x - 40) < 3 ? 1.0f : 0.0f")]
    public void AWholeNumberThatGoesBothWaysIsFollowedThoughOneRowIsKnown(string expression)
    {
        foreach (string name in (string[])["fasttree binary", "lightgbm binary"])
        {
            ITransformer pipeline = Pipelines.Context.Transforms.Expression("Own", expression, "Age").Append(Pipelines.Context.Transforms.Concatenate("Features", "Own", "Balance")).Append(Pipelines.Trainer(name)).Fit(Pipelines.Data);
            MLModel<Loan> model = MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema);
            MLForest<Loan> forest = MLForest<Loan>.Of(model, new Dataset<Loan>(Pipelines.Trained.Take(1)));
            double[] encoded = ModelFiles.Encode([.. Enumerable.Range(18, 83).SelectMany(age => Enumerable.Range(-9, 19).Select(i => new Loan(age, 11 * i, 1, Housing.Own, false)))]);
            double[] expected = new double[83 * 19], found = new double[expected.Length];
            model.Score(new EncodedRows<Loan>(encoded), expected);
            forest.Score(new EncodedRows<Loan>(encoded), found);
            for (int i = 0; i < found.Length; i++)
                Assert.Equal(expected[i], found[i], 1e-5);
        }
    }

    [Fact]
    public void NodesCountTheRowsOfTheBackgroundThatComeToThem()
    {
        MLForest<Loan> forest = MLForest<Loan>.Of(MLModel<Loan>.Of(Pipelines.Train("fasttree regression"), Pipelines.Data.Schema), new(Pipelines.Trained));
        foreach (DecisionTree tree in forest.Forest.Trees)
        {
            Assert.Equal(Pipelines.Trained.Length, tree.Root.Draws);
            for (int node = 0; node < tree.NodeCount; node++)
                Assert.True(tree[node].IsLeaf || tree[node].Draws == tree[tree[node].Left].Draws + tree[tree[node].Right].Draws);
        }
    }

    [Fact]
    public void LogOddsAreBelowTheCalibratorOfPlatt()
    {
        ITransformer pipeline = Pipelines.Train("lightgbm binary");
        MLForest<Loan> forest = MLForest<Loan>.Of(MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema), new(Pipelines.Trained));
        Assert.Equal(["log-odds of Probability"], forest.Forest.Outputs.AsEnumerable());
        Assert.Equal(OutputKind.LogOdds, forest.Forest.KindOf(0));
    }

    [Fact]
    public void ASlotOfTwoFeaturesIsNamed()
    {
        MLContext context = Pipelines.Context;
        ITransformer pipeline = context.Transforms.Expression("Sum", "(a, b) => a + b", "Age", "Balance").Append(context.Transforms.Concatenate("Features", "Sum", "Age"))
            .Append(context.Regression.Trainers.FastTree("Number", numberOfTrees: 3)).Fit(Pipelines.Data);
        string message = Assert.Throws<InvalidModelException>(() => MLForest<Loan>.Of(MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema), new(Pipelines.Trained))).Message;
        Assert.Contains("Features[0] (Sum) of the pipeline's features is made of Loan.Age and of Loan.Balance", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANumberThatIsCutTwiceIsNamed()
    {
        MLContext context = Pipelines.Context;
        ITransformer pipeline = context.Transforms.Expression("Square", "(a) => a * a", "Balance").Append(context.Transforms.Concatenate("Features", "Square"))
            .Append(context.Regression.Trainers.FastTree("Number", numberOfTrees: 3)).Fit(Pipelines.Data);
        string message = Assert.Throws<InvalidModelException>(() => MLForest<Loan>.Of(MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema), new(Pipelines.Trained))).Message;
        Assert.Contains("Loan.Balance neither rises nor falls with it: slot Features[0] (Square)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoriesAreFollowedThroughHashesAndWholeNumbersThroughColumnsOfTheirOwn()
    {
        MLContext context = Pipelines.Context;
        ITransformer pipeline = context.Transforms.Categorical.OneHotHashEncoding("Hashed", "Housing", numberOfBits: 2).Append(context.Transforms.Categorical.OneHotEncoding("Ages", "Age"))
            .Append(context.Transforms.Concatenate("Features", "Hashed", "Ages", "Balance")).Append(context.Regression.Trainers.FastTree("Number", numberOfTrees: 10, minimumExampleCountPerLeaf: 2)).Fit(Pipelines.Data);
        MLModel<Loan> model = MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema);
        MLForest<Loan> forest = MLForest<Loan>.Of(model, new(Pipelines.Trained));
        Assert.True(forest.Reads(FeatureSchema.Of<Loan>().Features[0]));
        Assert.False(forest.Reads(FeatureSchema.Of<Loan>().Features[2]));
    }

    [Fact]
    public void APredictorWithoutTreesIsNamed()
    {
        MLModel<Loan> model = MLModel<Loan>.Of(Pipelines.Train("sdca regression"), Pipelines.Data.Schema);
        Assert.Contains("LinearRegressionModelParameters, which has no trees", Assert.Throws<InvalidModelException>(() => MLForest<Loan>.Of(model, new(Pipelines.Trained))).Message, StringComparison.Ordinal);
    }
}
