using Microsoft.ML.OnnxRuntime;
using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>Each model of the folder answers what it answers when computed in C#, and is explained alike.</summary>
public class AnswerTests
{
    private const double Close = 2e-6;

    public static TheoryData<string> Models { get; } =
    [
        "linear", "linear-double", "linear-flat", "linear-one-row", "logistic", "columns", "columns-renamed", "groups",
        "classifier", "zipmap", "zipmap-numbers", "tree-regressor", "tree-average", "tree-classifier", "tree-logistic", "mlp",
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void AnswersAsTheModelInCode(string name)
    {
        using OnnxModel<LoanApplication> model = Loans.Load(name, Options(name));
        IModel<LoanApplication> twin = Twin(name);

        Assert.Equal(twin.Outputs.AsEnumerable(), model.Outputs);
        double[] own = new double[Loans.Data.Count * model.Outputs.Length], expected = new double[own.Length];
        model.Score(Loans.Data.Encoded, own);
        twin.Score(Loans.Data.Encoded, expected);
        Assert.All(own.Zip(expected), pair => Assert.InRange(pair.First, pair.Second - Close, pair.Second + Close));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void IsExplainedAsTheModelInCode(string name)
    {
        using OnnxModel<LoanApplication> model = Loans.Load(name, Options(name));
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = Loans.Data, Samples = 200 } };

        Explanation<LoanApplication> own = linex.Explain(model.Output(model.Outputs[^1]), Loans.Data[3]);
        Explanation<LoanApplication> expected = linex.Explain(Twin(name).Output(model.Outputs[^1]).As(model.KindOf(0)), Loans.Data[3]);

        Assert.Equal(expected.Prediction, own.Prediction, Close);
        foreach (Feature<LoanApplication> feature in Loans.Features)
            Assert.Equal(expected.Attribution[feature], own.Attribution[feature], 2e-5);
    }

    [Fact]
    public void ASessionOfTheCallersStaysOpen()
    {
        using InferenceSession session = new(Loans.File("linear"));
        OnnxModel<LoanApplication> model = OnnxModel<LoanApplication>.Of(session);
        double before = model.Predict(Loans.Data[0]);
        model.Dispose();

        using OnnxModel<LoanApplication> again = OnnxModel<LoanApplication>.Of(session);
        Assert.Equal(before, again.Predict(Loans.Data[0]));
        Assert.Throws<ObjectDisposedException>(() => model.Predict(Loans.Data[0]));
    }

    [Fact]
    public void FileAndBytesAnswerAlike()
    {
        using OnnxModel<LoanApplication> file = Loans.Load("mlp");
        using OnnxModel<LoanApplication> bytes = OnnxModel<LoanApplication>.Load(File.ReadAllBytes(Loans.File("mlp")));
        double[] first = new double[2 * Loans.Data.Count], second = new double[first.Length];
        file.Score(Loans.Data.Encoded, first);
        bytes.Score(Loans.Data.Encoded, second);
        Assert.Equal(first, second);
    }

    [Fact]
    public void TheRowsOfABatchDoNotMatterToEachOther()
    {
        using OnnxModel<LoanApplication> model = Loans.Load("linear");
        double[] all = new double[Loans.Data.Count];
        model.Score(Loans.Data.Encoded, all);
        for (int i = 0; i < all.Length; i++)
            Assert.Equal(all[i], model.Predict(Loans.Data[i]));
        model.Score(new EncodedRows<LoanApplication>([]), []);
    }

    [Fact]
    public void ClassesAndALabelMayBeAskedFor()
    {
        using OnnxModel<LoanApplication> named = Loans.Load("mlp", new() { Classes = ["no", "yes"] });
        Assert.Equal(["no", "yes"], named.Outputs.AsEnumerable());
        using OnnxModel<LoanApplication> label = Loans.Load("zipmap-numbers", new() { Output = "label" });
        double[] classes = [10, 20, 30];
        Assert.Contains(label.Predict(Loans.Data[5]), classes);
        using OnnxModel<LoanApplication> second = Loans.Load("two-scores", new() { Output = "second" });
        Assert.Equal(["second"], second.Outputs.AsEnumerable());
    }

    private static OnnxOptions<LoanApplication>? Options(string name) =>
        name switch
        {
            "columns-renamed" => new() { Inputs = new Dictionary<Feature<LoanApplication>, string> { [LoanApplicationFeatures.Age] = "x0" } },
            "groups" => new()
            {
                Inputs = new Dictionary<Feature<LoanApplication>, string>
                {
                    [LoanApplicationFeatures.Age] = "numbers",
                    [LoanApplicationFeatures.AnnualIncome] = "numbers",
                },
            },
            _ => null,
        };

    private static IModel<LoanApplication> Twin(string name) => name switch
    {
        "logistic" => One(Loans.Logistic),
        "classifier" or "zipmap" => Many(["bad", "fair", "good"], Loans.Classifier),
        "zipmap-numbers" => Many(["10", "20", "30"], Loans.Classifier),
        "mlp" => Many(["probabilities[0]", "probabilities[1]"], Loans.Mlp),
        "tree-regressor" => One(loan => 0.5 + Loans.Trees(loan)),
        "tree-average" => One(loan => Loans.Trees(loan) / 2),
        "tree-classifier" => Many(["bad", "fair", "good"], Loans.TreeShares),
        "tree-logistic" => Many(["no", "yes"], loan => [1 / (1 + Math.Exp(0.1 + Loans.Trees(loan))), 1 / (1 + Math.Exp(-0.1 - Loans.Trees(loan)))]),
        _ => One(Loans.Linear),
    };

    private static IModel<LoanApplication> One(Func<LoanApplication, double> score) => Many(["score"], loan => [score(loan)]);

    private static IModel<LoanApplication> Many(string[] outputs, Func<LoanApplication, double[]> score) =>
        Model.From<LoanApplication>([.. outputs], (loan, scores) => score(loan).CopyTo(scores));
}
