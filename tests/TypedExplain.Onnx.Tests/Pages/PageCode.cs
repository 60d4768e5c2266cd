using TypedExplain.Training;

namespace TypedExplain.Onnx.Tests.Pages;

[FeatureRecord]
public sealed partial record Loan(
    [Numeric(18, 100)] int Age,
    [Numeric(0, 500_000)] double AnnualIncome,
    [Categories("Rent", "Mortgage", "Own")] string Housing,
    bool HasDefaulted);

public static class LoadAndExplain
{
    public static Explanation<Loan> Run(string file, Dataset<Loan> background, Loan loan)
    {
        using OnnxModel<Loan> model = OnnxModel<Loan>.Load(file);
        Linex<Loan> linex = new() { Neighborhood = new GaussianNeighborhood<Loan> { Background = background } };
        return linex.Explain(model.Output("good"), loan);
    }
}

public static class Named
{
    public static OnnxModel<Loan> Load(string file) => OnnxModel<Loan>.Load(file, new OnnxOptions<Loan>
    {
        Inputs = new Dictionary<Feature<Loan>, string>
        {
            [LoanFeatures.Age] = "numbers",
            [LoanFeatures.AnnualIncome] = "numbers",
        },
        Unused = [LoanFeatures.HasDefaulted],
        Output = "probabilities",
        Classes = ["bad", "good"],
    });
}

public static class Trees
{
    public static ShapValues<Loan> Explain(string file, Dataset<Loan> background, Loan loan)
    {
        Forest<Loan> forest = OnnxForest.Load(file, background);
        TreeShap<Loan> shap = new() { Background = background, Expectation = TreeExpectation.Interventional };
        return shap.Values(forest.Output(forest.Outputs[^1]), loan);
    }
}

public static class OneOfSeveral
{
    public static Forest<Loan> Load(string file, Dataset<Loan> background) =>
        OnnxForest.Load(file, background, new OnnxOptions<Loan> { Output = "Probability_0", Classes = ["good"] });
}

public static class Export
{
    public static void Write(Mlp<Loan> network, Forest<Loan> forest, string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "network.onnx"), network.ToOnnx());
        File.WriteAllBytes(Path.Combine(folder, "forest.onnx"), forest.ToOnnx());
    }
}

public static class Remote
{
    public static IModel<Loan> At(HttpClient client, Uri address)
    {
        QueryBudget budget = new() { MaxRows = 100_000, RowsPerSecond = 2_000 };
        RemoteModel<Loan> model = new(client, address, "score") { BatchRows = 500, Retries = 3, Budget = budget };
        return new CachedModel<Loan>(model, capacity: 50_000);
    }
}
