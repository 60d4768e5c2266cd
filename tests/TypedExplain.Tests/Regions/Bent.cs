namespace TypedExplain.Tests.Regions;

// Records of so many numbers, without a range.
[FeatureRecord] public sealed partial record Bent1([ArrayLength(1)] double[] Values);
[FeatureRecord] public sealed partial record Bent2([ArrayLength(2)] double[] Values);
[FeatureRecord] public sealed partial record Bent5([ArrayLength(5)] double[] Values);
[FeatureRecord] public sealed partial record Bent10([ArrayLength(10)] double[] Values);

/// <summary>A linear model with something added, and the explanation that knows the linear part.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Added">What is added, by the distances of the numbers from the instance's in standard deviations.</param>
internal sealed record Bent<T>(T Instance, Func<double[], double> Added) : IExplainer<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Numbers spread by 1, 2, 3 and so on.</summary>
    public static Dataset<T> Background { get; } = new([Row(-1), Row(1)]);

    public string Name => "exact";

    public IModel<T> Model => TypedExplain.Model.FromRows<T>((rows, scores) =>
    {
        double[] own = Columns(Instance);
        for (int row = 0; row < rows.Count; row++)
        {
            double[] distances = [.. rows[row].ToArray().Select((value, j) => (value - own[j]) / (1 + j))];
            scores[row] = Linear(rows[row]) + Added(distances);
        }
    });

    public Explanation<T> Explanation => Explanation<T>.Create(this, Model, Instance, Linear(Columns(Instance)) + Added(new double[T.Schema.Columns]), FeatureVector.Of<T>(feature => Slope(feature.Index)), Background, queries: 1, intercept: 2);

    public static T Row(double distance) => T.Decode([.. Enumerable.Range(0, T.Schema.Columns).Select(j => distance * (1 + j))]);

    public Run<T, Explanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => throw new NotSupportedException();

    private static double[] Columns(T record)
    {
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(record, columns);
        return columns;
    }

    private static double Slope(int number) => (number % 2 == 0 ? 1 : -1) * 0.3 / (1 + number);

    private static double Linear(ReadOnlySpan<double> x)
    {
        double sum = 2;
        for (int j = 0; j < x.Length; j++)
            sum += Slope(j) * x[j];
        return sum;
    }
}
