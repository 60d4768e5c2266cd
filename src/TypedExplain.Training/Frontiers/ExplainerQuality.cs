namespace TypedExplain.Training.Frontiers;

/// <summary>PF, NF and S of an explainer, over rows and a few neighbors of each.</summary>
internal static class ExplainerQuality
{
    public static FrontierQuality Of<T>(IExplainer<T> explainer, IModel<T> model, Dataset<T> test, FeatureStatistics<T> statistics, int neighbors, double radius, int seed, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        ExplainedRows<T> rows = ExplainedRows<T>.Of(explainer, model, test, neighbors: 1, cancellation);
        INeighborhood<T> near = new NearRows<T>(statistics, neighbors + 1, radius);
        return new(
            new PointFidelity<T>().Evaluate(rows, cancellation).Mean,
            new NeighborhoodFidelity<T> { Neighborhood = near, Seed = seed }.Evaluate(rows, cancellation).Mean,
            new Stability<T> { Neighborhood = near, Seed = seed }.Evaluate(rows, cancellation).Mean);
    }
}
