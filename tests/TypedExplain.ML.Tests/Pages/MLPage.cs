using Microsoft.ML;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.Pages;

/// <summary>The program of docs/ml.md.</summary>
internal static class MLPage
{
    public static void Run(TextWriter console, string folder, Dataset<Loan> data)
    {
        // <page>
        // A model of XGBoost, as its save_model wrote it. Neither XGBoost nor a native library is needed.
        XGBoostForest<Loan> model = XGBoostForest<Loan>.Load(Path.Combine(folder, "xgboost-binary.json"), new() { Classes = ["paid", "defaulted"] });
        Loan loan = new(Age: 34, Balance: -20.5, Debt: null, Housing: Housing.Rent, HasDefaulted: true);
        console.WriteLine(model);
        console.WriteLine(new TreeShap<Loan>().Values(model.Forest, loan));

        // A pipeline of ML.NET, trained on the records themselves.
        MLContext context = new(seed: 1);
        IDataView view = data.ToDataView();
        ITransformer pipeline = context.Transforms.Categorical.OneHotEncoding("HousingColumns", "Housing")
            .Append(context.Transforms.NormalizeMinMax("Age"))
            .Append(context.Transforms.Concatenate("Features", "Age", "Balance", "Debt", "HousingColumns"))
            .Append(context.Regression.Trainers.FastTree(numberOfTrees: 20, numberOfLeaves: 8))
            .Fit(view);
        MLModel<Loan> scored = MLModel<Loan>.Of(pipeline, view.Schema);
        console.WriteLine(scored);

        // Its trees, by feature of the record and not by slot of the pipeline.
        MLForest<Loan> trees = MLForest<Loan>.Of(scored, data);
        console.WriteLine(new TreeShap<Loan>().Values(trees.Forest, loan));
        // </page>
    }
}
