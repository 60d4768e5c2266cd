using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.Pages;

/// <summary>The program of docs/ml.md.</summary>
internal static class MLPage
{
    public static void Run(TextWriter console, string folder)
    {
        // <page>
        // A model of XGBoost, as its save_model wrote it. Neither XGBoost nor a native library is needed.
        XGBoostForest<Loan> model = XGBoostForest<Loan>.Load(Path.Combine(folder, "xgboost-binary.json"), new() { Classes = ["paid", "defaulted"] });
        Loan loan = new(Age: 34, Balance: -20.5, Debt: null, Housing: Housing.Rent, HasDefaulted: true);
        console.WriteLine(model);
        console.WriteLine(new TreeShap<Loan>().Values(model.Forest, loan));
        // </page>
    }
}
