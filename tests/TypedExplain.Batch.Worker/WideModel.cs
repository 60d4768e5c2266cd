using System.Diagnostics;
using System.Globalization;

namespace TypedExplain.Batch.Worker;

/// <summary>The models and explainers of the worker; the environment says which, and at which row the process ends.</summary>
internal static class WideModel
{
    private const int Width = 32;

    private static readonly double[] s_weights = [.. Enumerable.Range(0, Width).Select(i => (i % 2 == 0 ? 1 : -1) * (1 + (i % 7)) / (4 * Math.Sqrt(Width)))];

    private static readonly Lazy<Dataset<Wide>> s_background = new(() => new([.. WideRows.Of(1_000, first: 10_000_000)]));

    /// <summary>Whether the model is a forest, whose contributions are asked for.</summary>
    public static bool IsForest { get; } = Environment.GetEnvironmentVariable("EXPLAINER") == "treeshap";

    public static IExplainer<Wide> Linex => new Linex<Wide> { Neighborhood = new GaussianNeighborhood<Wide> { Background = s_background.Value, Samples = 500 } };

    public static IShapExplainer<Wide> TreeShap => new TreeShap<Wide>();

    /// <summary>The model that the environment names.</summary>
    public static IModel<Wide> OfEnvironment()
    {
        if (IsForest)
        {
            Dataset<Wide> background = s_background.Value;
            return new RandomForest<Wide> { Trees = 50, MaxDepth = 6, Seed = 3 }.Train(background.WithTarget(background.Rows.Select(Score)));
        }

        IModel<Wide> function = Model.From<Wide>(Score);
        if (long.TryParse(Environment.GetEnvironmentVariable("CRASH_AT"), CultureInfo.InvariantCulture, out long crash))
            function = Model.From<Wide>(row => row.X[0] == WideRows.Of(crash).X[0] ? End() : Score(row));
        return function.Identified("function", "1", new string('f', 64));
    }

    private static double Score(Wide row)
    {
        double sum = 0;
        for (int i = 0; i < Width; i++)
            sum += (s_weights[i] * row.X[i]) + (i + 1 < Width ? 0.1 * row.X[i] * row.X[i + 1] : 0);
        return sum / (1 + Math.Abs(sum));
    }

    private static double End()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }
}
