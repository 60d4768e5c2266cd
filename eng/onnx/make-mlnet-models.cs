#:package Microsoft.ML@5.0.1
#:package Microsoft.ML.FastTree@5.0.1
#:package Microsoft.ML.LightGbm@5.0.1
#:package Microsoft.ML.OnnxConverter@0.23.1
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property EnforceCodeStyleInBuild=false
#:property TreatWarningsAsErrors=false

// Trains small models with ML.NET on made-up applicants and writes them as ML.NET exports them, to
// tests/TypedExplain.Onnx.Tests/Models/mlnet-*.onnx. Run by: dotnet run eng/onnx/make-mlnet-models.cs FOLDER
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

string folder = args[0];
MLContext ml = new(seed: 1);
IDataView data = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 400).Select(Row.Make));

Export("fasttree-regression", ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { LabelColumnName = "Target", NumberOfTrees = 5, NumberOfLeaves = 8 }));
Export("fasttree-binary", ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { LabelColumnName = "Flag", NumberOfTrees = 5, NumberOfLeaves = 8 }));
Export("fasttree-tweedie", ml.Regression.Trainers.FastTreeTweedie(new FastTreeTweedieTrainer.Options { LabelColumnName = "Target", NumberOfTrees = 5, NumberOfLeaves = 8 }));
Export("fasttree-poisson", ml.Regression.Trainers.FastTreeTweedie(new FastTreeTweedieTrainer.Options { LabelColumnName = "Target", Index = 1, NumberOfTrees = 5, NumberOfLeaves = 8 }));
Export("fastforest-regression", ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { LabelColumnName = "Target", NumberOfTrees = 5, NumberOfLeaves = 8 }));
Export("fastforest-binary", ml.BinaryClassification.Trainers.FastForest(new FastForestBinaryTrainer.Options { LabelColumnName = "Flag", NumberOfTrees = 5, NumberOfLeaves = 8 }));
Export("lightgbm-regression", ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options { LabelColumnName = "Target", NumberOfIterations = 5, NumberOfLeaves = 8, NumberOfThreads = 1 }));
Export("lightgbm-binary", ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { LabelColumnName = "Flag", NumberOfIterations = 5, NumberOfLeaves = 8, NumberOfThreads = 1 }));
Export("lightgbm-multiclass", ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options { LabelColumnName = "KindKey", NumberOfIterations = 5, NumberOfLeaves = 8, NumberOfThreads = 1 }), isKey: true);
Export("lightgbm-softmax", ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options { LabelColumnName = "KindKey", UseSoftmax = true, NumberOfIterations = 5, NumberOfLeaves = 8, NumberOfThreads = 1 }), isKey: true);
Export("poisson-linear", ml.Regression.Trainers.LbfgsPoissonRegression("Target"));

// One vector, as a program that makes its features itself has it.
IDataView vectors = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 400).Select(i => Row.Make(i).ToVector()));
ITransformer forest = ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { NumberOfTrees = 9, NumberOfLeaves = 8 }).Fit(vectors);
using (FileStream file = File.Create(Path.Combine(folder, "mlnet-vector-fastforest.onnx")))
    ml.Model.ConvertToOnnx(forest, vectors, file);

void Export(string name, IEstimator<ITransformer> trainer, bool isKey = false)
{
    IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Features", "Age", "Income", "Debt");
    if (isKey)
        pipeline = pipeline.Append(ml.Transforms.Conversion.MapValueToKey("KindKey", "Kind"));
    ITransformer model = pipeline.Append(trainer).Fit(data);
    using FileStream file = File.Create(Path.Combine(folder, $"mlnet-{name}.onnx"));
    ml.Model.ConvertToOnnx(model, data, file);
}

sealed class Row
{
    public float Age { get; set; }
    public float Income { get; set; }
    public float Debt { get; set; }
    public float Number { get; set; }
    public float Target { get; set; }
    public bool Flag { get; set; }
    public string Kind { get; set; } = "";

    public VectorRow ToVector() => new() { Features = [Age, Income, Debt], Label = Target };

    public static Row Make(int i)
    {
        float age = 18 + (i * 37 % 70), income = 10_000 + (i * 7919 % 120_000), debt = i * 613 % 1000 / 100f;
        double score = (0.02 * age) + (income / 50_000.0) - (0.3 * debt) + (((i * 31 % 17) - 8) / 20.0);
        return new() { Age = age, Income = income, Debt = debt, Number = i, Target = (float)Math.Exp(score / 3), Flag = score > 0.3, Kind = score < -0.5 ? "low" : score < 0.8 ? "middle" : "high" };
    }
}

sealed class VectorRow
{
    [VectorType(3)]
    public float[] Features { get; set; } = [];
    public float Label { get; set; }
}
