using System.Text.Json;
using TypedExplain.Tasks.Inputs;

namespace TypedExplain.Tasks;

/// <summary>Tasks over the given forest of iris flowers; the class explained is the first.</summary>
internal static class IrisTasks
{
    private const int TestRows = 30;

    public static TaskRun Lime(int samples)
    {
        Input input = new();
        Lime<Flower> lime = new() { Neighborhood = new BinnedNeighborhood<Flower> { Background = input.Train, Samples = samples }, Selection = FeatureSelection.HighestWeights(10), StandardErrors = false };
        return Of(input, samples, 0, lime);
    }

    public static TaskRun SmoothedLime()
    {
        Input input = new();
        return Of(input, 10, 2, new SmoothedLime<Flower> { Neighborhood = Around(input), StandardErrors = false });
    }

    public static TaskRun Linex()
    {
        Input input = new();
        return Of(input, 10, 2, new Linex<Flower> { Neighborhood = Around(input), Redraws = 1, StandardErrors = false });
    }

    public static TaskRun Maple()
    {
        Input input = new();
        return Of(input, 96, 0, Options(input).Fit(input.Setosa));
    }

    public static TaskRun MapleFit()
    {
        Input input = new();
        Maple<Flower> options = Options(input);
        return new(96, 4, 0, 1, _ => options.Fit(input.Setosa).Scores.AsSpan().ToArray(), input.Clock);
    }

    public static TaskRun KdeSample()
    {
        Input input = new();
        KdeNeighborhood<Flower> density = new() { Background = input.Train, Samples = 501, Radius = 1, Bandwidth = 0.1 };
        double[] neighbors = new double[500 * 4];
        RandomStream stream = new(0, "task");
        return new(500, 4, 0, 100, row =>
        {
            density.Sample(input.Test.Encoded[row % TestRows], stream.For(row), neighbors);
            return neighbors[..4];
        }, input.Clock)
        { Note = "radius and bandwidth in standard deviations" };
    }

    public static TaskRun Melime()
    {
        Input input = new();
        Melime<Flower> melime = new()
        {
            Neighborhood = new KdeNeighborhood<Flower> { Background = input.Train, Samples = 501, Radius = 1, Bandwidth = 0.1 },
            ImportanceTolerance = 0.01,
            ErrorTolerance = 0.1,
        };
        return Of(input, 500, 0, melime) with { Instances = 3 };
    }

    public static TaskRun TreeShap()
    {
        Input input = new();
        Forest<Flower> forest = new RandomForest<Flower>().Train(input.Train.WithLabels(input.Labels.Select(label => (Species)label)));
        TreeShap<Flower> shap = new();
        return new(0, 4, 0, TestRows, row => [.. shap.ValuesOfOutputs(forest, input.Test[row]).SelectMany(values => values.Contributions.AsSpan().ToArray())], input.Clock)
        {
            Note = "a forest of 100 trees trained here on the same rows",
        };
    }

    private static Maple<Flower> Options(Input input) => new() { Background = input.Train.Select([.. Enumerable.Range(0, 96)]), Validation = input.Train.Select([.. Enumerable.Range(96, 24)]), MaxThreads = 1 };

    private static GaussianNeighborhood<Flower> Around(Input input) => new() { Background = input.Train, Samples = 10, Design = SamplingDesign.Independent };

    private static TaskRun Of(Input input, int samples, int environments, IExplainer<Flower> explainer) =>
        new(samples, 4, environments, TestRows, row => explainer.Explain(input.Setosa, input.Test[row]).Standardized.AsSpan().ToArray(), input.Clock);

    private enum Species
    {
        Setosa,
        Versicolor,
        Virginica,
    }

    private sealed class Input
    {
        public Input()
        {
            JsonElement rows = DataFile.Read("iris.json");
            Train = new(DataFile.Rows(rows.GetProperty("train_x")).Select(Flower));
            Test = new(DataFile.Rows(rows.GetProperty("test_x")).Select(Flower));
            Labels = [.. rows.GetProperty("train_y").EnumerateArray().Select(label => label.GetInt32())];
            Trees forest = new(DataFile.Read("iris-rf.json"));
            Setosa = new BlackBox<Flower>(Model.FromRows<Flower>(["setosa", "versicolor", "virginica"], (flowers, scores) => forest.Score(flowers.Values, scores)), Clock).Output("setosa");
        }

        public Clock Clock { get; } = new();

        public Dataset<Flower> Train { get; }

        public Dataset<Flower> Test { get; }

        public int[] Labels { get; }

        public IModel<Flower> Setosa { get; }

        private static Flower Flower(double[] x) => new(x[0], x[1], x[2], x[3]);
    }
}
