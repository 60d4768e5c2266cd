using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>An explanation allocates itself and its numbers, and nothing that grows with the number of samples.</summary>
public class AllocationTests
{
    private const int WarmUp = 60, Calls = 20;

    private static readonly Dataset<Point> s_points = new(Enumerable.Range(0, 30).Select(i => new Point(i % 7, i * i % 11, i * 0.5, -i % 5)));

    private static readonly IModel<Point> s_model = Model.FromRows<Point>((rows, scores) =>
    {
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<double> x = rows[row];
            scores[row] = (x[0] * x[1] / (1 + (x[2] * x[2]))) - x[3];
        }
    });

    [Theory]
    [InlineData("LIME")]
    [InlineData("S-LIME")]
    [InlineData("LINEX")]
    [InlineData("LINEX of 5 environments")]
    public void SamplesCostNoMemory(string explainer)
    {
        long few = BytesPerCall(Make(explainer, samples: 500)), many = BytesPerCall(Make(explainer, samples: 5000));
        Assert.True(Math.Abs(many - few) <= 64, $"{few} bytes for 500 samples, {many} for 5000");
        Assert.InRange(few, 0, 4096);
    }

    private static IExplainer<Point> Make(string explainer, int samples)
    {
        GaussianNeighborhood<Point> around = new() { Background = s_points, Samples = samples };
        return explainer switch
        {
            "LIME" => new Lime<Point> { Neighborhood = around },
            "S-LIME" => new SmoothedLime<Point> { Neighborhood = around },
            "LINEX" => new Linex<Point> { Neighborhood = around },
            _ => new Linex<Point> { Neighborhood = around, Redraws = 1, Environments = 5 },
        };
    }

    /// <summary>The least that a call took: once in a while another test has borrowed from the pool, or code is recompiled.</summary>
    private static long BytesPerCall(IExplainer<Point> explainer)
    {
        long least = long.MaxValue;
        for (int call = 0; call < WarmUp + Calls; call++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = explainer.Explain(s_model, s_points[3]);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
