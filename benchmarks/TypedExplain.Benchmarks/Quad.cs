namespace TypedExplain.Benchmarks;

/// <summary>Four numbers.</summary>
[FeatureRecord]
public readonly partial record struct Quad(
    [Numeric(-10, 10)] double A,
    [Numeric(-10, 10)] double B,
    [Numeric(-10, 10)] double C,
    [Numeric(-10, 10)] double D)
{
    /// <summary>A smooth function of encoded rows.</summary>
    public static IModel<Quad> Model { get; } = TypedExplain.Model.FromRows<Quad>((rows, scores) =>
    {
        ReadOnlySpan<double> x = rows.Values;
        for (int row = 0, at = 0; row < rows.Count; row++, at += 4)
            scores[row] = x[at] / (1 + (x[at + 1] * x[at + 1])) + (x[at + 2] * x[at + 3]);
    });
}
