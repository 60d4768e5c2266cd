using TypedExplain.Tasks.Inputs;

namespace TypedExplain.Tasks;

/// <summary>A task over the analytic black box, for records of any width.</summary>
public interface IAnalyticTask
{
    TaskRun Make<T>(int d, Func<double[], T> record)
        where T : IFeatureRecord<T>;
}

/// <summary>The rows and the black box of analytic tasks.</summary>
internal sealed class AnalyticInput<T>
    where T : IFeatureRecord<T>
{
    public AnalyticInput(int d, Func<double[], T> record)
    {
        Analytic analytic = new(d);
        Rows = new([.. Enumerable.Range(0, 1000).Select(row => record(Analytic.Row(row, d)))]);
        Model = new BlackBox<T>(TypedExplain.Model.FromRows<T>((rows, scores) => analytic.Score(rows.Values, scores)), Clock);
    }

    public Clock Clock { get; } = new();

    public Dataset<T> Rows { get; }

    public IModel<T> Model { get; }

    /// <summary>Neighbors that are each drawn on their own, as the tasks have it.</summary>
    public GaussianNeighborhood<T> Around(int samples) => new() { Background = Rows, Samples = samples, Design = SamplingDesign.Independent };

    public double[] Explain(IExplainer<T> explainer, int row) => explainer.Explain(Model, Rows[row]).Standardized.AsSpan()[..Math.Min(8, Rows.Encoded.Columns)].ToArray();
}

internal sealed record LimeTask(int Samples, int Instances, FeatureSelection Selection) : IAnalyticTask
{
    public TaskRun Make<T>(int d, Func<double[], T> record)
        where T : IFeatureRecord<T>
    {
        AnalyticInput<T> input = new(d, record);
        Lime<T> lime = new() { Neighborhood = input.Around(Samples), Selection = Selection, StandardErrors = false };
        return new(Samples, d, 0, Instances, row => input.Explain(lime, row), input.Clock);
    }
}

internal sealed record SmoothedLimeTask(int Samples, int Instances) : IAnalyticTask
{
    public TaskRun Make<T>(int d, Func<double[], T> record)
        where T : IFeatureRecord<T>
    {
        AnalyticInput<T> input = new(d, record);
        SmoothedLime<T> slime = new() { Neighborhood = input.Around(Samples), StandardErrors = false };
        return new(Samples, d, 2, Instances, row => input.Explain(slime, row), input.Clock);
    }
}

internal sealed record LinexTask(int Samples, int Instances) : IAnalyticTask
{
    public TaskRun Make<T>(int d, Func<double[], T> record)
        where T : IFeatureRecord<T>
    {
        AnalyticInput<T> input = new(d, record);
        Linex<T> linex = new() { Neighborhood = input.Around(Samples), Redraws = 1, StandardErrors = false };
        return new(Samples, d, 2, Instances, row => input.Explain(linex, row), input.Clock);
    }
}

/// <summary>An explainer as it is by default, but for intervals where they are not wanted.</summary>
internal sealed record DefaultTask(int Samples, int Instances, bool IsLinex, bool Intervals = true) : IAnalyticTask
{
    public TaskRun Make<T>(int d, Func<double[], T> record)
        where T : IFeatureRecord<T>
    {
        AnalyticInput<T> input = new(d, record);
        GaussianNeighborhood<T> around = new() { Background = input.Rows, Samples = Samples };
        IExplainer<T> explainer = IsLinex ? new Linex<T> { Neighborhood = around, StandardErrors = Intervals } : new Lime<T> { Neighborhood = around, StandardErrors = Intervals };
        return new(Samples, d, IsLinex ? 2 : 0, Instances, row => input.Explain(explainer, row), input.Clock) { Note = Intervals ? "default options, with intervals" : "default options, without intervals" };
    }
}

internal sealed record KernelShapTask(int Background, int Instances) : IAnalyticTask
{
    public TaskRun Make<T>(int d, Func<double[], T> record)
        where T : IFeatureRecord<T>
    {
        AnalyticInput<T> input = new(d, record);
        KernelShap<T> shap = new() { Estimator = CoalitionEstimator.Published, Background = input.Rows.Select([.. Enumerable.Range(900, Background)]) };
        return new(d == 8 ? 254 : (2 * d) + 2048, d, 0, Instances, row => shap.Values(input.Model, input.Rows[row]).Contributions.AsSpan()[..8].ToArray(), input.Clock);
    }
}

internal sealed record PermutationTask(int Instances) : IAnalyticTask
{
    public TaskRun Make<T>(int d, Func<double[], T> record)
        where T : IFeatureRecord<T>
    {
        AnalyticInput<T> input = new(d, record);
        PermutationShap<T> shap = new() { Background = input.Rows.Select([.. Enumerable.Range(900, 50)]), Permutations = 10 };
        return new(10, d, 0, Instances, row => shap.Values(input.Model, input.Rows[row]).Contributions.AsSpan()[..8].ToArray(), input.Clock);
    }
}
