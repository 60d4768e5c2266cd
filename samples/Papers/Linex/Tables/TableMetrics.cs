namespace Papers;

/// <summary>The columns of the LINEX paper's tables.</summary>
public static class TableMetrics
{
    /// <summary>What the columns are called; those that are better when higher have an arrow up.</summary>
    public static IReadOnlyList<string> Names { get; } = ["INFD ↓", "GI ↓", "CI ↓", "Υ ↑", "Υ≠0 ↑", "CAC ↑"];

    /// <summary>How many of them have a value for each row: INFD, GI, CI and Υ.</summary>
    public const int PerRow = 4;

    /// <summary>Whether lower is better.</summary>
    public static bool IsLower(int metric) => metric < 3;

    /// <summary>Takes the metrics of explained rows.</summary>
    /// <returns>The values in the order of <see cref="Names"/>, NaN where undefined, and those of each row, metric after metric.</returns>
    public static (double[] Means, double[] Rows) Of<T>(ExplainedRows<T> rows)
        where T : IFeatureRecord<T>
    {
        Score[] scores =
        [
            new Infidelity<T>().Evaluate(rows),
            new GeneralizedInfidelity<T>().Evaluate(rows),
            new CoefficientInconsistency<T>().Evaluate(rows),
            new Unidirectionality<T>().Evaluate(rows),
            new Unidirectionality<T> { Zeros = ZeroEffects.LeftOut }.Evaluate(rows),
        ];
        double consistency = rows.Data.Target is { IsClass: true } && new ClassAttributionConsistency<T>().Evaluate(rows) is { IsDefined: true } score ? score.Mean : double.NaN;
        return ([.. scores.Select(score => score.Mean), consistency], [.. scores.Take(PerRow).SelectMany(score => score.Values)]);
    }
}
