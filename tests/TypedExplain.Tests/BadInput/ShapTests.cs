using TypedExplain.Tests.Shap;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.BadInput;

public class ShapTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);
    private static readonly KernelShap<LoanApplication> s_kernel = new() { Background = s_loans };
    private static readonly PermutationShap<LoanApplication> s_permutations = new() { Background = s_loans };

    public static TheoryData<IShapExplainer<LoanApplication>, string> Options => new()
    {
        { s_kernel with { ExactUpTo = -1 }, "ExactUpTo of KernelSHAP is -1; it must be from 0 to 16." },
        { s_kernel with { ExactUpTo = 17 }, "ExactUpTo of KernelSHAP is 17; it must be from 0 to 16." },
        { s_kernel with { Samples = 7 }, "Samples of KernelSHAP is 7; it must be at least 8, 2 for each feature of LoanApplication." },
        { s_kernel with { Samples = -1 }, "Samples of KernelSHAP is -1; it must be at least 8, 2 for each feature of LoanApplication." },
        { s_kernel with { Link = (LinkFunction)7 }, "Link of KernelSHAP is 7; it must be Identity or Logit." },
        { s_kernel with { Background = null! }, "Background of KernelSHAP is not given; it must be rows of LoanApplication whose values stand in for features that are not known." },
        { s_permutations with { Permutations = 0 }, "Permutations of PermutationSHAP is 0; it must be from 1 to 1000000." },
        { s_permutations with { Background = null! }, "Background of PermutationSHAP is not given; it must be rows of LoanApplication whose values stand in for features that are not known." },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void OptionOutsideItsRange(IShapExplainer<LoanApplication> explainer, string message)
    {
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => explainer.Values(s_model, s_loans[0])).Message);
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => explainer.Explain(s_model, s_loans[0])).Message);
    }

    [Fact]
    public void TreesWithoutBackground()
    {
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 2 }.Train(s_loans.WithTarget(s_loans.Rows.Select(Loans.Score)));
        TreeShap<LoanApplication> trees = new();
        Assert.Equal("Background of TreeSHAP is not given; the linear form needs it for the means of the features. If you only want the contributions, call Values.", Assert.Throws<InvalidOptionException>(() => trees.Explain(forest, s_loans[0])).Message);
        trees = trees with { Expectation = TreeExpectation.Interventional };
        Assert.Equal("Background of TreeSHAP is not given; Interventional needs rows whose values stand in for features that are not known.", Assert.Throws<InvalidOptionException>(() => trees.Values(forest, s_loans[0])).Message);
        trees = trees with { Expectation = (TreeExpectation)2 };
        Assert.Equal("Expectation of TreeSHAP is 2; it must be PathDependent or Interventional.", Assert.Throws<InvalidOptionException>(() => trees.Values(forest, s_loans[0])).Message);
        Assert.Throws<InvalidFeatureException>(() => new TreeShap<LoanApplication>().Values(forest, s_loans[0] with { Age = 5 }));
        Assert.Throws<OperationCanceledException>(() => new TreeShap<LoanApplication>().Values(forest, s_loans[0], new CancellationToken(canceled: true)));
    }

    [Fact]
    public void ABudgetThatNoArrayHolds()
    {
        KernelShap<Numbers16> kernel = new() { Background = new Dataset<Numbers16>([Numbers16.Of(1)]), ExactUpTo = 0, Samples = int.MaxValue };

        // Sixteen features have 65534 coalitions, which is what such a budget buys.
        ShapValues<Numbers16> values = kernel.Values(Numbers16.Model(x => x.Sum()), Numbers16.Of([.. Enumerable.Range(5, 16).Select(i => (double)i)]));
        Assert.Equal(2 + 65534, values.Queries);
        Assert.Null(values.StandardErrors);
    }

    [Fact]
    public void OneBackgroundRow()
    {
        foreach (IShapExplainer<LoanApplication> explainer in (IShapExplainer<LoanApplication>[])[s_kernel with { Background = s_loans.Select([1]) }, s_permutations with { Background = s_loans.Select([1]) }])
        {
            ShapValues<LoanApplication> values = explainer.Values(s_model, s_loans[0]);
            Assert.Equal(Loans.Score(s_loans[1]), values.BaseValue);
            Assert.Equal(Loans.Score(s_loans[0]), values.Prediction);
            Explanation<LoanApplication> linear = explainer.Explain(s_model, s_loans[0]);
            Assert.Equal(linear.Prediction, linear.LocalPrediction, 1e-12);
        }
    }

    [Fact]
    public void BackgroundEqualToTheInstance()
    {
        WeightedRows<LoanApplication> same = new Dataset<LoanApplication>(Enumerable.Repeat(s_loans[0], 3));
        foreach (IShapExplainer<LoanApplication> explainer in (IShapExplainer<LoanApplication>[])[s_kernel with { Background = same }, s_permutations with { Background = same }])
        {
            ShapValues<LoanApplication> values = explainer.Values(s_model, s_loans[0]);
            Assert.All(values.Contributions.AsSpan().ToArray(), share => Assert.Equal(0L, BitConverter.DoubleToInt64Bits(share)));
            Assert.Equal((4, values.BaseValue), (values.Queries, values.Prediction));
            Explanation<LoanApplication> linear = explainer.Explain(s_model, s_loans[0]);
            Assert.Equal(linear.Prediction, linear.LocalPrediction, 1e-12);
        }
    }

    [Fact]
    public void OneFeatureThatDiffersGetsAll()
    {
        WeightedRows<LoanApplication> background = new Dataset<LoanApplication>([s_loans[0] with { Housing = Housing.Own }, s_loans[0] with { Housing = Housing.Rent }]);
        LoanApplication loan = s_loans[0] with { Housing = Housing.Mortgage };
        foreach (IShapExplainer<LoanApplication> explainer in (IShapExplainer<LoanApplication>[])[s_kernel with { Background = background, ExactUpTo = 0 }, s_permutations with { Background = background }])
        {
            ShapValues<LoanApplication> values = explainer.Values(s_model, loan);
            Assert.Equal(-0.05, values.Contributions.Housing, 1e-12);
            Assert.Equal(0, values.Contributions.Age);
            Assert.Equal((3, null), (values.Queries, values.StandardErrors));
        }
    }

    [Fact]
    public void SeveralOutputs()
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(["yes", "no"], (loan, scores) => (scores[0], scores[1]) = (Loans.Score(loan), 1 - Loans.Score(loan)));
        Assert.Contains("2 outputs (yes, no)", Assert.Throws<InvalidModelException>(() => s_kernel.Values(model, s_loans[0])).Message);
        Assert.Contains("2 outputs (yes, no)", Assert.Throws<InvalidModelException>(() => s_permutations.Explain(model, s_loans[0])).Message);
        Assert.Equal("no", s_kernel.Values(model.Output("no"), s_loans[0]).Output);
    }

    [Fact]
    public void AnswersThatAreNoNumbers()
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => loan.HasDefaulted ? double.NaN : 1);
        Assert.Contains("NaN", Assert.Throws<InvalidModelException>(() => s_kernel.Values(model, s_loans[0])).Message);
        foreach (double scale in (double[])[1e308, -1e308])
        {
            IModel<LoanApplication> large = Model.From<LoanApplication>(loan => loan.Age % 2 == 0 ? scale : -scale);
            Assert.Contains("too large", Assert.Throws<NoFitException>(() => s_kernel.Values(large, s_loans[0])).Message);
            Assert.Contains("too large", Assert.Throws<NoFitException>(() => s_permutations.Values(large, s_loans[0])).Message);
            Assert.Contains("too large", Assert.Throws<NoFitException>(() => (s_kernel with { ExactUpTo = 0, Samples = 8 }).Values(large, s_loans[0])).Message);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(-0.5)]
    public void NoProbability(double answer)
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(_ => answer);
        string message = Assert.Throws<InvalidModelException>(() => (s_kernel with { Link = LinkFunction.Logit }).Values(model, s_loans[0])).Message;
        Assert.StartsWith(FormattableString.Invariant($"The model's output score is {answer} around LoanApplication {{ Age = "), message);
        Assert.Contains("log odds need a number strictly between 0 and 1", message);

        // Only a coalition's mean is none.
        IModel<LoanApplication> some = Model.From<LoanApplication>(loan => loan.Age == 99 && loan.Housing != Housing.Own ? 1 : 0.5);
        Assert.Contains(", knowing ", Assert.Throws<InvalidModelException>(() => (s_kernel with { Link = LinkFunction.Logit, Background = new Dataset<LoanApplication>([s_loans[0] with { Housing = Housing.Rent }]) })
            .Values(some, s_loans[0] with { Age = 99, Housing = Housing.Own })).Message);
    }

    /// <summary>Work ends with the batch in which the cancellation came.</summary>
    [Fact]
    public void Cancellation()
    {
        foreach (int at in (int[])[1, 2, 3])
        {
            using CancellationTokenSource source = new();
            int batches = 0;
            IModel<Numbers16> model = Model.FromRows<Numbers16>((rows, scores) =>
            {
                if (++batches == at)
                    source.Cancel();
                scores.Fill(1);
            });
            KernelShap<Numbers16> kernel = new() { Background = new Dataset<Numbers16>(Enumerable.Range(0, 2000).Select(i => Numbers16.Of([.. Enumerable.Range(0, 16).Select(j => (double)(i + j))]))) };
            Assert.ThrowsAny<OperationCanceledException>(() => kernel.Values(model, Numbers16.Of(0.5), source.Token));
            Assert.Equal(at, batches);
        }

        Assert.ThrowsAny<OperationCanceledException>(() => s_permutations.Values(s_model, s_loans[0], new CancellationToken(canceled: true)));

        // In the last batch too: no answer is given after the end.
        using CancellationTokenSource last = new();
        int asked = 0;
        IModel<LoanApplication> two = Model.FromRows<LoanApplication>((rows, scores) =>
        {
            if (++asked == 2)
                last.Cancel();
            scores.Fill(1);
        });
        Assert.ThrowsAny<OperationCanceledException>(() => s_kernel.Values(two, s_loans[0], last.Token));
        Assert.Equal(2, asked);
    }
}
