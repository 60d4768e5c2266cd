namespace TypedExplain.Batch.Worker;

/// <summary>Rows that are functions of their number.</summary>
internal static class WideRows
{
    private static readonly RandomStream s_stream = new(1, "wide rows");

    public static Wide Of(long id)
    {
        double[] x = new double[32];
        s_stream.FillUniform(id * x.Length, x);
        for (int i = 0; i < x.Length; i++)
            x[i] = ((2 * x[i]) - 1) * Math.Sqrt(3);
        return new(id, x);
    }

    public static IEnumerable<Wide> Of(int count, long first) => Enumerable.Range(0, count).Select(i => Of(first + i));

    public static int Write(int count, string path)
    {
        if (!path.EndsWith(".parquet", StringComparison.Ordinal))
            Csv.Write(path, Of(count, first: 0));
        else
            WriteParquet(count, path);
        return 0;
    }

    /// <summary>The same rows as Parquet, by the writer of results.</summary>
    private static void WriteParquet(int count, string path)
    {
        const int Together = 16_384;
        ResultSchema schema = new("Wide", "rows", [new("Id", ResultColumnKind.Count, "key"), .. FeatureSchema.Of<Wide>().Features.Select(feature => new ResultColumn(feature.Name, ResultColumnKind.Number, "number"))]);
        using FileStream stream = File.Create(path);
        IResultWriter writer = new ParquetFormat { RowGroupRows = Together }.Open(stream, schema);
        foreach (Wide[] rows in Of(count, first: 0).Chunk(Together))
        {
            ResultRows results = new(schema.Columns, rows.Length);
            foreach (Wide row in rows)
            {
                results.Add((long?)row.Id);
                foreach (double x in row.X)
                    results.Add(x);
                results.EndRow();
            }

            writer.WriteAsync(results).AsTask().GetAwaiter().GetResult();
        }

        writer.FinishAsync().AsTask().GetAwaiter().GetResult();
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
