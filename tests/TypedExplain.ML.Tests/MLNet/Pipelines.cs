using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.MLNet;

/// <summary>Pipelines trained on loans that users have as classes of properties.</summary>
internal static class Pipelines
{
    public static MLContext Context { get; } = new(seed: 1);

    public static Loan[] Trained { get; } = Loans.Draw(400);

    public static IDataView Data { get; } = Context.Data.LoadFromEnumerable(Trained.Select(LoanRow.Of));

    public static IEnumerable<string> Names => s_trainers.Keys;

    private static readonly Dictionary<string, Func<IEstimator<ITransformer>>> s_trainers = new()
    {
        ["fasttree regression"] = () => Context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { LabelColumnName = "Number", NumberOfTrees = 8, NumberOfLeaves = 6, MinimumExampleCountPerLeaf = 5 }),
        ["fasttree tweedie"] = () => Context.Regression.Trainers.FastTreeTweedie(new FastTreeTweedieTrainer.Options { LabelColumnName = "Number", NumberOfTrees = 8, NumberOfLeaves = 6 }),
        ["fasttree binary"] = () => Context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { LabelColumnName = "Flag", NumberOfTrees = 8, NumberOfLeaves = 6 }),
        ["fastforest regression"] = () => Context.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options { LabelColumnName = "Number", NumberOfTrees = 7, NumberOfLeaves = 6 }),
        ["fastforest binary"] = () => Context.BinaryClassification.Trainers.FastForest(new FastForestBinaryTrainer.Options { LabelColumnName = "Flag", NumberOfTrees = 7, NumberOfLeaves = 6 }),
        ["lightgbm regression"] = () => Context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options { LabelColumnName = "Number", NumberOfIterations = 8, NumberOfLeaves = 6, NumberOfThreads = 1 }),
        ["lightgbm binary"] = () => Context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { LabelColumnName = "Flag", NumberOfIterations = 8, NumberOfLeaves = 6, NumberOfThreads = 1, Sigmoid = 0.7 }),
        ["lightgbm classes"] = () => WithKey(Context.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options { LabelColumnName = "KindKey", NumberOfIterations = 4, NumberOfLeaves = 5, NumberOfThreads = 1 })),
        ["lightgbm softmax"] = () => WithKey(Context.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options { LabelColumnName = "KindKey", UseSoftmax = true, NumberOfIterations = 4, NumberOfLeaves = 5, NumberOfThreads = 1 })),
        ["sdca regression"] = () => Context.Transforms.NormalizeMeanVariance("Features").Append(Context.Regression.Trainers.Sdca(new Microsoft.ML.Trainers.SdcaRegressionTrainer.Options { LabelColumnName = "Number", NumberOfThreads = 1 })),
        ["sdca logistic"] = () => Context.Transforms.NormalizeMinMax("Features").Append(Context.BinaryClassification.Trainers.SdcaLogisticRegression(new Microsoft.ML.Trainers.SdcaLogisticRegressionBinaryTrainer.Options { LabelColumnName = "Flag", NumberOfThreads = 1 })),
    };

    /// <summary>A trainer by its name.</summary>
    public static IEstimator<ITransformer> Trainer(string name) => s_trainers[name]();

    /// <summary>A pipeline with the columns that a trainer looks at: a category in columns of its own, a missing number as NaN or its stand-in.</summary>
    public static ITransformer Train(string name, bool replacesMissing = true)
    {
        IEstimator<ITransformer> chain = Context.Transforms.Categorical.OneHotEncoding("HousingColumns", "Housing")
            .Append(Context.Transforms.Conversion.ConvertType("Defaulted", "HasDefaulted", DataKind.Single))
            .Append(Context.Transforms.NormalizeMinMax("AgeShare", "Age"));
        string debt = "Debt";
        if (replacesMissing)
        {
            chain = chain.Append(Context.Transforms.IndicateMissingValues("DebtFlag", "Debt")).Append(Context.Transforms.Conversion.ConvertType("DebtLacks", "DebtFlag", DataKind.Single))
                .Append(Context.Transforms.ReplaceMissingValues("DebtThere", "Debt", Microsoft.ML.Transforms.MissingValueReplacingEstimator.ReplacementMode.Mean));
            debt = "DebtThere";
        }

        return chain.Append(Context.Transforms.Concatenate("Features", replacesMissing ? ["AgeShare", "Balance", debt, "DebtLacks", "HousingColumns", "Defaulted"] : ["AgeShare", "Balance", debt, "HousingColumns", "Defaulted"]))
            .Append(s_trainers[name]()).Fit(Data);
    }

    private static IEstimator<ITransformer> WithKey(IEstimator<ITransformer> trainer) =>
        Context.Transforms.Conversion.MapValueToKey("KindKey", "Kind").Append(trainer).Append(Context.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
}
