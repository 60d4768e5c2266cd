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
        Csv.Write(path, Of(count, first: 0));
        return 0;
    }
}
