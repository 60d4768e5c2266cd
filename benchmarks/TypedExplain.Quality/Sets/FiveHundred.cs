namespace TypedExplain.Quality.Sets;

/// <summary>Five hundred numbers.</summary>
[FeatureRecord]
public sealed partial record FiveHundred([ArrayLength(500)] double[] X)
{
    /// <summary>Rows of normal numbers.</summary>
    public static Dataset<FiveHundred> Draw(int rows) => new(Enumerable.Range(0, rows).Select(row =>
    {
        double[] x = new double[500];
        new RandomStream(row, "five hundred").FillNormal(0, x);
        return new FiveHundred(x);
    }));

    /// <summary>What the trees learn: something of every number.</summary>
    public double Target() => X.Select((value, i) => value * Math.Sin(i + value)).Sum();
}
