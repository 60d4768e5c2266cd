namespace TypedExplain.Quality.Methods;

/// <summary>A sample of a data set.</summary>
public static class SomeRows
{
    /// <summary>Rows drawn without replacement; all if there are no more.</summary>
    public static Dataset<T> Of<T>(Dataset<T> rows, int count, int seed)
        where T : IFeatureRecord<T>
    {
        RandomStream stream = new(seed, "rows");
        return count >= rows.Count ? rows : rows.Select([.. Enumerable.Range(0, rows.Count).OrderBy(row => stream.Uniform(row)).Take(count)]);
    }
}
