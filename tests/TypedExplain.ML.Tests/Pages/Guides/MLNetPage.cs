using Microsoft.ML;
using Microsoft.ML.Data;

namespace TypedExplain.ML.Tests.Pages.Guides;

internal static class MLNetPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // Cars that were sold, and for how much.
        UsedCar[] cars = [.. Enumerable.Range(0, 400).Select(i => new UsedCar(Age: i * 7 % 20, Mileage: 1_000 * (i * 37 % 200), Fuel: (Fuel)(i / 11 % 3), HasServiceBook: i / 7 % 4 != 0))];
        double[] prices = [.. cars.Select(car => 30_000 - (900 * car.Age) - (0.06 * car.Mileage) + (car.Fuel == Fuel.Electric ? 4_000 : 0) + (car.HasServiceBook ? 1_500 : 0))];
        (Dataset<UsedCar> train, Dataset<UsedCar> test) = new Dataset<UsedCar>(cars).WithTarget(prices).Split(testFraction: 0.25, seed: 7);

        // ML.NET gets the records as they are: a column per feature under its name, and the target as "Label".
        MLContext context = new(seed: 1);
        IDataView view = train.ToDataView();
        ITransformer pipeline = context.Transforms.Categorical.OneHotEncoding("FuelColumns", "Fuel")
            .Append(context.Transforms.Conversion.ConvertType("ServiceColumn", "HasServiceBook", DataKind.Single))
            .Append(context.Transforms.Concatenate("Features", "Age", "Mileage", "FuelColumns", "ServiceColumn"))
            .Append(context.Regression.Trainers.FastTree(numberOfTrees: 60, numberOfLeaves: 12))
            .Fit(view);

        // The pipeline is a model of the record, like any other.
        MLModel<UsedCar> model = MLModel<UsedCar>.Of(pipeline, view.Schema);
        UsedCar car = test[0];
        console.WriteLine($"{car}: {model.Predict(car):F0}, sold for {test.Target!.Values[0]:F0}\n");

        // What would a bit more of each feature change?
        Linex<UsedCar> linex = new() { Neighborhood = new GaussianNeighborhood<UsedCar> { Background = train } };
        Explanation<UsedCar> explanation = linex.Explain(model, car);
        console.WriteLine(explanation);
        console.WriteLine($"10,000 km more: {10_000 * explanation.Attribution.Mileage:F0}\n");

        // FastTree, FastForest and LightGBM are trees: exact contributions, by feature of the record and not by column of the pipeline.
        MLForest<UsedCar> trees = MLForest<UsedCar>.Of(model, train);
        ShapValues<UsedCar> values = new TreeShap<UsedCar>().Values(trees.Forest, car);
        console.WriteLine(values);

        // Which features does the model rely on? By cars that it has not seen.
        console.WriteLine(new PermutationImportance<UsedCar>().Measure(model, test));
        // </page>
    }
}

// <types>
/// <summary>A used car, as the price model sees it.</summary>
[FeatureRecord]
public sealed partial record UsedCar(
    [Numeric(0, 40, Unit = "years")] double Age,
    [Numeric(0, 500_000, Unit = "km")] double Mileage,
    [Categorical] Fuel Fuel,
    bool HasServiceBook);

public enum Fuel
{
    Petrol,
    Diesel,
    Electric,
}
// </types>
